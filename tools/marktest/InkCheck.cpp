// SPDX-License-Identifier: EUPL-1.2
#include "InkCheck.h"

#include "Sheet.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::marktest {

namespace {

/// How far a place lies outside a box; 0 within it.
double distanceFrom(const RectMm& box, PointMm place)
{
    const double dx = std::max({box.x - place.x, 0.0, place.x - box.right()});
    const double dy = std::max({box.y - place.y, 0.0, place.y - box.bottom()});
    return std::hypot(dx, dy);
}

bool isInside(const MarkPlace& place, const RectMm& inside, PointMm at)
{
    if (place.round) {
        const PointMm m = inside.centre();
        return std::hypot(at.x - m.x, at.y - m.y) < inside.width / 2;
    }
    return at.x >= inside.x && at.x < inside.right() && at.y >= inside.y && at.y < inside.bottom();
}

/// Share of ink in a square of a fifth of the inside at the middle of each side; paper has less than half.
int paperSides(const cv::Mat& ink, const RectMm& area, const RectMm& inside, int threshold)
{
    const double side = inside.width / 5;
    const PointMm m = inside.centre();
    int sides = 0;
    for (const PointMm at : {PointMm{m.x, inside.y + side / 2}, PointMm{m.x, inside.bottom() - side / 2},
                             PointMm{inside.x + side / 2, m.y}, PointMm{inside.right() - side / 2, m.y}}) {
        const cv::Rect part(cvRound((at.x - side / 2 - area.x) * synth::kSheetPixelsPerMm),
                            cvRound((at.y - side / 2 - area.y) * synth::kSheetPixelsPerMm),
                            cvRound(side * synth::kSheetPixelsPerMm),
                            cvRound(side * synth::kSheetPixelsPerMm));
        const cv::Mat cell = ink(part & cv::Rect({0, 0}, ink.size()));
        sides += cv::countNonZero(cell > threshold) * 2 < static_cast<int>(cell.total()) ? 1 : 0;
    }
    return sides;
}

} // namespace

InkFacts measureInk(const cv::Mat& ink, const MarkPlace& place, int threshold)
{
    const RectMm area = place.box.grown(kInkMarginMm);
    const RectMm inside = place.inside();
    InkFacts facts;
    int all = 0;
    int inked = 0;
    for (int y = 0; y < ink.rows; ++y) {
        const uchar* row = ink.ptr(y);
        for (int x = 0; x < ink.cols; ++x) {
            const PointMm at{area.x + (x + 0.5) / synth::kSheetPixelsPerMm,
                             area.y + (y + 0.5) / synth::kSheetPixelsPerMm};
            const bool has = row[x] > threshold;
            if (isInside(place, inside, at)) {
                ++all;
                inked += has ? 1 : 0;
            } else if (has) {
                facts.outMm = std::max(facts.outMm, distanceFrom(place.box, at));
            }
        }
    }
    facts.share = all == 0 ? 0.0 : double(inked) / all;
    facts.paperSides = paperSides(ink, area, inside, threshold);
    return facts;
}

bool holds(const InkFacts& facts, const InkLimits& limits)
{
    return facts.share >= limits.least && facts.share <= limits.most && facts.outMm >= limits.leastOutMm &&
           facts.outMm <= limits.mostOutMm && (!limits.paperAtSides || facts.paperSides >= 3);
}

bool stillHolds(const InkFacts& facts, const MarkKind& kind)
{
    return kind.covers || (facts.share >= kind.limits.least && facts.share <= kind.limits.most);
}

} // namespace scanstraat::marktest
