// SPDX-License-Identifier: EUPL-1.2
#include "Sheet.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::synth {

namespace {

constexpr int kTextureSide = 512;

/// Fractional bits of the coordinates that OpenCV draws with.
constexpr int kShift = 4;

cv::Point fixedPoint(PointMm place, cv::Point2d origin)
{
    const double scale = kSheetPixelsPerMm * (1 << kShift);
    return {cvRound((place.x - origin.x) * scale - (1 << kShift) / 2.0),
            cvRound((place.y - origin.y) * scale - (1 << kShift) / 2.0)};
}

RectMm boundsOf(const std::vector<Stroke>& strokes)
{
    RectMm bounds;
    bool first = true;
    for (const Stroke& stroke : strokes) {
        for (const PointMm& point : stroke.points) {
            const RectMm box = RectMm{point.x, point.y, 0, 0}.grown(stroke.widthMm);
            bounds = first ? box : unite(bounds, box);
            first = false;
        }
    }
    return bounds;
}

void drawStroke(cv::Mat& patch, const Stroke& stroke, cv::Point2d origin)
{
    for (std::size_t i = 0; i + 1 < stroke.points.size(); ++i) {
        const double pressure = stroke.pressure.empty() ? 1.0 : stroke.pressure[i];
        const double width = stroke.widthMm * kSheetPixelsPerMm * (0.75 + 0.25 * pressure);
        cv::Mat segment = patch;
        cv::line(segment, fixedPoint(stroke.points[i], origin), fixedPoint(stroke.points[i + 1], origin),
                 cv::Scalar(255.0 * (0.6 + 0.4 * pressure)), std::max(1, cvRound(width)), cv::LINE_AA,
                 kShift);
    }
}

/// Pixels of the sheet inside a polygon.
struct Area
{
    cv::Rect place;
    cv::Mat mask; ///< 255 inside, of the size of `place`
};

Area areaOf(const std::vector<PointMm>& polygon, cv::Size sheet)
{
    std::vector<cv::Point> corners;
    for (const PointMm& point : polygon) {
        corners.push_back(fixedPoint(point, {0, 0}));
    }
    cv::Rect place = cv::boundingRect(corners);
    place = cv::Rect(place.x >> kShift, place.y >> kShift, (place.width >> kShift) + 3,
                     (place.height >> kShift) + 3) &
            cv::Rect({0, 0}, sheet);
    for (cv::Point& corner : corners) {
        corner -= place.tl() * (1 << kShift);
    }
    cv::Mat mask(place.size(), CV_8U, cv::Scalar(0));
    cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{corners}, cv::Scalar(255), cv::LINE_AA, kShift);
    return {place, mask};
}

} // namespace

Sheet::Sheet(cv::Mat print, const Pen& pen, Random& random)
    : print_(std::move(print)), ink_(print_.size(), CV_8U, cv::Scalar(0)), pen_(pen),
      texture_(inkTexture(pen, kTextureSide, kSheetPixelsPerMm, random))
{
}

void Sheet::stamp(const cv::Mat& coverage, cv::Point topLeft, double pressure)
{
    const cv::Rect wanted(topLeft, coverage.size());
    const cv::Rect inside = wanted & cv::Rect({0, 0}, ink_.size());
    const int force = cvRound(256.0 * std::clamp(pressure, 0.0, 1.0));
    for (int y = inside.y; y < inside.y + inside.height; ++y) {
        const uchar* from = coverage.ptr(y - topLeft.y) - topLeft.x;
        const uchar* texture = texture_.ptr(y % kTextureSide);
        uchar* to = ink_.ptr(y);
        for (int x = inside.x; x < inside.x + inside.width; ++x) {
            const int ink = (int(from[x]) * int(texture[x % kTextureSide]) * force) / (255 * 256);
            to[x] = static_cast<uchar>(255 - (255 - to[x]) * (255 - ink) / 255);
        }
    }
}

void Sheet::draw(const std::vector<Stroke>& strokes, double force)
{
    const RectMm bounds = boundsOf(strokes);
    const cv::Point topLeft(cvFloor(bounds.x * kSheetPixelsPerMm) - 2,
                            cvFloor(bounds.y * kSheetPixelsPerMm) - 2);
    const cv::Size size(cvCeil(bounds.width * kSheetPixelsPerMm) + 5,
                        cvCeil(bounds.height * kSheetPixelsPerMm) + 5);
    const cv::Point2d origin(topLeft.x / kSheetPixelsPerMm, topLeft.y / kSheetPixelsPerMm);
    for (const Stroke& stroke : strokes) {
        cv::Mat patch(size, CV_8U, cv::Scalar(0));
        drawStroke(patch, stroke, origin);
        stamp(patch, topLeft, force);
    }
}

