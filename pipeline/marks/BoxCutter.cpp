// SPDX-License-Identifier: EUPL-1.2
#include "marks/BoxCutter.h"

#include "marks/OutlineSnap.h"
#include "page/InkMask.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::marks {

namespace {

constexpr double kTogetherMm = 30.0;   ///< boxes this near share one shift: stretch and skew differ < 0.1 mm
constexpr double kReachMm = 0.9;       ///< of the snap; farther, a thick stroke is taken for the frame
constexpr double kLeastStrength = 0.4; ///< share of frame lines found; below, the shift is chance

bool isNear(const RectMm& a, const RectMm& b)
{
    return std::hypot(a.centre().x - b.centre().x, a.centre().y - b.centre().y) <= kTogetherMm;
}

/// How many boxes from the first on have its shape and are near it.
std::size_t runLength(std::span<const form::Option> options)
{
    const auto other = std::ranges::find_if(options, [&](const form::Option& option) {
        return option.shape != options.front().shape || !isNear(options.front().box, option.box);
    });
    return static_cast<std::size_t>(other - options.begin());
}

OutlineMatch snapTo(const page::RegisteredPage& page, std::span<const form::Option> run)
{
    std::vector<RectMm> boxes;
    for (const form::Option& option : run) {
        boxes.push_back(option.box);
    }
    return snapToOutlines(page, boxes, run.front().shape, kReachMm);
}

} // namespace

std::vector<BoxPlace> findBoxes(const page::RegisteredPage& page, std::span<const form::Option> options)
{
    std::vector<BoxPlace> places;
    while (places.size() < options.size()) {
        const std::size_t first = places.size();
        const std::size_t count = runLength(options.subspan(first));
        const OutlineMatch match = snapTo(page, options.subspan(first, count));
        const PointMm shift = match.strength >= kLeastStrength ? match.shift : PointMm{};
        for (const double strength : match.strengths) {
            places.push_back({shift, strength});
        }
    }
    return places;
}

std::vector<BoxCut> cutBoxes(const page::RegisteredPage& page, const ExpectedPrint& print,
                             const form::Field& field)
{
    const std::vector<BoxPlace> places = findBoxes(page, field.options);
    std::vector<BoxCut> cuts;
    cuts.reserve(field.options.size());
    for (std::size_t i = 0; i < field.options.size(); ++i) {
        const form::Option& option = field.options[i];
        BoxCut cut;
        cut.sideMm = std::max(option.box.width, option.box.height);
        const double pixelsPerMm = kBoxPixels / cut.sideMm;
        const double half = kCutSide / pixelsPerMm / 2;
        const PointMm centre = option.box.centre();
        const RectMm area{centre.x - half, centre.y - half, 2 * half, 2 * half};
        cut.area = area.shifted(places[i].shift);
        const cv::Mat grey = page.cut(cut.area, pixelsPerMm);
        const page::Levels levels = page::measureLevels(grey);
        cut.dark = page::darknessOf(grey, levels.paper);
        cut.print = print.draw(area, kCutSide, option.box);
        cut.frameMm = field.frameMm;
        cut.round = option.shape == form::BoxShape::round;
        cut.frameSeen = places[i].frameSeen;
        cut.shiftMm = std::hypot(places[i].shift.x, places[i].shift.y);
        cut.paperGrey = levels.paper;
        cut.paperNoise = levels.noise;
        cuts.push_back(std::move(cut));
    }
    return cuts;
}

} // namespace scanstraat::marks
