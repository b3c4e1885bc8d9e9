// SPDX-License-Identifier: EUPL-1.2
#include "align/PrintedLines.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::align {

namespace {

constexpr std::size_t kMost = 240;
constexpr double kApartMm = 7.0;       ///< between pieces on a long line
constexpr double kLongestHalfMm = 1.2; ///< a handwritten stroke rarely lies along a line for longer
constexpr double kHalfShare = 0.35;    ///< of a short line: its ends are corners
constexpr double kSameMm = 0.1;        ///< neighbouring cells share a side
constexpr double kThickestMm = 0.8;    ///< a thicker line is an area

class Collector
{
public:
    void addOutline(const RectMm& r)
    {
        addLine({r.x, r.y}, {r.right(), r.y});
        addLine({r.x, r.bottom()}, {r.right(), r.bottom()});
        addLine({r.x, r.y}, {r.x, r.bottom()});
        addLine({r.right(), r.y}, {r.right(), r.bottom()});
    }

    void addLine(PointMm from, PointMm to)
    {
        const bool vertical = from.x == to.x;
        if (!vertical && from.y != to.y) {
            return;
        }
        const double length = std::abs(to.x - from.x) + std::abs(to.y - from.y);
        const int pieces = std::max(1, static_cast<int>(length / kApartMm));
        for (int i = 0; i < pieces; ++i) {
            const double share = (i + 0.5) / pieces;
            add({{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)},
                 vertical,
                 std::min(kLongestHalfMm, kHalfShare * length)});
        }
    }

    [[nodiscard]] std::vector<LinePiece> thinned() const
    {
        const std::size_t step = pieces_.size() / kMost + 1;
        std::vector<LinePiece> result;
        for (std::size_t i = 0; i < pieces_.size(); i += step) {
            result.push_back(pieces_[i]);
        }
        return result;
    }

private:
    void add(const LinePiece& piece)
    {
        const bool known = std::ranges::any_of(pieces_, [&](const LinePiece& other) {
            return other.vertical == piece.vertical && std::abs(other.middle.x - piece.middle.x) < kSameMm &&
                   std::abs(other.middle.y - piece.middle.y) < kSameMm;
        });
        if (!known) {
            pieces_.push_back(piece);
        }
    }

    std::vector<LinePiece> pieces_;
};

void addFrames(Collector& lines, const form::Field& field)
{
    if (field.frameMm <= 0) {
        return;
    }
    for (const RectMm& cell : field.cells) {
        lines.addOutline(cell);
    }
    for (const form::Option& option : field.options) {
        if (option.shape == form::BoxShape::square) {
            lines.addOutline(option.box.grown(-field.frameMm / 2));
        }
    }
}

} // namespace

std::vector<LinePiece> printedLines(const form::Page& page)
{
    Collector lines;
    for (const form::Field& field : page.fields) {
        addFrames(lines, field);
    }
    for (const form::PrintedBox& box : page.printedBoxes) {
        if (box.lineMm > 0 && box.lineMm < kThickestMm && !box.grey) {
            lines.addOutline(box.area);
        }
    }
    for (const form::PrintedLine& line : page.printedLines) {
        if (line.widthMm < kThickestMm) {
            lines.addLine(line.from, line.to);
        }
    }
    return lines.thinned();
}

} // namespace scanstraat::align