cv::Rect Sheet::pixelsOf(const RectMm& area) const
{
    const cv::Point from(cvFloor(area.x * kSheetPixelsPerMm), cvFloor(area.y * kSheetPixelsPerMm));
    const cv::Point to(cvCeil(area.right() * kSheetPixelsPerMm), cvCeil(area.bottom() * kSheetPixelsPerMm));
    return cv::Rect(from, to) & cv::Rect({0, 0}, ink_.size());
}

void Sheet::erase(const std::vector<PointMm>& polygon, double share)
{
    const Area area = areaOf(polygon, ink_.size());
    for (int y = 0; y < area.place.height; ++y) {
        const uchar* rubbed = area.mask.ptr(y);
        uchar* ink = ink_.ptr(area.place.y + y) + area.place.x;
        for (int x = 0; x < area.place.width; ++x) {
            ink[x] = cv::saturate_cast<uchar>(ink[x] * (1.0 - (1.0 - share) * rubbed[x] / 255.0));
        }
    }
}

void Sheet::makePrintOwn()
{
    if (!ownPrint_) {
        print_ = print_.clone();
        ownPrint_ = true;
    }
}

void Sheet::paste(const cv::Mat& picture, double pixelsPerMm, PointMm centre, double degrees)
{
    makePrintOwn();
    const cv::Point2f middle(static_cast<float>(picture.cols) / 2, static_cast<float>(picture.rows) / 2);
    cv::Mat map = cv::getRotationMatrix2D(middle, -degrees, kSheetPixelsPerMm / pixelsPerMm);
    map.at<double>(0, 2) += centre.x * kSheetPixelsPerMm - middle.x;
    map.at<double>(1, 2) += centre.y * kSheetPixelsPerMm - middle.y;
    cv::warpAffine(picture, print_, map, print_.size(), cv::INTER_AREA, cv::BORDER_TRANSPARENT);
}

void Sheet::cover(const std::vector<PointMm>& polygon, double tone)
{
    makePrintOwn();
    const Area area = areaOf(polygon, ink_.size());
    erase(polygon, 0.0);
    for (int y = 0; y < area.place.height; ++y) {
        const uchar* covered = area.mask.ptr(y);
        uchar* print = print_.ptr(area.place.y + y) + area.place.x;
        for (int x = 0; x < area.place.width; ++x) {
            const double share = covered[x] / 255.0;
            print[x] = cv::saturate_cast<uchar>(print[x] * (1.0 - share) + tone * share);
        }
    }
}

void Sheet::smudge(const RectMm& area, PointMm drag, double share)
{
    const cv::Rect place = pixelsOf(area);
    const cv::Mat before = ink_(place).clone();
    const int steps = std::max(1, cvCeil(std::hypot(drag.x, drag.y) * kSheetPixelsPerMm / 2));
    for (int i = 1; i <= steps; ++i) {
        const double t = double(i) / steps;
        const cv::Point by(cvRound(drag.x * t * kSheetPixelsPerMm), cvRound(drag.y * t * kSheetPixelsPerMm));
        const cv::Rect to = (place + by) & cv::Rect({0, 0}, ink_.size());
        const cv::Mat spread = before(to - by - place.tl()) * (share * (1.0 - 0.8 * t));
        cv::Mat ink = ink_(to);
        cv::max(ink, spread, ink);
    }
}

cv::Mat Sheet::savedInk(const RectMm& area) const
{
    return ink_(pixelsOf(area)).clone();
}

void Sheet::restore(const RectMm& area, const cv::Mat& ink)
{
    ink.copyTo(ink_(pixelsOf(area)));
}

std::vector<PointMm> smoothed(const std::vector<PointMm>& points, int steps)
{
    if (points.size() < 3) {
        return points;
    }
    std::vector<PointMm> result;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const PointMm& a = points[i == 0 ? 0 : i - 1];
        const PointMm& b = points[i];
        const PointMm& c = points[i + 1];
        const PointMm& d = points[std::min(i + 2, points.size() - 1)];
        const auto at = [](double p, double q, double r, double s, double t) {
            return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t +
                          (3 * q - p - 3 * r + s) * t * t * t);
        };
        for (int k = 0; k < steps; ++k) {
            const double t = double(k) / steps;
            result.push_back({at(a.x, b.x, c.x, d.x, t), at(a.y, b.y, c.y, d.y, t)});
        }
    }
    result.push_back(points.back());
    return result;
}

} // namespace scanstraat::synth
