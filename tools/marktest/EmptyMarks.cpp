// SPDX-License-Identifier: EUPL-1.2
#include "MarkHand.h"
#include "MarkKind.h"

#include <cmath>

namespace scanstraat::marktest {

namespace {

using reading::MarkState;

/// Ends within the box, comes from the side of a neighbour.
void strokeEnd(MarkHand& hand, const MarkPlace& place)
{
    auto& random = hand.random();
    const RectMm inside = place.inside();
    const bool below = random.chance(0.5);
    const double edge = below ? inside.bottom() : inside.y;
    const double in = (below ? -1.0 : 1.0) * random.uniform(0.0, 0.35);
    const double out = (below ? 1.0 : -1.0) * random.uniform(0.9, 1.8);
    const double x = inside.x + inside.width * random.uniform(0.1, 0.9);
    const PointMm tip{x, edge + in};
    hand.sheet().draw({hand.line({x + random.uniform(-1.0, 1.0), edge + out}, tip)});
}

void specks(MarkHand& hand, const MarkPlace& place)
{
    auto& random = hand.random();
    for (int i = random.integer(1, 4); i > 0; --i) {
        const RectMm inside = place.inside();
        const PointMm at{inside.x + inside.width * random.uniform(),
                         inside.y + inside.height * random.uniform()};
        synth::Stroke speck;
        speck.widthMm = random.uniform(0.08, 0.3);
        speck.points = {at, {at.x + random.normal(0.0, 0.06), at.y + random.normal(0.0, 0.06)}};
        hand.sheet().draw({speck}, random.uniform(0.5, 1.0));
    }
}

void residue(MarkHand& hand, const MarkPlace& place)
{
    hand.sheet().draw(hand.cross(place.box, hand.random().uniform(0.7, 1.1)));
    const RectMm rubbed = place.box.grown(1.5);
    hand.sheet().erase({{rubbed.x, rubbed.y},
                        {rubbed.right(), rubbed.y},
                        {rubbed.right(), rubbed.bottom()},
                        {rubbed.x, rubbed.bottom()}},
                       hand.random().uniform(0.04, 0.15));
}

void underline(MarkHand& hand, const MarkPlace& place)
{
    auto& random = hand.random();
    const double y = place.label.bottom() + random.uniform(0.2, 0.6);
    hand.sheet().draw(
        {hand.line({place.label.x + random.uniform(-0.5, 0.8), y},
                   {place.label.right() + random.uniform(-0.8, 1.0), y + random.normal(0, 0.2)})});
}

} // namespace

std::vector<MarkKind> emptyKinds()
{
    constexpr auto state = MarkState::empty;
    MarkKind underlined{"label underlined", state, 0.4, {0.0, 0.02}, underline};
    underlined.withoutLabel = "blank";
    return {{"blank", state, 95.6, {0.0, 0.05}},
            {"neighbour's stroke end", state, 2.0, {0.0, 0.05}, strokeEnd},
            {"dust", state, 1.5, {0.0, 0.05}, specks},
            {"rubbed out", state, 0.5, {0.0, 0.05}, residue},
            underlined};
}

} // namespace scanstraat::marktest
