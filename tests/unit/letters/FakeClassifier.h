// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/CharacterClassifier.h"

#include <stdexcept>
#include <string>
#include <utility>
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
        std::vector<float> one(alphabet_.size() + letters::kOtherClasses, rest);
        one.back() = 0.0F; // nothing is struck out
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

/// Takes one glyph after the other for what it was told.
class PreparedClassifier : public letters::CharacterClassifier
{
public:
    static constexpr char kStruckOut = '#';
    using Answer = std::vector<std::pair<char, float>>; ///< what a glyph may be; kStruckOut for struck out

    explicit PreparedClassifier(std::vector<Answer> answers) : answers_(std::move(answers)) {}

    [[nodiscard]] const std::string& alphabet() const override { return alphabet_; }

    [[nodiscard]] std::vector<std::vector<float>> classify(std::span<const cv::Mat> glyphs) override
    {
        std::vector<std::vector<float>> result;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            std::vector<float> one(alphabet_.size() + letters::kOtherClasses, 0.0F);
            for (const auto& [character, probability] : answers_.at(next_++)) {
                const std::size_t place = alphabet_.find(character);
                one[place == std::string::npos ? one.size() - 1 : place] = probability;
            }
            result.push_back(std::move(one));
        }
        return result;
    }

private:
    std::string alphabet_ = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'./";
    std::vector<Answer> answers_;
    std::size_t next_ = 0;
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
