// SPDX-License-Identifier: EUPL-1.2
#include "letters/SecondOpinion.h"

#include "base/Error.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace scanstraat::letters {

namespace {

/// No source of handwriting tells these apart (data/handwriting/README); the field does.
constexpr std::array<std::string_view, 4> kAlike{"0O", "1I", "2Z", "5S"};

std::vector<std::size_t> findLikeness(const std::string& alphabet)
{
    std::vector<std::size_t> likeness(alphabet.size() + 1);
    std::iota(likeness.begin(), likeness.end(), std::size_t{0});
    for (const std::string_view pair : kAlike) {
        const std::size_t one = alphabet.find(pair.front());
        const std::size_t other = alphabet.find(pair.back());
        if (one != std::string::npos && other != std::string::npos) {
            likeness[other] = one;
        }
    }
    return likeness;
}

} // namespace

SecondOpinion::SecondOpinion(std::unique_ptr<CharacterClassifier> quick,
                             std::unique_ptr<CharacterClassifier> thorough, double sure)
    : quick_(std::move(quick)), thorough_(std::move(thorough)), sure_(sure),
      likeness_(findLikeness(quick_->alphabet()))
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
        if (!isSure(first[i])) {
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

bool SecondOpinion::isSure(std::span<const float> probabilities) const
{
    std::vector<double> together(probabilities.size(), 0.0);
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        together[likeness_[i]] += probabilities[i];
    }
    return *std::ranges::max_element(together) >= sure_;
}

} // namespace scanstraat::letters
