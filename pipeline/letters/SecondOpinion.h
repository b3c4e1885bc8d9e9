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
    /// From a probability of `sure` (0..1) on, the quick answer stands alone. Throws scanstraat::Error with
    /// ExitCode::installation where the alphabets differ.
    SecondOpinion(std::unique_ptr<CharacterClassifier> quick, std::unique_ptr<CharacterClassifier> thorough,
                  double sure);

    [[nodiscard]] const std::string& alphabet() const override { return quick_->alphabet(); }
    [[nodiscard]] std::vector<std::vector<float>> classify(std::span<const cv::Mat> glyphs) override;

private:
    std::unique_ptr<CharacterClassifier> quick_;
    std::unique_ptr<CharacterClassifier> thorough_;
    double sure_;
};

} // namespace scanstraat::letters
