// SPDX-License-Identifier: EUPL-1.2
#include "MarkHand.h"
#include "MarkKind.h"

#include <cmath>

namespace scanstraat::marktest {

namespace {

using reading::MarkState;
using synth::Stroke;

/// `over` mm beyond the frame's outer edge, where the pen's edge comes.
RectMm filledArea(MarkHand& hand, const MarkPlace& place, double over)
{
    return place.box.grown(over - 0.45 * hand.penMm());
}

void asSynth(MarkHand& hand, const MarkPlace& place)
{
    hand.drawer().mark(place.box, MarkState::blackened);
}

void solid(MarkHand& hand, const MarkPlace& place)
{
    const RectMm area = filledArea(hand, place, hand.random().uniform(-0.1, 0.25));
    hand.fill(area, hand.random().uniform(-40, 40));
    hand.sheet().draw({hand.zigzag(area, hand.penMm() * 0.6, hand.random().uniform(0, 180))});
}

void hatchedOnce(MarkHand& hand, const MarkPlace& place)
{
    const RectMm area = filledArea(hand, place, hand.random().uniform(-0.05, 0.3));
    hand.sheet().draw(
        {hand.zigzag(area, hand.penMm() * hand.random().uniform(0.75, 1.0), hand.random().uniform(20, 70))});
}

void hatchedTwice(MarkHand& hand, const MarkPlace& place)
{
    const RectMm area = filledArea(hand, place, hand.random().uniform(-0.05, 0.3));
    const double degrees = hand.random().uniform(20, 60);
    const double pitch = hand.penMm() * hand.random().uniform(1.0, 1.5);
    hand.sheet().draw({hand.zigzag(area, pitch, degrees), hand.zigzag(area, pitch, degrees + 90)});
}

void spiral(MarkHand& hand, const MarkPlace& place)
{
    const RectMm area = filledArea(hand, place, hand.random().uniform(0.0, 0.4));
    const PointMm m = area.centre();
    std::vector<PointMm> places;
    const double turns = area.width / 2 / (hand.penMm() * hand.random().uniform(0.6, 0.85));
    for (double angle = 0.0; angle < turns * 2 * CV_PI; angle += 0.6) {
        const double r = area.width / 2 * (1.0 - angle / (turns * 2 * CV_PI));
        const double corner = 1.0 + 0.18 * std::pow(std::sin(2 * angle), 2.0); // towards the corners
        places.push_back(hand.near({m.x + r * corner * std::cos(angle), m.y + r * corner * std::sin(angle)},
                                   0.015 * area.width));
    }
    Stroke stroke;
    stroke.points = synth::smoothed(places, 4);
    stroke.widthMm = hand.penMm() * 1.05;
    hand.sheet().draw({stroke});
    hand.sheet().draw({hand.zigzag(area, hand.penMm() * 1.1, hand.random().uniform(0, 180))});
}

void overrun(MarkHand& hand, const MarkPlace& place)
{
    const double over = hand.random().uniform(0.35, 0.7);
    hand.fill(filledArea(hand, place, over), hand.random().uniform(0, 180));
}

/// Two thirds to four fifths: paper shows between the strokes or in a corner.
void sloppy(MarkHand& hand, const MarkPlace& place)
{
    auto& random = hand.random();
    RectMm area = filledArea(hand, place, random.uniform(-0.2, 0.15));
    if (random.chance(0.4)) { // leaves an edge
        area.width *= random.uniform(0.72, 0.85);
        hand.fill(area, random.uniform(20, 70));
        return;
    }
    hand.sheet().draw({hand.zigzag(area, hand.penMm() * random.uniform(1.0, 1.6), random.uniform(20, 70))});
}

void felt(MarkHand& hand, const MarkPlace& place)
{
    const double width = std::max(0.9, place.box.width * 0.3);
    const RectMm area = place.box.grown(hand.random().uniform(0.0, 0.35) - width / 2);
    hand.sheet().draw(MarkHand::widened({hand.zigzag(area, width * 0.6, hand.random().uniform(0, 90)),
                                         hand.zigzag(area, width * 0.6, hand.random().uniform(90, 180))},
                                        width));
}

void synthCrossedAgain(MarkHand& hand, const MarkPlace& place)
{
    hand.drawer().mark(place.box, MarkState::recrossed);
}

void crossedAgain(MarkHand& hand, const MarkPlace& place)
{
    solid(hand, place);
    const double out = hand.random().uniform(1.0, 3.0);
    hand.sheet().draw(hand.cross(place.box, 1.0 + 1.5 * out / place.box.width));
}

void diagonalAgain(MarkHand& hand, const MarkPlace& place)
{
    solid(hand, place);
    auto strokes = hand.cross(place.box, 1.0 + 2 * hand.random().uniform(1.2, 3.0) / place.box.width);
    strokes.erase(strokes.begin() + (hand.random().chance(0.6) ? 0 : 1));
    hand.sheet().draw(strokes);
}

void tickAgain(MarkHand& hand, const MarkPlace& place)
{
    solid(hand, place);
    const RectMm& box = place.box;
    const double out = hand.random().uniform(1.8, 3.2);
    const PointMm foot{box.x + 0.4 * box.width, box.bottom() + hand.random().uniform(-0.3, 0.5)};
    hand.sheet().draw({hand.curve({{box.x - hand.random().uniform(0.3, 1.2), box.y + 0.5 * box.height},
                                   foot,
                                   {foot.x + 0.1, foot.y - 0.1},
                                   {box.right() + out * 0.8, box.y - out}})});
}

} // namespace

std::vector<MarkKind> blackKinds()
{
    constexpr auto state = MarkState::blackened;
    constexpr auto again = MarkState::recrossed;
    const InkLimits black{0.82, 1.0, 0.0, 1.15};
    const InkLimits marked{0.8, 1.0, 0.8};
    return {{"black as synth", state, 25.0, black, asSynth},
            {"solid", state, 20.0, black, solid},
            {"hatched in one direction", state, 18.0, black, hatchedOnce},
            {"hatched in two directions", state, 15.0, black, hatchedTwice},
            {"spiral", state, 8.0, black, spiral},
            {"frame overrun", state, 8.0, black, overrun},
            {"sloppily blackened", state, 0.0, {0.66, 0.82, 0.0, 1.15}, sloppy},
            {"pencil blackened", state, 40.0, black, solid, synth::PenKind::pencil},
            {"felt solid", state, 3.0, black, felt},
            {"recrossed as synth", again, 30.0, marked, synthCrossedAgain},
            {"crossed again", again, 45.0, marked, crossedAgain},
            {"diagonal again", again, 12.0, marked, diagonalAgain},
            {"tick again", again, 13.0, marked, tickAgain}};
}

} // namespace scanstraat::marktest
