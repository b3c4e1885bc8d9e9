// SPDX-License-Identifier: EUPL-1.2
//
// What happens to bars alone. All forms have theirs at the top right, so the place is that of any of them.
#include "DrawnPages.h"
#include "Patch.h"

#include <algorithm>

namespace scanstraat::barcodes {

namespace {

using battery::Dial;
using battery::Distortion;
using battery::Scene;
using battery::Stage;

/// Where the bars are on all forms of ours.
constexpr RectMm kBars{153.0, 10.0, 35.0, 12.0};

/// Lines of a ballpoint from side to side.
void penOverBars(Scene& scene, const Dial& dial)
{
    battery::Patch patch(kBars.grown(6.0));
    const int lines = dial.random.integer(1, 3);
    for (int i = 0; i < lines; ++i) {
        const double from = dial.random.uniform(kBars.y - 2.0, kBars.bottom() + 2.0);
        const double to = dial.random.uniform(kBars.y - 2.0, kBars.bottom() + 2.0);
        patch.line({kBars.x - 4.0, from}, {kBars.right() + 4.0, to}, 0.8 * dial.strength);
    }
    scene.page().paper.stain(patch.cover, patch.topLeft, {0.55, 0.15, 0.12});
}

void stampOverBars(Scene& scene, const Dial& dial)
{
    const PointMm centre{dial.random.uniform(kBars.x, kBars.right()),
                         dial.random.uniform(kBars.y, kBars.bottom() + 4.0)};
    const battery::Patch patch = battery::rubberStamp(centre, std::min(1.0, dial.strength), dial.random);
    scene.page().paper.stain(patch.cover, patch.topLeft, battery::stampInk(dial.random));
}

/// Toner that runs out: 60 s % of the black is gone, in clouds.
void faintBars(Scene& scene, const Dial& dial)
{
    battery::Patch patch(kBars.grown(1.0));
    const cv::Mat clouds = battery::clouds(patch.cover.size(), 6.0, 0.5, dial.random);
    clouds.convertTo(patch.cover, CV_8U, 255.0 * std::min(0.95, 0.6 * dial.strength));
    scene.page().paper.cover(patch.cover, patch.topLeft, cv::Vec3d::all(250.0));
}

/// A fold across the sheet from which the toner has flaked off: white lines, steep or flat.
void flakedBars(Scene& scene, const Dial& dial)
{
    battery::Patch patch(kBars.grown(2.0));
    const double middle = dial.random.uniform(kBars.x + 3.0, kBars.right() - 3.0);
    const double lean = dial.random.uniform(3.0, 12.0) * (dial.random.chance(0.5) ? 1.0 : -1.0);
    patch.line({middle - lean, kBars.y - 2.0}, {middle + lean, kBars.bottom() + 2.0}, 0.7 * dial.strength);
    scene.page().paper.cover(patch.cover, patch.topLeft, cv::Vec3d::all(245.0));
}

} // namespace

const std::vector<Distortion>& barcodeDistortions()
{
    static const std::vector<Distortion> all = [] {
        std::vector<Distortion> some;
        std::ranges::copy_if(battery::allDistortions(), std::back_inserter(some), [](const Distortion& one) {
            return one.stage < Stage::spoilt && one.name != "overlap";
        });
        some.push_back({"bars-pen", Stage::sheet, "lines of a pen of 0.8 s mm over the bars", penOverBars});
        some.push_back(
            {"bars-stamp", Stage::sheet, "a rubber stamp over the bars with s of its ink", stampOverBars});
        some.push_back({"bars-faint", Stage::sheet, "60 s % of the bars' toner is missing", faintBars});
        some.push_back(
            {"bars-flaked", Stage::sheet, "a white fold of 0.7 s mm through the bars", flakedBars});
        return some;
    }();
    return all;
}

} // namespace scanstraat::barcodes
