// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/CharacterClassifier.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace scanstraat::test {

/// Takes every glyph for the same character and keeps what it was shown.
class FakeClassifier : public letters::CharacterClassifier
{
public:
    explicit FakeClassifier(char answer = 'A', float probability = 0.999F)
        : answer_(answer), probability_(probability)
    {
    }

    [[nodiscard]] const std::string& alphabet() const override { return alphabet_; }

    [[nodiscard]] std::vector<std::vector<float>> classify(std::span<const cv::Mat> glyphs) override
    {
        seen_.insert(seen_.end(), glyphs.begin(), glyphs.end());
        const float rest = (1.0F - probability_) / static_cast<float>(alphabet_.size());
        std::vector<float> one(alphabet_.size() + 1, rest);
        one[alphabet_.find(answer_)] = probability_;
        return std::vector<std::vector<float>>(glyphs.size(), one);
    }

    [[nodiscard]] const std::vector<cv::Mat>& seen() const { return seen_; }

private:
    std::string alphabet_ = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'./";
    char answer_;
    float probability_;
    std::vector<cv::Mat> seen_;
};

/// Fails on every glyph, as a crashing engine would.
class ThrowingClassifier : public FakeClassifier
{
public:
    [[nodiscard]] std::vector<std::vector<float>> classify(std::span<const cv::Mat>) override
    {
        throw std::runtime_error("simulated crash");
    }
};

} // namespace scanstraat::test
