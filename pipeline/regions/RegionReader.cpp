// SPDX-License-Identifier: EUPL-1.2
// Counts the ink inside the frame, pieces that hang on to the frame's edge left out: they come from
// writing next to the region. It fails when the region has print inside that the template calls its own.
#include "marks/RegionReader.h"

#include "marks/InkMask.h"
#include "page/FrameSnap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scanstraat::marks {

namespace {

using reading::FieldState;

constexpr double kPixelsPerMm = 6.0; ///< 150 dpi: enough to see a stroke, cheap for a whole photo
constexpr double kInsetMm = 0.6;     ///< inside the frame's line
constexpr double kEdgeMm = 2.0;      ///< pieces that stay within this distance of the edge are not ours
constexpr double kEvenMm2 = 1.5;     ///< ink at which present and absent are equally likely: initials have 4
constexpr double kSlope = 3.5;       ///< of the logistic curve over the logarithm of the ink
constexpr double kLeastMm2 = 0.02;   ///< so that no ink at all is not certainty
constexpr double kAcceptFrom = 0.97;
constexpr double kLeastStrength = 0.4;

/// Ink in mm², without pieces that only touch the edge.
double inkArea(const cv::Mat& mask)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8);
    const int edge = cvRound(kEdgeMm * kPixelsPerMm);
    const cv::Rect core(edge, edge, mask.cols - 2 * edge, mask.rows - 2 * edge);
    double pixels = 0.0;
    for (int i = 1; i < count; ++i) {
        const cv::Rect piece(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                             stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (core.area() <= 0 || (piece & core).area() > 0) {
            pixels += stats.at<int>(i, cv::CC_STAT_AREA);
        }
    }
    return pixels / (kPixelsPerMm * kPixelsPerMm);
}

} // namespace

reading::FieldReading readRegion(const page::RegisteredPage& page, const form::Field& field)
{
    const std::array<RectMm, 1> frames{field.box};
    const page::Snap snap = page::snapToFrame(page, frames);
    const PointMm shift = snap.strength >= kLeastStrength ? snap.shift : PointMm{};
    const RectMm inside = field.box.shifted(shift).grown(-(field.frameMm + kInsetMm));
    const cv::Mat grey = page.cut(inside, kPixelsPerMm);
    const cv::Mat mask = inkMask(grey, measureLevels(grey), page.image().bitonal, kPixelsPerMm);
    const double logInk = std::log(std::max(kLeastMm2, inkArea(mask)) / kEvenMm2);
    const double present = 1.0 / (1.0 + std::exp(-kSlope * logInk));

    reading::FieldReading reading;
    reading.fieldId = field.id;
    reading.box = field.box;
    reading.value = present >= 0.5 ? "present" : "absent";
    reading.raw = reading.value;
    reading.confidence = std::max(present, 1.0 - present);
    reading.state = present >= 0.5 ? FieldState::read : FieldState::empty;
    if (reading.confidence < kAcceptFrom) {
        reading.state = FieldState::unsure;
        reading.alternatives = {{present >= 0.5 ? "absent" : "present", 1.0 - reading.confidence}};
        reading.reasons.emplace_back("Weinig inkt: handtekening, stempel of foto is niet zeker");
    }
    return reading;
}

} // namespace scanstraat::marks
