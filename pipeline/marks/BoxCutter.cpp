// SPDX-License-Identifier: EUPL-1.2
#include "marks/BoxCutter.h"

#include "page/FrameSnap.h"

#include <cmath>

namespace scanstraat::marks {

namespace {

constexpr double kPixelsPerMm = 10.0;  ///< 254 dpi: a ballpoint stroke is 4 pixels
constexpr double kAroundMm = 3.0;      ///< paper around the frame: strokes of a cross run out 1 to 3 mm
constexpr double kTogetherMm = 30.0;   ///< boxes this near share one shift: stretch and skew differ < 0.1 mm
constexpr double kReachMm = 0.9;       ///< of the snap; farther, a thick stroke is taken for the frame
constexpr double kLeastStrength = 0.4; ///< share of frame lines found; below, the shift is chance

bool isNear(const RectMm& a, const RectMm& b)
{
    return std::hypot(a.centre().x - b.centre().x, a.centre().y - b.centre().y) <= kTogetherMm;
}

/// Shift of each box, found for runs of neighbouring boxes at once.
std::vector<PointMm> shiftsOf(const page::RegisteredPage& page, const std::vector<form::Option>& options)
{
    std::vector<PointMm> shifts;
    std::size_t first = 0;
    while (first < options.size()) {
        std::vector<RectMm> frames;
        while (first + frames.size() < options.size() &&
               isNear(options[first].box, options[first + frames.size()].box)) {
            frames.push_back(options[first + frames.size()].box);
        }
        const page::Snap snap = page::snapToFrame(page, frames, kReachMm);
        const PointMm shift = snap.strength >= kLeastStrength ? snap.shift : PointMm{};
        shifts.insert(shifts.end(), frames.size(), shift);
        first += frames.size();
    }
    return shifts;
}

cv::Rect2d inPixels(const RectMm& box, const RectMm& area)
{
    return {(box.x - area.x) * kPixelsPerMm, (box.y - area.y) * kPixelsPerMm, box.width * kPixelsPerMm,
            box.height * kPixelsPerMm};
}

} // namespace

std::vector<BoxCut> cutBoxes(const page::RegisteredPage& page, const form::Field& field)
{
    const std::vector<PointMm> shifts = shiftsOf(page, field.options);
    std::vector<BoxCut> cuts;
    for (std::size_t i = 0; i < field.options.size(); ++i) {
        const RectMm box = field.options[i].box.shifted(shifts[i]);
        const RectMm area = box.grown(kAroundMm);
        BoxCut cut;
        cut.grey = page.cut(area, kPixelsPerMm);
        cut.pixelsPerMm = kPixelsPerMm;
        cut.frame = inPixels(box, area);
        cut.frameMm = field.frameMm;
        cut.round = field.options[i].shape == form::BoxShape::round;
        cut.bitonal = page.image().bitonal;
        for (std::size_t j = 0; j < field.options.size(); ++j) {
            if (j != i) {
                cut.others.push_back(inPixels(field.options[j].box.shifted(shifts[j]), area));
            }
        }
        cuts.push_back(std::move(cut));
    }
    return cuts;
}

} // namespace scanstraat::marks
