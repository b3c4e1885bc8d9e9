// SPDX-License-Identifier: EUPL-1.2
// A photo is the largest dark or toned area around the frame's middle once strokes and printed lines are
// taken away by opening. Where its outline has the size of a passport photo it is cut out along it. It fails
// where the photo's background is as white as the paper: then the frame's own place is cut out.
#include "regions/PastedPhoto.h"

#include "page/InkMask.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace scanstraat::regions {

namespace {

constexpr double kSearchPixelsPerMm = 6.0;
constexpr double kAroundMm = 8.0;
constexpr double kStrokeMm = 2.0;     ///< what is thinner is no photo
constexpr double kLineMm = 1.0;       ///< of frames
constexpr double kGapMm = 1.5;        ///< bright places inside a photo that are closed
constexpr double kTolerance = 0.1;    ///< of the sides' lengths
constexpr double kMostTilt = 20.0;    ///< degrees
constexpr double kTonedLevels = 10.0; ///< below paper: a light grey background has 15 and more
constexpr double kNoiseSigmas = 3.0;
constexpr double kMostPixelsPerMm = 12.0; ///< 300 dpi

/// Pixels that belong to something toned and thicker than strokes.
cv::Mat tonedAreas(const cv::Mat& grey)
{
    const page::Levels levels = page::measureLevels(grey);
    cv::Mat smooth;
    cv::blur(grey, smooth, {3, 3});
    cv::Mat mask = smooth < levels.paper - std::max(kTonedLevels, kNoiseSigmas * levels.noise);
    const auto square = [](double mm) {
        const int side = std::max(1, cvRound(mm * kSearchPixelsPerMm));
        return cv::getStructuringElement(cv::MORPH_RECT, {side, side});
    };
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN,
                     square(kLineMm)); // a line beside the photo would be closed to it
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, square(kGapMm));
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, square(kStrokeMm));
    return mask;
}

/// The outline of the largest area that reaches into the middle of the picture; empty where there is none.
std::vector<cv::Point> outlineOf(const cv::Mat& mask)
{
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    const cv::Rect middle(mask.cols / 3, mask.rows / 3, mask.cols / 3, mask.rows / 3);
    std::vector<cv::Point> largest;
    for (std::vector<cv::Point>& outline : outlines) {
        if ((cv::boundingRect(outline) & middle).area() > 0 &&
            (largest.empty() || cv::contourArea(outline) > cv::contourArea(largest))) {
            largest = std::move(outline);
        }
    }
    return largest;
}

bool isNear(double value, double wanted)
{
    return std::abs(value - wanted) <= kTolerance * wanted;
}

/// A rectangle of a photo's size: its width is the side that lies more or less level, its angle the tilt in
/// degrees (clockwise, -45 to 45). Millimetres from the cut-out's corner.
struct Outline
{
    cv::Point2d centre;
    double tilt = 0.0;
    bool lying = false;
};

std::optional<Outline> photoOutline(const cv::Mat& mask)
{
    const std::vector<cv::Point> points = outlineOf(mask);
    if (points.empty()) {
        return std::nullopt;
    }
    const cv::RotatedRect box = cv::minAreaRect(points);
    double angle = box.angle;
    cv::Size2d size(box.size.width / kSearchPixelsPerMm, box.size.height / kSearchPixelsPerMm);
    while (angle > 45.0) {
        angle -= 90.0;
        std::swap(size.width, size.height);
    }
    const bool upright = isNear(size.width, kPhotoWidthMm) && isNear(size.height, kPhotoHeightMm);
    const bool lying = isNear(size.width, kPhotoHeightMm) && isNear(size.height, kPhotoWidthMm);
    const double filled = cv::contourArea(points) / std::max(1.0F, box.size.area());
    constexpr double kFilled = 0.9;
    if ((!upright && !lying) || filled < kFilled || std::abs(angle) > kMostTilt) {
        return std::nullopt;
    }
    return Outline{cv::Point2d(box.center) / kSearchPixelsPerMm, angle, lying};
}

/// The cut-out turned by the outline's tilt and cut to the photo's size.
cv::Mat alongOutline(const page::RegisteredPage& page, const RectMm& around, const Outline& outline,
                     double pixelsPerMm)
{
    const cv::Mat whole = colourCut(page, around, pixelsPerMm);
    const double width = outline.lying ? kPhotoHeightMm : kPhotoWidthMm;
    const double height = outline.lying ? kPhotoWidthMm : kPhotoHeightMm;
    const cv::Size size(cvRound(width * pixelsPerMm), cvRound(height * pixelsPerMm));
    cv::Mat turn = cv::getRotationMatrix2D(outline.centre * pixelsPerMm, outline.tilt, 1.0);
    turn.at<double>(0, 2) += size.width / 2.0 - outline.centre.x * pixelsPerMm;
    turn.at<double>(1, 2) += size.height / 2.0 - outline.centre.y * pixelsPerMm;
    cv::Mat picture;
    cv::warpAffine(whole, picture, turn, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return picture;
}

} // namespace

cv::Mat colourCut(const page::RegisteredPage& page, const RectMm& area, double pixelsPerMm)
{
    const cv::Mat grey = page.cut(area, pixelsPerMm);
    const cv::Mat chroma = page.cutChroma(area, pixelsPerMm);
    if (chroma.empty()) {
        return grey;
    }
    std::array<cv::Mat, 2> blueRed;
    cv::split(chroma, blueRed.data());
    cv::Mat colours;
    cv::merge(std::array{grey, blueRed[1], blueRed[0]}, colours);
    cv::cvtColor(colours, colours, cv::COLOR_YCrCb2BGR);
    return colours;
}

PastedPhoto findPhoto(const page::RegisteredPage& page, const RectMm& frame)
{
    const RectMm around = frame.grown(kAroundMm);
    const cv::Mat mask = tonedAreas(page.cut(around, kSearchPixelsPerMm));
    const int margin = cvRound(kAroundMm * kSearchPixelsPerMm);
    const cv::Rect inner(margin, margin, mask.cols - 2 * margin, mask.rows - 2 * margin);
    PastedPhoto photo;
    photo.covered = static_cast<double>(cv::countNonZero(mask(inner))) / inner.area();
    photo.pixelsPerMm = std::min(kMostPixelsPerMm, page.pixelsPerMm());
    if (const auto outline = photoOutline(mask)) {
        photo.hasOutline = true;
        photo.lying = outline->lying;
        photo.picture = alongOutline(page, around, *outline, photo.pixelsPerMm);
    } else {
        photo.picture = colourCut(page, frame, photo.pixelsPerMm);
    }
    return photo;
}

} // namespace scanstraat::regions
