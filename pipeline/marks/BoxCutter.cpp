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

/// Where a box lies against the template, and how much of its frame is there.
struct Place
{
    PointMm shift;
    double frameSeen = 0.0;
};

/// Place of each box, found for runs of neighbouring boxes at once.
std::vector<Place> placesOf(const page::RegisteredPage& page, const std::vector<form::Option>& options)
{
    std::vector<Place> places;
    while (places.size() < options.size()) {
        const std::size_t first = places.size();
        std::vector<RectMm> frames;
        while (first + frames.size() < options.size() &&
               isNear(options[first].box, options[first + frames.size()].box)) {
            frames.push_back(options[first + frames.size()].box);
        }
        const page::Snap snap = page::snapToFrame(page, frames, kReachMm);
        const PointMm shift = snap.strength >= kLeastStrength ? snap.shift : PointMm{};
        for (std::size_t i = 0; i < frames.size(); ++i) {
            places.push_back({shift, snap.strengths.empty() ? 0.0 : snap.strengths[i]});
        }
    }
    return places;
}

cv::Rect2d inPixels(const RectMm& box, const RectMm& area)
{
    return {(box.x - area.x) * kPixelsPerMm, (box.y - area.y) * kPixelsPerMm, box.width * kPixelsPerMm,
            box.height * kPixelsPerMm};
}

} // namespace

std::vector<BoxCut> cutBoxes(const page::RegisteredPage& page, const form::Field& field)
{
    const std::vector<Place> places = placesOf(page, field.options);
    std::vector<BoxCut> cuts;
    for (std::size_t i = 0; i < field.options.size(); ++i) {
        const RectMm box = field.options[i].box.shifted(places[i].shift);
        const RectMm area = box.grown(kAroundMm);
        BoxCut cut;
        cut.grey = page.cut(area, kPixelsPerMm);
        cut.pixelsPerMm = kPixelsPerMm;
        cut.frame = inPixels(box, area);
        cut.frameMm = field.frameMm;
        cut.round = field.options[i].shape == form::BoxShape::round;
        cut.bitonal = page.image().bitonal;
        cut.frameSeen = places[i].frameSeen;
        for (std::size_t j = 0; j < field.options.size(); ++j) {
            if (j != i) {
                cut.others.push_back(inPixels(field.options[j].box.shifted(places[j].shift), area));
            }
        }
        cuts.push_back(std::move(cut));
    }
    return cuts;
}

} // namespace scanstraat::marks
