// SPDX-License-Identifier: EUPL-1.2
#include "MarkHand.h"
#include "MarkKind.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::marktest {

namespace {

using reading::MarkState;

void circleBox(MarkHand& hand, const MarkPlace& place)
{
    hand.sheet().draw({hand.loop(place.box.grown(hand.random().uniform(1.0, 1.9)))});
}

/// Passes between box and label.
void circleLabel(MarkHand& hand, const MarkPlace& place)
{
    const double gap = place.label.x - place.box.right();
    const double left = place.box.right() + gap * hand.random().uniform(0.35, 0.65);
    const double right = place.label.x + place.label.width * hand.random().uniform(0.5, 1.1);
    const RectMm label{left, place.label.y - 0.8, right - left, place.label.height + 1.6};
    hand.sheet().draw({hand.loop(label)});
}

void strike(MarkHand& hand, const MarkPlace& place)
{
    const double y = place.box.centre().y;
    const double unrest = 0.1 * place.box.height;
    hand.sheet().draw({hand.line(hand.near({place.box.x - hand.random().uniform(0.5, 2.0), y}, unrest),
                                 hand.near({place.label.right() + 0.5, place.label.centre().y}, unrest))});
}

void strikeWavy(MarkHand& hand, const MarkPlace& place)
{
    const double from = place.box.x - hand.random().uniform(0.5, 1.5);
    const double to = place.label.right() + hand.random().uniform(-1.0, 1.5);
    const double height = place.box.height * hand.random().uniform(0.12, 0.3);
    const double step = hand.random().uniform(0.8, 1.6);
    std::vector<PointMm> places;
    bool up = true;
    for (double x = from; x < to; x += step * hand.random().uniform(0.8, 1.2)) {
        places.push_back(
            {x, place.box.centre().y + (up ? -height : height) * hand.random().uniform(0.7, 1.2)});
        up = !up;
    }
    hand.sheet().draw({hand.curve(places)});
}

void halfFilled(MarkHand& hand, const MarkPlace& place)
{
    const double share = hand.random().uniform(0.42, 0.58);
    RectMm area = place.inside();
    if (hand.random().chance(0.6)) {
        area.width *= share;
    } else {
        area.y += area.height * (1.0 - share);
        area.height *= share;
    }
    hand.fill(area.grown(-0.35 * hand.penMm()), hand.random().uniform(20, 70));
}

void beside(MarkHand& hand, const MarkPlace& place)
{
    const double side = place.box.width * hand.random().uniform(0.6, 0.9);
    const double gap = hand.random().uniform(0.5, 2.0) + hand.penMm() / 2;
    const bool left = hand.random().chance(0.6);
    const double x = left ? place.box.x - gap - side : place.box.right() + gap;
    const RectMm area{x, place.box.centre().y - side / 2, side, side};
    hand.sheet().draw(hand.cross(area, 0.95));
}

void overTwo(MarkHand& hand, const MarkPlace& place)
{
    const RectMm both = unite(place.box, place.next.value_or(place.box));
    const double unrest = 0.05 * both.height;
    RectMm area = both.grown(-0.12 * place.box.width);
    const double wider = place.box.width * hand.random().uniform(0.0, 0.4);
    area.x -= wider / 2;
    area.width += wider;
    hand.sheet().draw(
        {hand.line(hand.near({area.x, area.y}, unrest), hand.near({area.right(), area.bottom()}, unrest)),
         hand.line(hand.near({area.right(), area.y}, unrest), hand.near({area.x, area.bottom()}, unrest))});
}

/// A dab of the brush with a ragged edge.
void dab(MarkHand& hand, const RectMm& area)
{
    std::vector<PointMm> edge;
    const PointMm m = area.centre();
    for (int i = 0; i < 28; ++i) {
        const double angle = i * 2 * CV_PI / 28;
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        const double square = 1.0 / std::pow(std::pow(std::abs(c), 5.0) + std::pow(std::abs(s), 5.0), 0.2);
        const double r = square * hand.random().uniform(0.93, 1.07);
        edge.push_back({m.x + area.width / 2 * r * c, m.y + area.height / 2 * r * s});
    }
    edge.push_back(edge.front());
    hand.sheet().cover(synth::smoothed(edge, 4), hand.random().uniform(244.0, 253.0));
}

void marked(MarkHand& hand, const MarkPlace& place)
{
    if (hand.random().chance(0.7)) {
        hand.sheet().draw(hand.cross(place.box, hand.random().uniform(0.8, 1.15)));
    } else {
        hand.fill(place.box.grown(-0.3 * hand.penMm()), hand.random().uniform(20, 70));
    }
}

void fluidAll(MarkHand& hand, const MarkPlace& place)
{
    marked(hand, place);
    dab(hand, place.box.grown(hand.random().uniform(0.3, 1.0)));
}

void fluidPart(MarkHand& hand, const MarkPlace& place)
{
    marked(hand, place);
    RectMm area = place.box.grown(0.4);
    const double away = hand.random().uniform(0.25, 0.5) * area.width;
    area.width -= away;
    area.x += hand.random().chance(0.5) ? away : 0.0;
    dab(hand, area);
}

void questionMark(MarkHand& hand, const MarkPlace& place)
{
    const double size = place.box.height * hand.random().uniform(0.8, 1.5);
    const PointMm m = hand.near(place.box.centre(), 0.08 * place.box.width);
    const auto at = [&](double x, double y) {
        return hand.near({m.x + x * size, m.y + y * size}, 0.015 * size);
    };
    const PointMm foot = at(0.0, 0.46);
    hand.sheet().draw(
        {hand.curve({at(-0.24, -0.3), at(0.0, -0.5), at(0.24, -0.28), at(0.05, -0.02), at(0.0, 0.22)}),
         hand.line(foot, {foot.x + 0.05, foot.y + 0.08})});
}

} // namespace

std::vector<MarkKind> unclearKinds()
{
    constexpr auto state = MarkState::unclear;
    const InkLimits any{};
    const InkLimits around{0.0, 0.06};
    MarkKind two{"cross over two", state, 8.0, {0.03, 0.6}, overTwo};
    two.takesNext = true;
    two.whenApart = "circle around the box";
    MarkKind all{"fluid over all", state, 12.0, any, fluidAll};
    MarkKind part{"fluid over a part", state, 8.0, any, fluidPart};
    all.covers = part.covers = true;
    MarkKind aroundLabel{"circle around the label", state, 8.0, around, circleLabel};
    aroundLabel.withoutLabel = "circle around the box";
    return {{"circle around the box", state, 18.0, around, circleBox},
            aroundLabel,
            {"struck through", state, 12.0, {0.02, 0.5}, strike},
            {"struck through, wavy", state, 6.0, {0.02, 0.6}, strikeWavy},
            {"half filled", state, 10.0, {0.4, 0.6}, halfFilled},
            {"cross beside the box", state, 15.0, {0.0, 0.01}, beside},
            two,
            all,
            part,
            {"question mark", state, 4.0, {0.02, 0.5}, questionMark}};
}

} // namespace scanstraat::marktest
