// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/CharacterClassifier.h"

#include <memory>

namespace scanstraat::letters {

/// Asks a quick classifier first and a thorough one only about glyphs that the quick one is not sure of; of
/// those the probabilities are averaged.
class SecondOpinion : public CharacterClassifier
{
public:
    /// From a probability of `sure` (0..1) on, the quick answer stands alone. Characters that are written
    /// alike (0 and O, 1 and I, 2 and Z, 5 and S) count as one there: no picture tells them apart.
    /// Throws scanstraat::Error with ExitCode::installation where the alphabets differ.
    SecondOpinion(std::unique_ptr<CharacterClassifier> quick, std::unique_ptr<CharacterClassifier> thorough,
                  double sure);

    [[nodiscard]] const std::string& alphabet() const override { return quick_->alphabet(); }
    [[nodiscard]] std::vector<std::vector<float>> classify(std::span<const cv::Mat> glyphs) override;

private:
    [[nodiscard]] bool isSure(std::span<const float> probabilities) const;

    std::unique_ptr<CharacterClassifier> quick_;
    std::unique_ptr<CharacterClassifier> thorough_;
    double sure_;
    std::vector<std::size_t> likeness_; ///< for each class the first one that is written alike
};

} // namespace scanstraat::letters
