// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Pen.h"
#include "base/Geometry.h"

#include <opencv2/core.hpp>

#include <vector>

namespace scanstraat::synth {

/// Resolution of the drawing, in pixels per millimetre (406 dpi).
constexpr double kSheetPixelsPerMm = 16.0;

/// One stroke of the pen: a smooth line through `points`. `pressure` (0..1, one a point, or empty: 1)
/// makes it thinner and fainter.
struct Stroke
{
    std::vector<PointMm> points;
    std::vector<double> pressure;
    double widthMm = 0.5;
};

/// A printed page with what was written on it. Both are 8-bit, in the coordinates of the form.
class Sheet
{
public:
    /// `print`: grey, paper 255, kSheetPixelsPerMm; shared, not changed.
    Sheet(cv::Mat print, const Pen& pen, Random& random);

    [[nodiscard]] const cv::Mat& print() const { return print_; }
    [[nodiscard]] const cv::Mat& ink() const { return ink_; } ///< 0 no ink .. 255 full ink
    [[nodiscard]] const Pen& pen() const { return pen_; }

    /// Lays ink where `coverage` (8-bit) is; its top left pixel at `topLeft` of the sheet.
    void stamp(const cv::Mat& coverage, cv::Point topLeft, double pressure = 1.0);

    /// Strokes of one mark: they do not darken each other more than the pen can. `force` (0..1) is how hard
    /// the pen is pressed.
    void draw(const std::vector<Stroke>& strokes, double force = 1.0);

    /// Rubs ink out inside a polygon: `share` (0..1) of it stays.
    void erase(const std::vector<PointMm>& polygon, double share);

    /// Lays correction fluid over print and ink inside a polygon; `tone` is its white (0..255, paper 255).
    /// This sheet's print becomes its own.
    void cover(const std::vector<PointMm>& polygon, double tone);

    /// Glues a picture (8-bit grey, `pixelsPerMm`) onto the sheet, its middle at `centre`, turned clockwise
    /// by `degrees`. This sheet's print becomes its own.
    void paste(const cv::Mat& picture, double pixelsPerMm, PointMm centre, double degrees);

    /// A finger that drags wet ink of `area` along `drag` (mm): `share` (0..1) of it is spread over the way.
    void smudge(const RectMm& area, PointMm drag, double share);

    /// The ink of an area, to put it back later with restore().
    [[nodiscard]] cv::Mat savedInk(const RectMm& area) const;
    void restore(const RectMm& area, const cv::Mat& ink);

private:
    [[nodiscard]] cv::Rect pixelsOf(const RectMm& area) const;
    void makePrintOwn();

    cv::Mat print_;
    cv::Mat ink_;
    Pen pen_;
    cv::Mat texture_;
    bool ownPrint_ = false;
};

/// Points of a smooth curve through `points` (Catmull-Rom), `steps` for each piece.
[[nodiscard]] std::vector<PointMm> smoothed(const std::vector<PointMm>& points, int steps = 6);

} // namespace scanstraat::synth
