// SPDX-License-Identifier: EUPL-1.2
#include "scan/pdf/PdfState.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::scan {

namespace {

/// Share of a side by which a straight picture may lean: rounding in the file, 0.3 mm on an A4.
constexpr double kSlant = 1e-3;

} // namespace

Rectangle ordered(const Rectangle& box)
{
    return {std::min(box.llx, box.urx), std::min(box.lly, box.ury), std::max(box.llx, box.urx),
            std::max(box.lly, box.ury)};
}

Rectangle intersection(const Rectangle& a, const Rectangle& b)
{
    Rectangle both(std::max(a.llx, b.llx), std::max(a.lly, b.lly), std::min(a.urx, b.urx),
                   std::min(a.ury, b.ury));
    both.urx = std::max(both.urx, both.llx);
    both.ury = std::max(both.ury, both.lly);
    return both;
}

double area(const Rectangle& box)
{
    return (box.urx - box.llx) * (box.ury - box.lly);
}

bool keepsRectangles(const QPDFMatrix& m)
{
    const double across = std::max(std::abs(m.b), std::abs(m.c));
    const double along = std::max(std::abs(m.a), std::abs(m.d));
    return across <= kSlant * along || along <= kSlant * across;
}

std::optional<int> quarterTurns(const QPDFMatrix& m)
{
    if (!keepsRectangles(m) || !(m.a * m.d - m.b * m.c > 0.0)) {
        return std::nullopt;
    }
    if (std::abs(m.a) > std::abs(m.b)) {
        return m.a > 0 ? 0 : 2;
    }
    return m.b < 0 ? 1 : 3; // y points up: rows that run down the page are turned clockwise
}

} // namespace scanstraat::scan
