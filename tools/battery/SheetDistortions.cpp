// SPDX-License-Identifier: EUPL-1.2
// What people and offices do to a sheet before it is scanned.
#include "Distortion.h"
#include "Patch.h"
#include "Sheet.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::battery {

namespace {

using synth::kSheetPixelsPerMm;

void tornCorner(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    const int corners = dial.strength > 1.0 ? 2 : 1;
    const int first = random.integer(0, 3);
    for (int i = 0; i < corners; ++i) {
        const PointMm across{dial.strength * random.uniform(20.0, 45.0), 0.0};
        const PointMm down{0.0, dial.strength * random.uniform(20.0, 45.0)};
        std::vector<PointMm> outline = tornLine(across, down, 1.6, random);
        outline.push_back({-2.0, down.y});
        outline.push_back({-2.0, -2.0});
        outline.push_back({across.x, -2.0});
        scene.page().paper.cutAway(atCorner(outline, (first + i) % 4));
    }
}

/// The folded piece lies on the sheet with its back up.
void foldedCorner(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    const int corner = random.integer(0, 3);
    const double a = dial.strength * random.uniform(20.0, 45.0);
    const double b = dial.strength * random.uniform(20.0, 45.0);
    const double foot = 1.0 / (1.0 / (a * a) + 1.0 / (b * b));
    const PointMm tip{2.0 * foot / a, 2.0 * foot / b};
    Paper& paper = scene.page().paper;
    paper.cutAway(atCorner({{a, 0}, {0, b}, {-2, b}, {-2, -2}, {a, -2}}, corner));
    const auto flap = atCorner({{a, 0}, {0, b}, tip}, corner);
    RectMm bounds{flap[0].x, flap[0].y, 0, 0};
    for (const PointMm& place : flap) {
        bounds = unite(bounds, {place.x, place.y, 0, 0});
    }
    Patch shadow(bounds.grown(3.0));
    shadow.fill(flap, 110);
    cv::GaussianBlur(shadow.cover, shadow.cover, {}, 0.5 * kSheetPixelsPerMm);
    paper.cover(shadow.cover, shadow.topLeft, {40, 40, 40});
    Patch back(bounds.grown(3.0));
    back.fill(flap);
    paper.cover(back.cover, back.topLeft, {240, 243, 243});
    Patch crease(bounds.grown(3.0));
    crease.line(flap[0], flap[1], 0.3, 120);
    paper.cover(crease.cover, crease.topLeft, {90, 90, 90});
}

std::vector<PointMm> disc(PointMm centre, double radiusMm)
{
    std::vector<PointMm> outline;
    for (int i = 0; i < 48; ++i) {
        const double angle = 2.0 * CV_PI * i / 48.0;
        outline.push_back({centre.x + radiusMm * std::cos(angle), centre.y + radiusMm * std::sin(angle)});
    }
    return outline;
}

/// Two holes 80 mm apart, or four; over strength 1 punched at random a second time.
void punchHoles(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    const bool four = random.chance(0.4);
    const int times = dial.strength > 1.0 ? 2 : 1;
    for (int i = 0; i < times; ++i) {
        const double x = random.uniform(9.0, 13.0);
        const double aside = random.uniform(-6.0, 6.0);
        const bool right = random.chance(0.15);
        for (const double y : {-120.0, -40.0, 40.0, 120.0}) {
            if (four || std::abs(y) < 100.0) {
                const PointMm centre{right ? kA4WidthMm - x : x, kA4HeightMm / 2 + y + aside};
                scene.page().paper.cutAway(disc(centre, 3.0 * std::min(1.0, dial.strength)));
            }
        }
    }
}

/// A bent wire: dark, with a gleam along it, over one of the upper marks.
void staple(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    Paper& paper = scene.page().paper;
    if (paper.markCount() == 0) {
        return;
    }
    const PointMm mark = paper.markCentre(random.index(paper.markCount()));
    const PointMm centre{mark.x + random.uniform(-1.5, 1.5), mark.y + random.uniform(-1.5, 1.5)};
    const double angle = random.uniform(0.0, CV_PI);
    const double half = 6.0 * dial.strength;
    const PointMm along{half * std::cos(angle), half * std::sin(angle)};
    const PointMm from{centre.x - along.x, centre.y - along.y};
    const PointMm to{centre.x + along.x, centre.y + along.y};
    const PointMm aside{-0.18 * std::sin(angle), 0.18 * std::cos(angle)};
    const RectMm area = RectMm{centre.x, centre.y, 0, 0}.grown(half + 4.0);
    Patch shadow(area);
    shadow.line({from.x + 0.5, from.y + 0.5}, {to.x + 0.5, to.y + 0.5}, 0.9, 130);
    cv::GaussianBlur(shadow.cover, shadow.cover, {}, 0.25 * kSheetPixelsPerMm);
    paper.cover(shadow.cover, shadow.topLeft, {60, 60, 60});
    Patch wire(area);
    wire.line(from, to, 0.6);
    paper.cover(wire.cover, wire.topLeft, {95, 95, 95});
    Patch gleam(area);
    gleam.line({from.x + aside.x, from.y + aside.y}, {to.x + aside.x, to.y + aside.y}, 0.15, 220);
    paper.cover(gleam.cover, gleam.topLeft, {250, 250, 250});
}

void stamp(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    Paper& paper = scene.page().paper;
    if (paper.markCount() == 0) {
        return;
    }
    const std::size_t first = random.index(paper.markCount());
    const std::size_t stamps = dial.strength > 1.0 ? 2 : 1;
    for (std::size_t i = 0; i < stamps; ++i) {
        const PointMm mark = paper.markCentre((first + i) % paper.markCount());
        const PointMm centre{mark.x + random.uniform(-9.0, 9.0), mark.y + random.uniform(-7.0, 7.0)};
        const Patch imprint = rubberStamp(centre, std::min(1.0, dial.strength), random);
        paper.stain(imprint.cover, imprint.topLeft, stampInk(random));
    }
}

/// The ring under a cup, darker at its rim, with a few drops.
void coffee(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    const PointMm centre{random.uniform(20.0, 190.0), random.uniform(20.0, 277.0)};
    const double radius = random.uniform(36.0, 42.0);
    Patch patch(RectMm{centre.x, centre.y, 0, 0}.grown(radius + 12.0));
    const cv::Point middle = patch.pixel(centre);
    const int from = random.integer(0, 359);
    const int reach = random.integer(230, 360);
    const auto ring = [&](double mm, double width, int value) {
        const int r = cvRound(mm * kSheetPixelsPerMm);
        cv::ellipse(patch.cover, middle, {r, r}, from, 0, reach, cv::Scalar(value),
                    cvRound(width * kSheetPixelsPerMm), cv::LINE_AA);
    };
    const auto inside = cvRound(radius * kSheetPixelsPerMm);
    cv::circle(patch.cover, middle, inside, cv::Scalar(30), cv::FILLED, cv::LINE_AA);
    ring(radius - 1.5, 5.0, 110);
    cv::GaussianBlur(patch.cover, patch.cover, {}, 0.9 * kSheetPixelsPerMm);
    ring(radius, 0.9, 190);
    for (int i = random.integer(2, 6); i > 0; --i) {
        const PointMm drop{centre.x + random.uniform(-1.0, 1.0) * (radius + 6.0),
                           centre.y + random.uniform(-1.0, 1.0) * (radius + 6.0)};
        cv::circle(patch.cover, patch.pixel(drop), cvRound(random.uniform(0.5, 3.0) * kSheetPixelsPerMm),
                   cv::Scalar(140), cv::FILLED, cv::LINE_AA);
    }
    cv::GaussianBlur(patch.cover, patch.cover, {}, 0.25 * kSheetPixelsPerMm);
    cv::Mat density;
    patch.cover.convertTo(density, CV_32F);
    cv::multiply(density, clouds(density.size(), 9.0, 0.4, random), density);
    density.convertTo(patch.cover, CV_8U);
    const double s = dial.strength;
    const cv::Vec3d through(std::max(0.05, 1.0 - 0.75 * s), std::max(0.1, 1.0 - 0.6 * s),
                            std::max(0.15, 1.0 - 0.45 * s));
    scene.page().paper.stain(patch.cover, patch.topLeft, through);
}

/// The back of the sheet is another page: its print shines through, mirrored and soft.
void bleedThrough(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    const FilledPage back = dial.deck.filled(random);
    cv::Mat grey;
    cv::cvtColor(back.paper.colour(), grey, cv::COLOR_BGR2GRAY);
    cv::flip(grey, grey, 1);
    cv::GaussianBlur(grey, grey, {}, 0.2 * kSheetPixelsPerMm);
    const cv::Point off(random.integer(-32, 32), random.integer(-32, 32));
    const double light = std::max(0.05, 1.0 - 0.3 * dial.strength);
    scene.page().paper.stain(255 - grey, off, {light, light, light});
}

} // namespace

std::vector<Distortion> sheetDistortions()
{
    return {
        {"torn-corner", Stage::sheet, "a corner of 20 to 45 s mm a side torn off; over 1 two corners",
         tornCorner},
        {"folded-corner", Stage::sheet, "a corner of 20 to 45 s mm a side folded over", foldedCorner},
        {"punch-holes", Stage::sheet, "two or four holes of 6 s mm, at most 6; over 1 punched twice",
         punchHoles},
        {"staple", Stage::sheet, "a staple of 12 s mm over a mark", staple},
        {"stamp", Stage::sheet, "a rubber stamp near a mark, with s of its ink; over 1 near two marks",
         stamp},
        {"coffee", Stage::sheet, "the ring of a cup that takes away 60 s % of green light", coffee},
        {"bleed-through", Stage::sheet, "the back, another page, shines through by 30 s %", bleedThrough},
    };
}

} // namespace scanstraat::battery
