// SPDX-License-Identifier: EUPL-1.2
// Blur and thin strokes mix ink with paper in colour as in darkness, so the ratio of both sums is the ink's
// own. Paper is what is bright in the cut-out: recycled paper and warm lamps do not count as colour.
#include "marks/InkColour.h"

#include <cmath>

namespace scanstraat::marks {

namespace {

constexpr int kLeastPixels = 6;
constexpr int kPaperDarkness = 16; ///< of 255; below it is paper
constexpr double kFull = 255.0;

} // namespace

double InkColour::strength() const
{
    return std::hypot(cb, cr);
}

double InkColour::distanceTo(const InkColour& other) const
{
    return std::hypot(cb - other.cb, cr - other.cr);
}

std::optional<InkColour> inkColourOf(const cv::Mat& chroma, const cv::Mat& dark, const cv::Mat& ink)
{
    if (chroma.empty()) {
        return std::nullopt;
    }
    int inked = 0;
    int bare = 0;
    int darkness = 0;
    cv::Vec2i ofInk(0, 0);
    cv::Vec2i ofPaper(0, 0);
    for (int y = 0; y < dark.rows; ++y) {
        const auto* colour = chroma.ptr<cv::Vec2b>(y);
        const uchar* darkRow = dark.ptr<uchar>(y);
        const uchar* inkRow = ink.ptr<uchar>(y);
        for (int x = 0; x < dark.cols; ++x) {
            if (inkRow[x] != 0) {
                ofInk += cv::Vec2i(colour[x][0], colour[x][1]);
                darkness += darkRow[x];
                ++inked;
            } else if (darkRow[x] < kPaperDarkness) {
                ofPaper += cv::Vec2i(colour[x][0], colour[x][1]);
                ++bare;
            }
        }
    }
    if (inked < kLeastPixels || bare < kLeastPixels || darkness == 0) {
        return std::nullopt;
    }
    const auto ownOf = [&](int channel) {
        const double paper = static_cast<double>(ofPaper[channel]) / bare;
        return (ofInk[channel] - inked * paper) / kFull / (darkness / kFull);
    };
    return InkColour{ownOf(0), ownOf(1)};
}

} // namespace scanstraat::marks
