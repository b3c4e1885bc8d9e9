// SPDX-License-Identifier: EUPL-1.2
#include "MarkDrawer.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::synth {

namespace {

enum Habit { kCross, kSmallCross, kTick, kSlash, kDot };

/// Share of a box that must be covered for a person to call it black.
constexpr double kBlackShare = 0.82;

double inkedShare(const Sheet& sheet, const RectMm& box)
{
    const cv::Rect area(cvRound(box.x * kSheetPixelsPerMm), cvRound(box.y * kSheetPixelsPerMm),
                        cvRound(box.width * kSheetPixelsPerMm), cvRound(box.height * kSheetPixelsPerMm));
    const cv::Rect inside = area & cv::Rect({0, 0}, sheet.ink().size());
    return inside.empty() ? 1.0 : double(cv::countNonZero(sheet.ink()(inside) > 60)) / inside.area();
}

} // namespace

MarkDrawer::MarkDrawer(Sheet& sheet, Difficulty difficulty, Random& random)
    : sheet_(sheet), difficulty_(difficulty), random_(random), neatness_(random.uniform(0.2, 1.0)),
      habit_(static_cast<int>(
          random.weighted({0.74, 0.08, choose(difficulty, 0.06, 0.1, 0.12),
                           choose(difficulty, 0.02, 0.05, 0.08), choose(difficulty, 0.0, 0.03, 0.06)})))
{
}

PointMm MarkDrawer::near(PointMm place, double mm)
{
    return {place.x + random_.normal(0.0, mm), place.y + random_.normal(0.0, mm)};
}

Stroke MarkDrawer::stroke(PointMm from, PointMm to, double bend)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double swing = random_.normal(0.0, bend);
    const PointMm middle{(from.x + to.x) / 2 - dy * swing, (from.y + to.y) / 2 + dx * swing};
    Stroke result;
    result.points = smoothed({from, middle, to}, 8);
    result.widthMm = sheet_.pen().widthMm * random_.uniform(0.95, 1.2);
    const double last = double(result.points.size() - 1);
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        const double t = double(i) / last;
        result.pressure.push_back(1.0 - 0.5 * std::pow(t, 3.0) - 0.2 * std::pow(1.0 - t, 4.0));
    }
    return result;
}

std::vector<Stroke> MarkDrawer::cross(const RectMm& box, double reach)
{
    const double side = box.width * reach;
    const double unrest = (0.03 + 0.1 * (1.0 - neatness_)) * side;
    const PointMm middle = near(box.centre(), unrest * 0.7);
    const double x = side / 2;
    const double y = side / 2 * random_.uniform(0.85, 1.15);
    std::vector<Stroke> strokes;
    strokes.push_back(
        stroke(near({middle.x - x, middle.y - y}, unrest), near({middle.x + x, middle.y + y}, unrest), 0.05));
    const bool full = !random_.chance(0.06);
    const double to = full ? 1.0 : 0.1; // one stroke and a half
    strokes.push_back(stroke(near({middle.x + x, middle.y - y}, unrest),
                             near({middle.x - x * to, middle.y + y * to}, unrest), 0.07));
    return strokes;
}

std::vector<Stroke> MarkDrawer::tick(const RectMm& box)
{
    const double side = box.width;
    const double over = random_.uniform(0.0, 0.6);
    const PointMm from = near({box.x + 0.12 * side, box.y + 0.5 * side}, 0.06 * side);
    const PointMm foot = near({box.x + 0.4 * side, box.y + 0.88 * side}, 0.06 * side);
    const PointMm end = near({box.x + (0.95 + over) * side, box.y + (0.1 - over) * side}, 0.06 * side);
    return {stroke(from, foot, 0.05), stroke(foot, end, 0.06)};
}

std::vector<Stroke> MarkDrawer::dot(const RectMm& box)
{
    const PointMm middle = near(box.centre(), 0.08 * box.width);
    const double radius = box.width * random_.uniform(0.1, 0.22);
    Stroke swirl;
    swirl.widthMm = sheet_.pen().widthMm * 1.2;
    for (int i = 0; i < 22; ++i) {
        const double angle = i * 0.9;
        const double r = radius * (0.2 + 0.8 * i / 22.0);
        swirl.points.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
    }
    return {swirl};
}

std::vector<Stroke> MarkDrawer::crossing(const RectMm& box)
{
    const int kind = random_.chance(0.85) ? habit_ : static_cast<int>(random_.weighted({6, 1, 1, 1, 0.5}));
    switch (kind) {
    case kTick:
        return tick(box);
    case kDot:
        return dot(box);
    case kSlash: {
        auto strokes = cross(box, random_.uniform(0.9, 1.3));
        strokes.resize(1);
        if (random_.chance(0.7)) { // mostly from the lower left to the upper right
            for (PointMm& point : strokes[0].points) {
                point.y = 2 * box.centre().y - point.y;
            }
        }
        return strokes;
    }
    case kSmallCross:
        return cross(box, random_.uniform(0.45, 0.65));
    default:
        return cross(box, random_.uniform(0.75, choose(difficulty_, 1.15, 1.4, 1.7)));
    }
}

