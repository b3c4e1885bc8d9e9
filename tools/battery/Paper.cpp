// SPDX-License-Identifier: EUPL-1.2
//
// A mark is intact while none of its pixels, nor those half a millimetre around it, changed visibly: the
// pictures of the marks before and after each act are compared, so that no distortion has to say what it hit.
#include "Paper.h"

#include "Sheet.h"
#include "base/Units.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::battery {

namespace {

using synth::kSheetPixelsPerMm;

/// Around a mark there must be so much of what was there.
constexpr double kQuietMm = 0.5;

/// Grey levels that make a pixel another one. Paper and print are 240 apart; the back shines through by 72.
constexpr double kVisible = 90.0;

/// Share of changed pixels from which a mark is touched: 0.4 square millimetres of a mark of 5 mm.
constexpr double kTouchedShare = 0.01;

} // namespace

cv::Point drawingPixel(PointMm place)
{
    return {cvFloor(place.x * kSheetPixelsPerMm), cvFloor(place.y * kSheetPixelsPerMm)};
}

PointMm apply(const cv::Matx33d& map, PointMm place)
{
    return {map(0, 0) * place.x + map(0, 1) * place.y + map(0, 2),
            map(1, 0) * place.x + map(1, 1) * place.y + map(1, 2)};
}

cv::Matx33d turnAbout(PointMm centre, double degrees, double scale, PointMm shift)
{
    const double angle = degrees * CV_PI / 180.0;
    const double c = scale * std::cos(angle);
    const double s = scale * std::sin(angle);
    return {c, -s, centre.x - c * centre.x + s * centre.y + shift.x,
            s, c,  centre.y - s * centre.x - c * centre.y + shift.y,
            0, 0,  1};
}

Paper::Paper(cv::Mat colour, std::vector<RectMm> marks)
    : colour_(std::move(colour)), present_(colour_.size(), CV_8U, cv::Scalar(255)), marks_(std::move(marks)),
      intact_(marks_.size(), true)
{
}

Paper Paper::clone() const
{
    Paper copy = *this;
    copy.colour_ = colour_.clone();
    copy.present_ = present_.clone();
    return copy;
}

std::array<PointMm, 4> Paper::markCorners(std::size_t mark) const
{
    const RectMm& box = marks_[mark];
    std::array<PointMm, 4> corners{PointMm{box.x, box.y}, PointMm{box.right(), box.y},
                                   PointMm{box.right(), box.bottom()}, PointMm{box.x, box.bottom()}};
    for (PointMm& corner : corners) {
        corner = apply(formToSheet_, corner);
    }
    return corners;
}

PointMm Paper::markCentre(std::size_t mark) const
{
    return apply(formToSheet_, marks_[mark].centre());
}

cv::Rect Paper::surroundings(std::size_t mark) const
{
    RectMm bounds{markCentre(mark).x, markCentre(mark).y, 0, 0};
    for (const PointMm& corner : markCorners(mark)) {
        bounds = unite(bounds, {corner.x, corner.y, 0, 0});
    }
    bounds = bounds.grown(kQuietMm);
    return cv::Rect(drawingPixel({bounds.x, bounds.y}), drawingPixel({bounds.right(), bounds.bottom()})) &
           cv::Rect({0, 0}, colour_.size());
}

std::vector<cv::Mat> Paper::markPictures() const
{
    std::vector<cv::Mat> pictures;
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
        cv::Mat grey;
        if (const cv::Rect area = surroundings(mark); !area.empty()) {
            cv::cvtColor(colour_(area), grey, cv::COLOR_BGR2GRAY);
            grey.setTo(128, present_(area) < 128);
        }
        pictures.push_back(grey);
    }
    return pictures;
}

void Paper::dropTouched(const std::vector<cv::Mat>& before)
{
    const std::vector<cv::Mat> after = markPictures();
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
        if (before[mark].empty()) {
            continue;
        }
        cv::Mat change;
        cv::absdiff(before[mark], after[mark], change);
        const double changed = cv::countNonZero(change > kVisible);
        intact_[mark] = intact_[mark] && changed < kTouchedShare * static_cast<double>(change.total());
    }
}

void Paper::cover(const cv::Mat& alpha, cv::Point topLeft, cv::Vec3d tone)
{
    const std::vector<cv::Mat> before = markPictures();
    const cv::Rect area = cv::Rect(topLeft, alpha.size()) & cv::Rect({0, 0}, colour_.size());
    for (int y = area.y; y < area.y + area.height; ++y) {
        const uchar* from = alpha.ptr(y - topLeft.y) - topLeft.x;
        auto* to = colour_.ptr<cv::Vec3b>(y);
        for (int x = area.x; x < area.x + area.width; ++x) {
            const double share = from[x] / 255.0;
            for (int i = 0; i < 3; ++i) {
                to[x][i] = cv::saturate_cast<uchar>(to[x][i] * (1.0 - share) + tone[i] * share);
            }
        }
    }
    dropTouched(before);
}

void Paper::stain(const cv::Mat& density, cv::Point topLeft, cv::Vec3d through)
{
    const std::vector<cv::Mat> before = markPictures();
    const cv::Rect area = cv::Rect(topLeft, density.size()) & cv::Rect({0, 0}, colour_.size());
    for (int y = area.y; y < area.y + area.height; ++y) {
        const uchar* from = density.ptr(y - topLeft.y) - topLeft.x;
        auto* to = colour_.ptr<cv::Vec3b>(y);
        for (int x = area.x; x < area.x + area.width; ++x) {
            for (int i = 0; from[x] != 0 && i < 3; ++i) {
                to[x][i] = cv::saturate_cast<uchar>(to[x][i] * (1.0 - from[x] / 255.0 * (1.0 - through[i])));
            }
        }
    }
    dropTouched(before);
}

void Paper::cutAway(const std::vector<PointMm>& outline)
{
    std::vector<cv::Point> points;
    for (const PointMm& point : outline) {
        points.push_back(drawingPixel(point));
    }
    cv::fillPoly(present_, std::vector<std::vector<cv::Point>>{points}, cv::Scalar(0), cv::LINE_AA);
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
        if (const cv::Rect area = surroundings(mark); !area.empty()) {
            const double gone = cv::countNonZero(present_(area) < 128);
            intact_[mark] = intact_[mark] && gone < kTouchedShare * static_cast<double>(area.area());
        }
    }
}

void Paper::reprint(const cv::Matx33d& map, uchar gap)
{
    colour_.setTo(cv::Scalar::all(gap), present_ < 128);
    present_.setTo(255);
    formToSheet_ = map * formToSheet_;
    const double scale = kSheetPixelsPerMm; // mm to drawing, pixel centres at whole numbers
    const cv::Matx33d toPixel(scale, 0, -0.5, 0, scale, -0.5, 0, 0, 1);
    const cv::Matx33d pixels = toPixel * map * toPixel.inv();
    cv::Mat moved;
    cv::warpAffine(colour_, moved, cv::Mat(pixels).rowRange(0, 2), colour_.size(), cv::INTER_LINEAR,
                   cv::BORDER_CONSTANT, cv::Scalar::all(255));
    colour_ = moved;
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
        for (const PointMm& corner : markCorners(mark)) {
            const bool inside =
                corner.x >= 0 && corner.y >= 0 && corner.x <= kA4WidthMm && corner.y <= kA4HeightMm;
            intact_[mark] = intact_[mark] && inside;
        }
    }
}

} // namespace scanstraat::battery
