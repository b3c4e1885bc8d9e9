// SPDX-License-Identifier: EUPL-1.2
// Adjustment fields lost on purpose: whited out, stamped over until nothing is left, torn off or cut off.
#include "Distortion.h"
#include "Patch.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scanstraat::battery {

namespace {

/// Correction fluid: a blot with a ragged rim. At strength 1 the mark is gone, below a part of it stays.
void whiteOut(Paper& paper, PointMm mark, const Dial& dial)
{
    const double radius = 4.6 * dial.strength;
    std::vector<PointMm> blot;
    for (int i = 0; i < 24; ++i) {
        const double angle = 2.0 * CV_PI * i / 24.0;
        const double reach = radius * dial.random.uniform(0.96, 1.25);
        blot.push_back({mark.x + reach * std::cos(angle), mark.y + reach * std::sin(angle)});
    }
    Patch patch(RectMm{mark.x, mark.y, 0, 0}.grown(radius * 1.5 + 1.0));
    patch.fill(blot);
    cv::GaussianBlur(patch.cover, patch.cover, {}, 1.2);
    paper.cover(patch.cover, patch.topLeft, {253, 254, 254});
}

/// A stamp that was pressed down several times, with ink as dark as the mark.
void stampOver(Paper& paper, PointMm mark, const Dial& dial)
{
    synth::Random& random = dial.random;
    const cv::Vec3d ink{0.06, 0.06, 0.06};
    for (int i = std::max(1, cvRound(2.0 * dial.strength)); i > 0; --i) {
        const PointMm centre{mark.x + random.uniform(-3.0, 3.0), mark.y + random.uniform(-3.0, 3.0)};
        const Patch imprint = rubberStamp(centre, 1.0, random);
        paper.stain(imprint.cover, imprint.topLeft, ink);
    }
    const double half = 3.6 * dial.strength;
    Patch bar(RectMm{mark.x, mark.y, 0, 0}.grown(half * 3.0 + 2.0));
    bar.fill({{mark.x - half * 2.4, mark.y - half},
              {mark.x + half * 2.2, mark.y - half * 0.9},
              {mark.x + half * 2.4, mark.y + half},
              {mark.x - half * 2.2, mark.y + half * 1.1}},
             255);
    paper.stain(bar.cover, bar.topLeft, ink);
}

void tearOff(Paper& paper, PointMm mark, const Dial& dial)
{
    const int corner =
        mark.y < kA4HeightMm / 2 ? (mark.x < kA4WidthMm / 2 ? 0 : 1) : (mark.x < kA4WidthMm / 2 ? 3 : 2);
    const double side = 28.0 * dial.strength;
    std::vector<PointMm> outline = tornLine({side * dial.random.uniform(1.0, 1.3), 0},
                                            {0, side * dial.random.uniform(1.0, 1.3)}, 1.2, dial.random);
    outline.push_back({-2.0, outline.back().y});
    outline.push_back({-2.0, -2.0});
    outline.push_back({outline.front().x, -2.0});
    paper.cutAway(atCorner(outline, corner));
}

/// The picture loses a strip of 14 s mm along one side: two marks.
void cutSide(Scene& scene, const Dial& dial, int side)
{
    const double strip = 14.0 * dial.strength;
    const bool across = side % 2 == 0; // 0 left, 1 top, 2 right, 3 bottom
    (across ? scene.window.width : scene.window.height) -= strip;
    const PointMm shift{side == 0 ? -strip : 0.0, side == 1 ? -strip : 0.0};
    scene.page().toWindow = turnAbout({0, 0}, 0.0, 1.0, shift) * scene.page().toWindow;
}

void loseOne(Scene& scene, std::size_t mark, const Dial& dial)
{
    constexpr std::array kWays{whiteOut, stampOver, tearOff};
    Paper& paper = scene.page().paper;
    kWays.at(dial.random.index(kWays.size()))(paper, paper.markCentre(mark), dial);
}

void lose(Scene& scene, const Dial& dial, std::size_t lost)
{
    const std::size_t marks = scene.page().paper.markCount();
    if (lost % 2 == 0 && dial.random.chance(0.34)) {
        const int side = dial.random.integer(0, 3);
        for (int i = 0; i < static_cast<int>(lost) / 2; ++i) {
            cutSide(scene, dial, (side + 2 * i) % 4);
        }
        return;
    }
    std::vector<std::size_t> order(marks);
    for (std::size_t i = 0; i < marks; ++i) {
        order[i] = i;
        std::swap(order[i], order[dial.random.index(i + 1)]);
    }
    for (std::size_t i = 0; i < std::min(lost, marks); ++i) {
        loseOne(scene, order[i], dial);
    }
}

void nothing(Scene&, const Dial&) {}

template <std::size_t lost>
void loseMarks(Scene& scene, const Dial& dial)
{
    lose(scene, dial, lost);
}

std::string meaning(const std::string& lost)
{
    return lost + " whited out (9 s mm), stamped over (7 s mm), torn off (28 s mm) or cut off (14 s mm); "
                  "at 1 nothing of them is left";
}

} // namespace

std::vector<Distortion> markDistortions()
{
    return {
        {"marks-4", Stage::marks, "nothing is done to the page", nothing},
        {"marks-3", Stage::marks, meaning("one mark"), loseMarks<1>},
        {"marks-2", Stage::marks, meaning("two marks"), loseMarks<2>},
        {"marks-1", Stage::marks, meaning("three marks"), loseMarks<3>},
        {"marks-0", Stage::marks, meaning("all marks"), loseMarks<4>},
    };
}

} // namespace scanstraat::battery
