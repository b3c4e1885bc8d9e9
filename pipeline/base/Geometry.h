// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

namespace scanstraat {

/// A place on the form, in millimetres from the top left of A4, y down.
struct PointMm
{
    double x = 0.0;
    double y = 0.0;
    bool operator==(const PointMm&) const = default;
};

/// An upright rectangle on the form, in millimetres from the top left of A4.
struct RectMm
{
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;
    bool operator==(const RectMm&) const = default;

    [[nodiscard]] constexpr double right() const { return x + width; }
    [[nodiscard]] constexpr double bottom() const { return y + height; }
    [[nodiscard]] constexpr PointMm centre() const { return {x + width / 2, y + height / 2}; }

    /// Grown by `mm` on every side (shrunk when negative).
    [[nodiscard]] constexpr RectMm grown(double mm) const
    {
        return {x - mm, y - mm, width + 2 * mm, height + 2 * mm};
    }
    [[nodiscard]] constexpr RectMm shifted(PointMm by) const { return {x + by.x, y + by.y, width, height}; }
};

/// The smallest rectangle that holds both.
constexpr RectMm unite(const RectMm& a, const RectMm& b)
{
    const double left = a.x < b.x ? a.x : b.x;
    const double top = a.y < b.y ? a.y : b.y;
    const double right = a.right() > b.right() ? a.right() : b.right();
    const double bottom = a.bottom() > b.bottom() ? a.bottom() : b.bottom();
    return {left, top, right - left, bottom - top};
}

/// The smallest rectangle that holds all of them; at least one.
constexpr RectMm unite(std::span<const RectMm> rectangles)
{
    RectMm all = rectangles.front();
    for (const RectMm& rectangle : rectangles) {
        all = unite(all, rectangle);
    }
    return all;
}

} // namespace scanstraat
