// SPDX-License-Identifier: EUPL-1.2
#include "letters/WordGaps.h"

#include "base/Median.h"
#include "letters/LineRecogniser.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace scanstraat::letters {

namespace {

constexpr uchar kInk = 60;
constexpr double kUncertain = 0.06; ///< capital heights of gap for a nat
constexpr double kMost = 4.0;       ///< nats

/// Columns without ink between two with ink.
std::vector<cv::Range> gapsOf(const cv::Mat& line)
{
    cv::Mat darkest;
    cv::reduce(line, darkest, 0, cv::REDUCE_MAX);
    std::vector<cv::Range> gaps;
    int end = -1;
    for (int x = 0; x < line.cols; ++x) {
        const bool hasInk = darkest.at<uchar>(0, x) > kInk;
        if (hasInk && end >= 0 && x > end) {
            gaps.emplace_back(end, x);
        }
        end = hasInk ? x + 1 : end;
    }
    return gaps;
}

/// Gap from which two characters belong to different words, in pixels.
double wordGap(const std::vector<cv::Range>& gaps)
{
    std::vector<double> widths;
    for (const cv::Range& gap : gaps) {
        widths.push_back(gap.size());
    }
    const double usual = medianOf(widths, 0.0);
    return std::clamp(1.6 * usual + 0.18 * kLineCapital, 0.38 * kLineCapital, 1.1 * kLineCapital);
}

/// Multiplies the odds of one class of a row.
void shiftOdds(float* row, int classes, int which, double nats)
{
    const double before = std::min(-1e-9, static_cast<double>(row[which]));
    const double odds = before - std::log1p(-std::exp(before)) + nats;
    const double after = -std::log1p(std::exp(-odds));
    // What the others have together changes from 1 - e^before to 1 - e^after.
    const double others = std::log1p(-std::exp(std::min(after, -1e-9))) - std::log1p(-std::exp(before));
    for (int i = 0; i < classes; ++i) {
        row[i] = static_cast<float>(i == which ? after : row[i] + others);
    }
}

} // namespace

void weighGaps(cv::Mat& logs, const cv::Mat& line, const std::u32string& alphabet)
{
    const std::size_t space = alphabet.find(U' ');
    if (space == std::u32string::npos) {
        return;
    }
    const std::vector<cv::Range> gaps = gapsOf(line);
    const double limit = wordGap(gaps);
    for (const cv::Range& gap : gaps) {
        const double nats = std::clamp((gap.size() - limit) / (kUncertain * kLineCapital), -kMost, kMost);
        for (int place = gap.start / kLineStride; place <= (gap.end - 1) / kLineStride; ++place) {
            shiftOdds(logs.ptr<float>(place), logs.cols, static_cast<int>(space), nats);
        }
    }
}

} // namespace scanstraat::letters
