// SPDX-License-Identifier: EUPL-1.2
#include "letters/SecondOpinion.h"

#include "base/Error.h"

#include <algorithm>

namespace scanstraat::letters {

SecondOpinion::SecondOpinion(std::unique_ptr<CharacterClassifier> quick,
                             std::unique_ptr<CharacterClassifier> thorough, double sure)
    : quick_(std::move(quick)), thorough_(std::move(thorough)), sure_(sure)
{
    if (quick_->alphabet() != thorough_->alphabet()) {
        throw Error("letters: the quick and the thorough network have different alphabets",
                    ExitCode::installation);
    }
}

std::vector<std::vector<float>> SecondOpinion::classify(std::span<const cv::Mat> glyphs)
{
    std::vector<std::vector<float>> first = quick_->classify(glyphs);
    std::vector<std::size_t> unsure;
    std::vector<cv::Mat> asked;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (*std::ranges::max_element(first[i]) < sure_) {
            unsure.push_back(i);
            asked.push_back(glyphs[i]);
        }
    }
    const std::vector<std::vector<float>> second = thorough_->classify(asked);
    for (std::size_t i = 0; i < unsure.size(); ++i) {
        std::ranges::transform(first[unsure[i]], second[i], first[unsure[i]].begin(),
                               [](float a, float b) { return (a + b) / 2; });
    }
    return first;
}

} // namespace scanstraat::letters
