// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/LetterReader.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::battery {

/// For whom it does not matter what is written: every letter is the same to it, at no cost.
class NoLetters : public letters::CharacterClassifier
{
public:
    [[nodiscard]] const std::string& alphabet() const override { return alphabet_; }

    [[nodiscard]] std::vector<std::vector<float>> classify(std::span<const cv::Mat> glyphs) override
    {
        return {glyphs.size(), std::vector<float>(alphabet_.size() + 1, 1.0F / 11.0F)};
    }

private:
    std::string alphabet_ = "0123456789";
};

} // namespace scanstraat::battery
