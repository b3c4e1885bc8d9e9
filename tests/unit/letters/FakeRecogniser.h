// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/LineRecogniser.h"

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

namespace scanstraat::test {

/// Takes every run of columns with ink for the same character and every wide gap for a space, and keeps what
/// it was shown.
class FakeRecogniser : public letters::LineRecogniser
{
public:
    explicit FakeRecogniser(char32_t answer = U'H', double probability = 0.999)
        : answer_(answer), probability_(probability)
    {
    }

    [[nodiscard]] const std::u32string& alphabet() const override { return alphabet_; }

    [[nodiscard]] cv::Mat read(const cv::Mat& line) override
    {
        seen_.push_back(line.clone());
        const int classes = static_cast<int>(alphabet_.size()) + 1;
        const int places = (line.cols + letters::kLineStride - 1) / letters::kLineStride;
        cv::Mat logs(places, classes, CV_32F, cv::Scalar(-30.0));
        logs.col(classes - 1).setTo(0.0);
        int end = -1;
        for (int x = 0; x < line.cols;) {
            int to = x;
            while (to < line.cols && cv::countNonZero(line.col(to) > 80) > 0) {
                ++to;
            }
            if (to > x) {
                if (end >= 0 && x - end > kWordGap) {
                    put(logs, (x + end) / 2, U' ', 0.999);
                }
                put(logs, (x + to) / 2, answer_, probability_);
                end = to;
            }
            x = to + 1;
        }
        return logs;
    }

    [[nodiscard]] const std::vector<cv::Mat>& seen() const { return seen_; }

private:
    static constexpr int kWordGap = 14; ///< pixels

    /// The rest of the probability goes to another letter.
    void put(cv::Mat& logs, int x, char32_t token, double probability) const
    {
        const int place = x / letters::kLineStride;
        logs.row(place).setTo(-30.0);
        logs.at<float>(place, static_cast<int>(alphabet_.find(token))) =
            static_cast<float>(std::log(probability));
        logs.at<float>(place, static_cast<int>(alphabet_.find(U'Q'))) =
            static_cast<float>(std::log(1.0 - probability));
    }

    std::u32string alphabet_ = U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'./ \u0301#";
    char32_t answer_;
    double probability_;
    std::vector<cv::Mat> seen_;
};

/// Fails on every line, as a crashing engine would.
class ThrowingRecogniser : public FakeRecogniser
{
public:
    [[nodiscard]] cv::Mat read(const cv::Mat&) override { throw std::runtime_error("simulated crash"); }
};

} // namespace scanstraat::test
