// SPDX-License-Identifier: EUPL-1.2
// Paper is what is brighter than the middle between the darkest and the brightest pixels; its median and
// spread are robust against print and ink as long as a tenth of the cut-out is bare. It fails where a
// shadow or a stain covers half of the cut-out.
#include "page/InkMask.h"

#include "page/GreyHistogram.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::page {

namespace {

constexpr double kMinContrast = 40.0; ///< grey levels; paler than any pencil on white paper
constexpr double kMinRange = 24.0;    ///< grey levels between dark and bright; less is bare paper
constexpr double kInkShare = 0.20;    ///< of the contrast: an HB pencil stroke has 0.3 to 0.6
constexpr double kBitonalShare = 0.5;
constexpr double kNoiseSigmas = 5.0;
constexpr double kLeastLevels = 14.0; ///< grey levels below paper: above JPEG ringing
constexpr double kSpeckMm2 = 0.05;    ///< smaller pieces are dust: a full stop of a thin pen has 0.1

} // namespace

Levels measureLevels(const cv::Mat& grey)
{
    const GreyHistogram counts(grey);
    const double dark = counts.quantile(0.01);
    const double bright = counts.quantile(0.97);
    const int middle = bright - dark < kMinRange ? 0 : static_cast<int>((dark + bright) / 2);
    Levels levels;
    levels.paper = counts.quantileAbove(middle, 0.5);
    levels.noise = std::max(0.0, counts.quantileAbove(middle, 0.84) - levels.paper);
    levels.contrast = std::max(kMinContrast, levels.paper - dark);
    return levels;
}

cv::Mat darknessOf(const cv::Mat& grey, double paper)
{
    cv::Mat dark;
    grey.convertTo(dark, CV_8U, -255.0 / std::max(1.0, paper), 255.0);
    return dark;
}

cv::Mat darkerThanPaper(const cv::Mat& grey, const Levels& levels, bool bitonal)
{
    const double share = bitonal ? kBitonalShare : kInkShare;
    const double below = std::max({share * levels.contrast, kNoiseSigmas * levels.noise, kLeastLevels});
    return grey < levels.paper - std::min(below, kBitonalShare * levels.contrast);
}

cv::Mat inkMask(const cv::Mat& grey, const Levels& levels, bool bitonal, double pixelsPerMm)
{
    cv::Mat mask = darkerThanPaper(grey, levels, bitonal);
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8);
    const double least = kSpeckMm2 * pixelsPerMm * pixelsPerMm;
    std::vector<uchar> keep(static_cast<std::size_t>(count), 255);
    keep[0] = 0;
    for (int i = 1; i < count; ++i) {
        keep[static_cast<std::size_t>(i)] = stats.at<int>(i, cv::CC_STAT_AREA) < least ? 0 : 255;
    }
    for (int y = 0; y < mask.rows; ++y) {
        const int* label = labels.ptr<int>(y);
        uchar* out = mask.ptr<uchar>(y);
        for (int x = 0; x < mask.cols; ++x) {
            out[x] = keep[static_cast<std::size_t>(label[x])];
        }
    }
    return mask;
}

} // namespace scanstraat::page
