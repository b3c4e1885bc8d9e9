// SPDX-License-Identifier: EUPL-1.2
// Upright rectangles are drawn by the exact share of each pixel that they cover. Lines of a template run
// along the sheet's edges; one that slants would be drawn as its bounding box.
#include "marks/ExpectedPrint.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::marks {

namespace {

constexpr double kMmPerPt = 25.4 / 72.0;
constexpr double kAscent = 0.75;  ///< of the type size, above the baseline: capitals of Open Sans have 0.71
constexpr double kDescent = 0.22; ///< below it

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Share of each pixel of a row (or column) that lies between `from` and `to`.
std::vector<float> coverage(double from, double to, int side)
{
    std::vector<float> shares(static_cast<std::size_t>(side), 0.0F);
    const int first = std::max(0, cvFloor(from));
    const int last = std::min(side, cvCeil(to));
    for (int i = first; i < last; ++i) {
        shares[static_cast<std::size_t>(i)] =
            static_cast<float>(std::min<double>(i + 1, to) - std::max<double>(i, from));
    }
    return shares;
}

/// The picture being drawn, and how millimetres become its pixels.
struct Canvas
{
    cv::Mat picture;
    RectMm area;
    double scale = 1.0;

    /// Fills a rectangle where the picture is paler than `value`.
    void fill(const RectMm& bar, int value)
    {
        const RectMm seen{(bar.x - area.x) * scale, (bar.y - area.y) * scale, bar.width * scale,
                          bar.height * scale};
        const std::vector<float> across = coverage(seen.x, seen.right(), picture.cols);
        const std::vector<float> down = coverage(seen.y, seen.bottom(), picture.rows);
        const int top = std::clamp(cvFloor(seen.y), 0, picture.rows);
        const int bottom = std::clamp(cvCeil(seen.bottom()), 0, picture.rows);
        const int left = std::clamp(cvFloor(seen.x), 0, picture.cols);
        const int right = std::clamp(cvCeil(seen.right()), 0, picture.cols);
        for (int y = top; y < bottom; ++y) {
            uchar* row = picture.ptr<uchar>(y);
            for (int x = left; x < right; ++x) {
                const float ink = static_cast<float>(value) * across[static_cast<std::size_t>(x)] *
                                  down[static_cast<std::size_t>(y)];
                row[x] = std::max(row[x], cv::saturate_cast<uchar>(ink));
            }
        }
    }

    void frame(const RectMm& box, double lineMm, int value)
    {
        fill({box.x, box.y, box.width, lineMm}, value);
        fill({box.x, box.bottom() - lineMm, box.width, lineMm}, value);
        fill({box.x, box.y, lineMm, box.height}, value);
        fill({box.right() - lineMm, box.y, lineMm, box.height}, value);
    }

    /// A circle's line; a pixel that its edge crosses is covered by how far the edge is from its middle.
    void ring(const RectMm& box, double lineMm, int value)
    {
        const double x0 = (box.centre().x - area.x) * scale - 0.5;
        const double y0 = (box.centre().y - area.y) * scale - 0.5;
        const double outer = box.width / 2 * scale;
        const double inner = outer - lineMm * scale;
        const int top = std::max(0, cvFloor(y0 - outer));
        const int bottom = std::min(picture.rows, cvCeil(y0 + outer) + 1);
        const int left = std::max(0, cvFloor(x0 - outer));
        const int right = std::min(picture.cols, cvCeil(x0 + outer) + 1);
        for (int y = top; y < bottom; ++y) {
            uchar* row = picture.ptr<uchar>(y);
            for (int x = left; x < right; ++x) {
                const double far = std::sqrt((x - x0) * (x - x0) + (y - y0) * (y - y0));
                const double cover =
                    std::clamp(outer - far + 0.5, 0.0, 1.0) - std::clamp(inner - far + 0.5, 0.0, 1.0);
                row[x] = std::max(row[x], cv::saturate_cast<uchar>(value * cover));
            }
        }
    }
};

} // namespace

ExpectedPrint::ExpectedPrint(const form::Page& layout)
{
    for (const form::Field& field : layout.fields) {
        for (const form::Option& option : field.options) {
            frames_.push_back({option.box, field.frameMm, option.shape == form::BoxShape::round});
        }
        for (const auto& places : {field.cells, field.lines}) {
            for (const RectMm& place : places) {
                frames_.push_back({place, field.frameMm, false});
            }
        }
        if (field.writing == form::Writing::region) {
            frames_.push_back({field.box, field.frameMm, false});
        }
    }
    for (const form::PrintedBox& box : layout.printedBoxes) {
        if (box.lineMm > 0.0) {
            frames_.push_back({box.area, box.lineMm, false});
        }
    }
    for (const form::PrintedLine& line : layout.printedLines) {
        const RectMm from{line.from.x, line.from.y, 0.0, 0.0};
        bars_.push_back(unite(from, {line.to.x, line.to.y, 0.0, 0.0}).grown(line.widthMm / 2));
    }
    for (const form::PrintedText& text : layout.texts) {
        const double size = text.sizePt * kMmPerPt;
        texts_.push_back({text.at.x, text.at.y - kAscent * size, text.widthMm, (kAscent + kDescent) * size});
    }
}

cv::Mat ExpectedPrint::draw(const RectMm& area, int side, const RectMm& own) const
{
    Canvas canvas{cv::Mat(side, side, CV_8U, cv::Scalar(0)), area, side / area.width};
    for (const RectMm& text : texts_) {
        if (overlap(text, area)) {
            canvas.fill(text, kText);
        }
    }
    for (const RectMm& bar : bars_) {
        if (overlap(bar, area)) {
            canvas.fill(bar, kOtherLine);
        }
    }
    for (const Frame& frame : frames_) {
        if (!overlap(frame.box, area)) {
            continue;
        }
        const int value = frame.box == own ? kOwnFrame : kOtherLine;
        if (frame.round) {
            canvas.ring(frame.box, frame.lineMm, value);
        } else {
            canvas.frame(frame.box, frame.lineMm, value);
        }
    }
    return canvas.picture;
}

} // namespace scanstraat::marks
