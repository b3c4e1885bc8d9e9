// SPDX-License-Identifier: EUPL-1.2
#include "MarkHand.h"
#include "MarkKind.h"

#include <cmath>

namespace scanstraat::marktest {

namespace {

using reading::MarkState;
using synth::Stroke;

void asSynth(MarkHand& hand, const MarkPlace& place)
{
    hand.drawer().mark(place.box, MarkState::crossed);
}

void neat(MarkHand& hand, const MarkPlace& place)
{
    hand.sheet().draw(hand.cross(place.box, hand.random().uniform(0.72, 1.1)));
}

/// Runs out of the box by 1 to 3 mm, but not far into others.
void large(MarkHand& hand, const MarkPlace& place)
{
    const double out = hand.random().uniform(1.0, 3.0);
    hand.sheet().draw(hand.cross(place.box, 1.0 + 1.4 * out / place.box.width));
}

void small(MarkHand& hand, const MarkPlace& place)
{
    const double unrest = 0.08 * place.box.width;
    const RectMm moved =
        place.box.shifted({hand.random().normal(0, unrest), hand.random().normal(0, unrest)});
    hand.sheet().draw(hand.cross(moved, hand.random().uniform(0.38, 0.55)));
}

void twice(MarkHand& hand, const MarkPlace& place)
{
    const double reach = hand.random().uniform(0.8, 1.2);
    hand.sheet().draw(hand.cross(place.box, reach));
    hand.sheet().draw(hand.cross(place.box, reach));
}

void oneAndAHalf(MarkHand& hand, const MarkPlace& place)
{
    auto strokes = hand.cross(place.box, hand.random().uniform(0.8, 1.2));
    auto& points = strokes.back().points;
    points.resize(static_cast<std::size_t>(double(points.size()) * hand.random().uniform(0.45, 0.65)));
    hand.sheet().draw(strokes);
}

void tick(MarkHand& hand, const MarkPlace& place)
{
    auto& random = hand.random();
    const RectMm& box = place.box;
    const double side = box.width;
    const double over = random.uniform(-0.15, 0.6);
    const PointMm from =
        hand.near({box.x + random.uniform(0.05, 0.3) * side, box.y + 0.5 * side}, 0.05 * side);
    const PointMm foot =
        hand.near({box.x + random.uniform(0.35, 0.5) * side, box.y + 0.85 * side}, 0.05 * side);
    const PointMm end =
        hand.near({box.x + (1.0 + 0.8 * over) * side, box.y + (0.1 - over) * side}, 0.06 * side);
    const PointMm bend{foot.x + 0.03 * side, foot.y - 0.03 * side};
    hand.sheet().draw({hand.curve({from, foot, bend, end})});
}

void diagonal(MarkHand& hand, const MarkPlace& place)
{
    auto strokes = hand.cross(place.box, hand.random().uniform(0.8, 1.3));
    strokes.erase(strokes.begin() + (hand.random().chance(0.6) ? 0 : 1));
    hand.sheet().draw(strokes);
}

/// Steeper than a diagonal.
void slash(MarkHand& hand, const MarkPlace& place)
{
    const RectMm& box = place.box;
    const double x = box.width * hand.random().uniform(0.05, 0.25);
    const double y = box.height * hand.random().uniform(0.45, 0.75);
    const PointMm middle = hand.near(box.centre(), 0.06 * box.width);
    hand.sheet().draw({hand.line({middle.x + x, middle.y - y}, {middle.x - x, middle.y + y})});
}

/// Of 0.8 mm or more.
void dot(MarkHand& hand, const MarkPlace& place)
{
    const double across = std::max(0.8, place.box.width * hand.random().uniform(0.18, 0.35));
    const double way = std::max(0.05, (across - hand.penMm()) / 2);
    const PointMm middle = hand.near(place.box.centre(), 0.08 * place.box.width);
    Stroke swirl;
    swirl.widthMm = std::min(across, hand.penMm() * 1.1);
    for (int i = 0; i < 26; ++i) {
        const double r = way * std::sqrt(i / 25.0);
        swirl.points.push_back({middle.x + r * std::cos(i * 0.9), middle.y + r * std::sin(i * 0.9)});
    }
    hand.sheet().draw({swirl});
}

void plus(MarkHand& hand, const MarkPlace& place)
{
    const RectMm& box = place.box;
    const double half = box.width * hand.random().uniform(0.32, 0.65);
    const PointMm m = hand.near(box.centre(), 0.05 * box.width);
    const double unrest = 0.03 * box.width;
    hand.sheet().draw(
        {hand.line(hand.near({m.x, m.y - half}, unrest), hand.near({m.x, m.y + half}, unrest)),
         hand.line(hand.near({m.x - half, m.y}, unrest), hand.near({m.x + half, m.y}, unrest))});
}

/// Without lifting the pen between the strokes: with a loop at the side, like a fish.
void oneMovement(MarkHand& hand, const MarkPlace& place)
{
    const PointMm m = hand.near(place.box.centre(), 0.04 * place.box.width);
    const double h = place.box.width * hand.random().uniform(0.4, 0.6);
    const double unrest = 0.03 * place.box.width;
    const double bulge = hand.random().uniform(1.0, 1.3);
    hand.sheet().draw(
        {hand.curve({hand.near({m.x - h, m.y - h}, unrest), m, hand.near({m.x + h, m.y + h * 0.8}, unrest),
                     hand.near({m.x + h * bulge, m.y}, unrest), hand.near({m.x + h, m.y - h * 0.8}, unrest),
                     hand.near(m, unrest), hand.near({m.x - h, m.y + h}, unrest)})});
}

void curl(MarkHand& hand, const MarkPlace& place)
{
    const double share = hand.random().uniform(0.12, 0.25);
    const RectMm around = place.box.grown(-share * place.box.width);
    hand.sheet().draw({hand.loop(around)});
}

void faint(MarkHand& hand, const MarkPlace& place)
{
    const double force = hand.random().uniform(0.25, 0.4) / hand.sheet().pen().density;
    hand.sheet().draw(hand.cross(place.box, hand.random().uniform(0.75, 1.15)), force);
}

void heavy(MarkHand& hand, const MarkPlace& place)
{
    const double width = std::max(hand.penMm(), place.box.width * hand.random().uniform(0.18, 0.27));
    hand.sheet().draw(MarkHand::widened(hand.cross(place.box, hand.random().uniform(0.75, 1.05)), width));
}

void afterRubbing(MarkHand& hand, const MarkPlace& place)
{
    diagonal(hand, place);
    const RectMm rubbed = place.box.grown(1.0);
    hand.sheet().erase({{rubbed.x, rubbed.y},
                        {rubbed.right(), rubbed.y},
                        {rubbed.right(), rubbed.bottom()},
                        {rubbed.x, rubbed.bottom()}},
                       hand.random().uniform(0.05, 0.25));
    neat(hand, place);
}

/// Just touches the next box.
void intoNext(MarkHand& hand, const MarkPlace& place)
{
    auto strokes = hand.cross(place.box, hand.random().uniform(0.85, 1.1));
    const RectMm next = place.next.value_or(place.box.shifted({0.0, place.box.height + 1.5}));
    const double in = place.frameMm + hand.random().uniform(-0.1, 0.3);
    const bool beside = next.x >= place.box.right();
    const PointMm end = beside ? PointMm{next.x + in, next.y + next.height * hand.random().uniform(0.3, 1.0)}
                               : PointMm{next.x + next.width * hand.random().uniform(0.1, 0.8), next.y + in};
    strokes.back() = beside ? hand.line({place.box.x, place.box.y}, end)
                            : hand.line({place.box.right() - 0.2, place.box.y}, end);
    hand.sheet().draw(strokes);
}

void smudged(MarkHand& hand, const MarkPlace& place)
{
    neat(hand, place);
    const double angle = hand.random().uniform(-0.7, 0.7);
    const double way = hand.random().uniform(0.6, 1.8);
    hand.sheet().smudge(place.box.grown(0.8), {way * std::cos(angle), way * std::sin(angle)},
                        hand.random().uniform(0.2, 0.45));
}

} // namespace

std::vector<MarkKind> crossedKinds()
{
    constexpr auto state = MarkState::crossed;
    const InkLimits limits{0.015, 0.75};
    MarkKind touching{"cross into the next", state, 1.5, limits, intoNext};
    touching.whenApart = "large cross";
    return {{"as synth", state, 12.0, limits, asSynth},
            {"neat cross", state, 40.0, limits, neat},
            {"large cross", state, 9.0, limits, large},
            {"small cross", state, 5.0, limits, small},
            {"cross gone over", state, 3.0, limits, twice},
            {"stroke and a half", state, 2.0, limits, oneAndAHalf},
            {"tick", state, 7.5, limits, tick},
            {"diagonal", state, 3.0, limits, diagonal},
            {"slash", state, 2.0, limits, slash},
            {"dot", state, 2.5, limits, dot},
            {"plus", state, 2.0, limits, plus},
            {"cross in one movement", state, 5.0, limits, oneMovement},
            {"curl", state, 1.0, limits, curl},
            {"faint pencil cross", state, 2.0, limits, faint, synth::PenKind::pencil},
            {"heavy cross", state, 1.5, {0.2, 0.75, 0.0, 100.0, true}, heavy},
            {"cross after rubbing", state, 1.0, limits, afterRubbing},
            touching,
            {"smudged cross", state, 1.0, limits, smudged}};
}

} // namespace scanstraat::marktest
