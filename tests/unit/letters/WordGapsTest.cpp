// SPDX-License-Identifier: EUPL-1.2
#include "letters/WordGaps.h"

#include "letters/LineRecogniser.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace scanstraat::letters {
namespace {

const std::u32string kAlphabet = U"AB ";
constexpr int kSpace = 2;

/// Letters of 12 columns with these gaps between them.
cv::Mat lineWith(const std::vector<int>& gaps)
{
    cv::Mat line(kLineHeight, 400, CV_8UC1, cv::Scalar(0));
    int x = 8;
    for (std::size_t i = 0; i <= gaps.size(); ++i) {
        line(cv::Rect(x, 8, 12, 19)).setTo(255);
        x += 12 + (i < gaps.size() ? gaps[i] : 0);
    }
    return line;
}

/// Everywhere the same: a space of probability `space`, the rest shared by A, B and blank.
cv::Mat logsFor(const cv::Mat& line, double space)
{
    cv::Mat logs(line.cols / kLineStride, static_cast<int>(kAlphabet.size()) + 1, CV_32F,
                 cv::Scalar(std::log((1.0 - space) / 3)));
    logs.col(kSpace).setTo(std::log(space));
    return logs;
}

double spaceAt(const cv::Mat& logs, int x)
{
    return std::exp(logs.at<float>(x / kLineStride, kSpace));
}

TEST(WordGaps, AWideGapIsASpaceRatherThanNot)
{
    const cv::Mat line = lineWith({4, 4, 16, 4, 4});
    cv::Mat logs = logsFor(line, 0.3);

    weighGaps(logs, line, kAlphabet);

    EXPECT_GT(spaceAt(logs, 8 + 3 * 12 + 2 * 4 + 8), 0.6);
    EXPECT_LT(spaceAt(logs, 8 + 12 + 2), 0.1) << "between letters";
}

TEST(WordGaps, WhatIsWideDependsOnTheLine)
{
    const cv::Mat line = lineWith({15, 15, 16, 15, 15});
    cv::Mat logs = logsFor(line, 0.3);

    weighGaps(logs, line, kAlphabet);

    EXPECT_LT(spaceAt(logs, 8 + 3 * 12 + 2 * 15 + 8), 0.3);
}

TEST(WordGaps, RowsStayProbabilities)
{
    const cv::Mat line = lineWith({4, 4, 30, 4});
    for (const double space : {1e-6, 0.3, 0.999999}) {
        cv::Mat logs = logsFor(line, space);

        weighGaps(logs, line, kAlphabet);

        for (int place = 0; place < logs.rows; ++place) {
            double sum = 0.0;
            for (int i = 0; i < logs.cols; ++i) {
                sum += std::exp(logs.at<float>(place, i));
            }
            EXPECT_NEAR(sum, 1.0, 1e-3) << place;
        }
    }
}

TEST(WordGaps, LeavesPaperBeforeAndBehindTheTextAlone)
{
    const cv::Mat line = lineWith({4, 4});
    cv::Mat logs = logsFor(line, 0.3);

    weighGaps(logs, line, kAlphabet);

    EXPECT_NEAR(spaceAt(logs, 0), 0.3, 1e-5);
    EXPECT_NEAR(spaceAt(logs, 390), 0.3, 1e-5);
}

} // namespace
} // namespace scanstraat::letters
