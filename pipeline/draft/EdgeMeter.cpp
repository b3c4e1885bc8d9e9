// SPDX-License-Identifier: EUPL-1.2
//
// Several stripes of the line are averaged along it; each gives a profile, and the median of the profiles is
// measured half way between the line's darkness and what lies on either side, which may be a tint.
#include "draft/EdgeMeter.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scanstraat::draft {

namespace {

constexpr int kStripes = 9;
constexpr double kLeastDepth = 16.0; ///< grey levels
constexpr double kMarginMm = 0.7;    ///< beside the search, for the surroundings

/// Brightness across the line, one value a pixel; the median over stripes along it.
std::vector<double> profileOf(const cv::Mat& across)
{
    const int stripes = std::min(kStripes, across.rows);
    cv::Mat means(stripes, across.cols, CV_32F);
    for (int stripe = 0; stripe < stripes; ++stripe) {
        const cv::Mat part =
            across.rowRange(stripe * across.rows / stripes, std::max(stripe * across.rows / stripes + 1,
                                                                     (stripe + 1) * across.rows / stripes));
        cv::Mat mean = means.row(stripe);
        cv::reduce(part, mean, 0, cv::REDUCE_AVG, CV_32F);
    }
    cv::sort(means, means, cv::SORT_EVERY_COLUMN | cv::SORT_ASCENDING);
    const cv::Mat middle = means.row(stripes / 2);
    return {middle.begin<float>(), middle.end<float>()};
}

/// Index of the darkest value nearest to the middle of the search.
std::optional<int> darkestNear(const std::vector<double>& profile, double near, double reach)
{
    const int from = std::max(1, static_cast<int>(std::floor(near - reach)));
    const int to = std::min(static_cast<int>(profile.size()) - 2, static_cast<int>(std::ceil(near + reach)));
    std::optional<int> best;
    double bestScore = 0.0;
    for (int i = from; i <= to; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double away = std::abs(i + 0.5 - near) / std::max(1.0, reach);
        const double score = (255.0 - profile[at]) * (1.0 - 0.5 * std::min(1.0, away));
        const bool low = profile[at] <= profile[at - 1] && profile[at] <= profile[at + 1];
        if (low && (!best || score > bestScore)) {
            best = i;
            bestScore = score;
        }
    }
    return best;
}

/// The place left (step -1) or right (+1) of `low` where the profile passes half way to the brightest value
/// within the reach; in pixels, none where it does not get bright.
std::optional<double> crossing(const std::vector<double>& profile, int low, int step, int reach)
{
    const auto value = [&](int i) { return profile[static_cast<std::size_t>(i)]; };
    const int last = static_cast<int>(profile.size()) - 1;
    double bright = value(low);
    for (int i = low, steps = 0; i >= 0 && i <= last && steps <= reach; i += step, ++steps) {
        if (value(i) < bright - kLeastDepth / 2) {
            break; // the next line begins
        }
        bright = std::max(bright, value(i));
    }
    if (bright - value(low) < kLeastDepth) {
        return std::nullopt;
    }
    const double half = (bright + value(low)) / 2;
    for (int i = low; i + step >= 0 && i + step <= last; i += step) {
        if (value(i + step) >= half) {
            const double share = (half - value(i)) / std::max(1e-6, value(i + step) - value(i));
            return i + 0.5 + step * share;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<MeasuredLine> measureLine(const Sheet& sheet, const LineSearch& search)
{
    const double first = search.near - search.reach - kMarginMm;
    const double size = 2 * (search.reach + kMarginMm);
    const RectMm area = search.vertical ? RectMm{first, search.from, size, search.to - search.from}
                                        : RectMm{search.from, first, search.to - search.from, size};
    const cv::Rect pixels = sheet.toPixels(area);
    if (pixels.width < 3 || pixels.height < 3) {
        return std::nullopt;
    }
    cv::Mat across; // of its own: a square part would be transposed in the sheet
    if (search.vertical) {
        sheet.grey(pixels).copyTo(across);
    } else {
        cv::transpose(sheet.grey(pixels), across);
    }
    const std::vector<double> profile = profileOf(across);
    const double offset = search.vertical ? sheet.xMm(pixels.x) : sheet.yMm(pixels.y);
    const double near = (search.near - offset) * sheet.pixelsPerMm;
    const auto low = darkestNear(profile, near, search.reach * sheet.pixelsPerMm);
    if (!low) {
        return std::nullopt;
    }
    const int reach = std::max(3, cvRound(1.0 * sheet.pixelsPerMm));
    const auto left = crossing(profile, *low, -1, reach);
    const auto right = crossing(profile, *low, 1, reach);
    if (!left || !right) {
        return std::nullopt;
    }
    return MeasuredLine{offset + (*left + *right) / 2 / sheet.pixelsPerMm,
                        (*right - *left) / sheet.pixelsPerMm};
}

} // namespace scanstraat::draft
