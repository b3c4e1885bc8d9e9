// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/LetterReader.h"

#include <memory>
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

/// The same for lines: nothing but blanks.
class NoLines : public letters::LineRecogniser
{
public:
    [[nodiscard]] const std::u32string& alphabet() const override { return alphabet_; }

    [[nodiscard]] cv::Mat read(const cv::Mat& line) override
    {
        cv::Mat logs(line.cols / letters::kLineStride + 1, 2, CV_32F, cv::Scalar(-20.0));
        logs.col(1).setTo(0.0);
        return logs;
    }

private:
    std::u32string alphabet_ = U"0";
};

inline letters::LetterReader readerOfNothing()
{
    return {std::make_unique<NoLetters>(), std::make_unique<NoLines>(), {}, "none"};
}

} // namespace scanstraat::battery