Stroke MarkDrawer::hatch(const RectMm& area, double pitch, double degrees)
{
    const double c = std::cos(degrees * CV_PI / 180.0);
    const double s = std::sin(degrees * CV_PI / 180.0);
    const PointMm middle = near(area.centre(), 0.03 * area.width);
    const double unrest = (0.03 + 0.07 * (1.0 - neatness_)) * area.width;
    const double half = area.width / 2.0;
    std::vector<PointMm> corners;
    bool up = random_.chance(0.5);
    for (double along = -half; along <= half; along += pitch * random_.uniform(0.7, 1.3)) {
        const double across = (up ? -0.5 : 0.5) * area.height + random_.normal(0.0, unrest);
        // Turned into the direction of the hand, but kept near the box.
        const double reach = half + 1.5 * unrest;
        corners.push_back({middle.x + std::clamp(c * along - s * across, -reach, reach),
                           middle.y + std::clamp(s * along + c * across, -reach, reach)});
        up = !up;
    }
    Stroke result;
    result.points = smoothed(corners, 4);
    result.widthMm = sheet_.pen().widthMm * random_.uniform(0.95, 1.15);
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        result.pressure.push_back(random_.uniform(0.8, 1.0));
    }
    return result;
}

void MarkDrawer::blacken(const RectMm& box)
{
    const bool solid = random_.chance(0.6);
    const double overflow = random_.uniform(-0.02, choose(difficulty_, 0.04, 0.1, 0.16)) * box.width;
    const double pen = sheet_.pen().widthMm;
    const double pitch = pen * (solid ? random_.uniform(0.4, 0.6) : random_.uniform(0.75, 0.95));
    const RectMm area = box.grown(overflow - pen * 0.35);
    const double first = random_.uniform(-30.0, 30.0);
    std::vector<Stroke> strokes{hatch(area, pitch, first)};
    for (int pass = solid ? 2 : random_.integer(0, 1); pass > 0; --pass) {
        strokes.push_back(hatch(area, pitch * 1.2, first + 90.0 * pass + random_.uniform(-20.0, 20.0)));
    }
    if (solid ? random_.chance(0.7) : random_.chance(0.3)) { // along the frame
        Stroke rim;
        rim.widthMm = pen;
        const RectMm inner = area.grown(-0.1 * pen);
        const double unrest = 0.03 * box.width;
        const PointMm start = near({inner.x, inner.y}, unrest);
        rim.points = smoothed(
            {start, near({inner.centre().x, inner.y}, unrest), near({inner.right(), inner.y}, unrest),
             near({inner.right(), inner.centre().y}, unrest), near({inner.right(), inner.bottom()}, unrest),
             near({inner.x, inner.bottom()}, unrest), start},
            5);
        strokes.push_back(std::move(rim));
    }
    sheet_.draw(strokes);
    for (int pass = 0; pass < 4 && inkedShare(sheet_, box) < kBlackShare; ++pass) {
        sheet_.draw({hatch(area, pitch, first + 60.0 * (pass + 1))});
    }
}

void MarkDrawer::mark(const RectMm& box, reading::MarkState state)
{
    switch (state) {
    case reading::MarkState::crossed:
        sheet_.draw(crossing(box));
        break;
    case reading::MarkState::blackened:
        blacken(box);
        break;
    case reading::MarkState::recrossed: {
        blacken(box);
        auto strokes = cross(box, random_.uniform(2.0, 2.6));
        sheet_.draw(strokes);
        break;
    }
    default:
        break;
    }
}

void MarkDrawer::sign(const RectMm& region)
{
    const double width = region.width * random_.uniform(0.4, 0.8);
    const double height = std::min(region.height * random_.uniform(0.5, 0.85), width * 0.5);
    const double left = region.x + (region.width - width) * random_.uniform(0.2, 0.6);
    const double middle = region.centre().y;
    std::vector<PointMm> points;
    const int loops = random_.integer(4, 12);
    const double back = random_.uniform(-0.06, 0.06); // loops or waves
    const double fall = random_.uniform(-0.25, 0.25);
    const double initial = random_.uniform(0.35, 0.6);
    for (int i = 0; i < loops; ++i) {
        const double t = double(i) / loops;
        const bool tall = i == 0 || random_.chance(0.15);
        const double size = height * (tall ? initial : random_.uniform(0.06, 0.3));
        const double x = left + t * width * 0.85;
        const double foot = middle + t * fall * height;
        points.push_back({x, foot + size * random_.uniform(0.2, 1.0)});
        points.push_back({x + width * random_.uniform(0.02, 0.08), foot - size});
        points.push_back(
            {x - width * (back + random_.uniform(0.0, 0.04)), foot - size * random_.uniform(-0.4, 0.5)});
    }
    points.push_back({left + width, middle + height * random_.uniform(-0.2, 0.2)});
    Stroke line;
    line.points = smoothed(points, 8);
    line.widthMm = sheet_.pen().widthMm;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        line.pressure.push_back(0.75 + 0.25 * std::sin(double(i) * 0.21));
    }
    std::vector<Stroke> strokes{line};
    if (random_.chance(0.6)) {
        strokes.push_back(stroke({left - 0.02 * width, middle + height * 0.35},
                                 {left + width * random_.uniform(0.6, 1.05), middle + height * 0.2}, 0.08));
    }
    sheet_.draw(strokes);
}

} // namespace scanstraat::synth
