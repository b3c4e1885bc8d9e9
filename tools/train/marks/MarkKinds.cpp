// SPDX-License-Identifier: EUPL-1.2
// A mark is drawn first and judged by what it covers then: a cross of a thick pen that leaves no paper is no
// cross any more, and a blackening with gaps is one only while the gaps are small.
#include "MarkKinds.h"

namespace scanstraat::train {

namespace {

using reading::MarkState;

/// Share of the surroundings with ink below which a mark beside the box is out of sight.
constexpr double kSeen = 0.008;

/// Of a pen's own darkness: more that an eraser left is no longer clearly nothing.
constexpr double kResidue = 0.18;

/// A speck up to twice this wide is dirt; a dot that somebody makes has 0.7 mm and more.
constexpr double kDustRadiusMm = 0.2;

struct Sheet : MarkPlace
{
    Mix mix;
    Dice& dice;

    /// One of the weights' indices.
    [[nodiscard]] std::size_t pick(const std::vector<double>& even, const std::vector<double>& real) const
    {
        return dice.pick(mix == Mix::real ? real : even);
    }
};

DrawnMark result(MarkState state, std::size_t kind)
{
    return {state, static_cast<int>(state) * 20 + static_cast<int>(kind)};
}

DrawnMark drawCrossed(Sheet& sheet)
{
    Pen pen(sheet.layer, sheet.tool, sheet.dice);
    MarkDrawing mark(pen, sheet.box, sheet.dice);
    constexpr std::size_t kCrosses = 5;
    const std::size_t kind = sheet.pick({34, 7, 5, 8, 3, 12, 12, 6, 5, 8}, {56, 6, 5, 8, 1, 11, 6, 2, 2, 3});
    switch (kind) {
    case 0:
        mark.cross();
        break;
    case 1:
        mark.crossAgain();
        break;
    case 2:
        mark.halfCross();
        break;
    case 3:
        mark.joinedCross();
        break;
    case 4:
        mark.star();
        break;
    case 5:
        mark.tick();
        break;
    case 6:
        mark.slash();
        break;
    case 7:
        mark.plus();
        break;
    case 8:
        mark.loop();
        break;
    default:
        mark.dot();
        break;
    }
    DrawnMark drawn = result(MarkState::crossed, kind);
    const double share = sheet.layer.coverage(sheet.box);
    const double most = kind < kCrosses || kind == 7 ? 0.92 : 0.8; // paper must be left to see
    if (share < 0.02 || share > most) {
        drawn.state.reset();
    }
    return drawn;
}

/// Ink until most of the inside is covered, in one of the ways to do it.
std::size_t fillBox(Sheet& sheet)
{
    Pen pen(sheet.layer, sheet.tool, sheet.dice);
    MarkDrawing mark(pen, sheet.box, sheet.dice);
    const std::size_t kind = sheet.dice.pick({35, 35, 12, 18});
    const double least = sheet.dice.chance(sheet.mix == Mix::real ? 0.05 : 0.25)
                             ? sheet.dice.between(0.65, 0.8)
                             : sheet.dice.between(kind == 1 ? 0.77 : 0.8, 0.95);
    if (kind == 0) {
        mark.blackSolid();
    } else if (kind == 1 && sheet.dice.chance(0.5)) {
        mark.blackDiagonal(sheet.dice.between(0.6, 1.4));
    } else if (kind == 1) {
        mark.blackHatched(sheet.dice.between(0.6, 1.4));
    } else if (kind == 2) {
        mark.blackSpiral(sheet.dice.between(0.6, 1.3));
    }
    for (int pass = 0; pass < 12 && sheet.layer.coverage(sheet.box) < least; ++pass) {
        if (kind == 1 && pass < 4) {
            mark.blackHatched(sheet.dice.between(1.0, 2.0));
        } else {
            mark.scribble(sheet.dice.between(3.0, 8.0));
        }
    }
    return kind;
}

/// Over the black, from another box: not a mark of this one.
void ringBeside(Sheet& sheet, DrawnMark& drawn)
{
    if (sheet.dice.chance(sheet.mix == Mix::real ? 0.03 : 0.1)) {
        Pen pen(sheet.layer, sheet.tool, sheet.dice);
        drawn.ringed = MarkDrawing(pen, sheet.box, sheet.dice).neighboursRing();
    }
}

DrawnMark drawBlack(Sheet& sheet)
{
    DrawnMark drawn = result(MarkState::blackened, fillBox(sheet));
    if (sheet.layer.coverage(sheet.box) < 0.65) {
        drawn.state.reset();
    }
    ringBeside(sheet, drawn);
    return drawn;
}

DrawnMark drawAgain(Sheet& sheet)
{
    const std::size_t how = fillBox(sheet);
    Pen pen(sheet.layer, sheet.tool, sheet.dice);
    MarkDrawing mark(pen, sheet.box, sheet.dice);
    const bool once = sheet.dice.chance(0.4);
    if (once) {
        mark.runOutOnce();
    } else {
        mark.runOut();
    }
    DrawnMark drawn = result(MarkState::recrossed, how + (once ? 4 : 0));
    if (sheet.layer.coverage(sheet.box) < 0.7) {
        drawn.state.reset();
    }
    ringBeside(sheet, drawn);
    return drawn;
}

DrawnMark drawFluid(Sheet& sheet)
{
    DrawnMark drawn = sheet.dice.chance(0.6) ? drawCrossed(sheet) : drawBlack(sheet);
    drawn = result(MarkState::unclear, 7);
    drawn.fluid = true;
    return drawn;
}

DrawnMark drawUnclear(Sheet& sheet)
{
    Pen pen(sheet.layer, sheet.tool, sheet.dice);
    MarkDrawing mark(pen, sheet.box, sheet.dice);
    const std::size_t kind = sheet.dice.pick({20, 12, 14, 16, 22, sheet.next ? 20.0 : 0.0, 8, 12});
    DrawnMark drawn = result(MarkState::unclear, kind);
    switch (kind) {
    case 0: {
        mark.halfFilled();
        const double share = sheet.layer.coverage(sheet.box);
        if (share < 0.34 || share > 0.6) {
            drawn.state.reset();
        }
        break;
    }
    case 1:
        mark.circleAround();
        break;
    case 2:
        mark.circleLabel();
        break;
    case 3:
        mark.strikeOut();
        break;
    case 4:
        mark.beside();
        drawn.beside = true;
        break;
    case 5:
        mark.across(*sheet.next);
        drawn.spansNext = true;
        break;
    case 6:
        mark.questionMark();
        break;
    default:
        return drawFluid(sheet);
    }
    if (sheet.layer.coverage(sheet.box.grown(0.95 * sheet.box.width)) < kSeen) {
        drawn.state.reset();
    }
    return drawn;
}

/// What an eraser leaves: pale against what the same pen writes elsewhere on the page.
DrawnMark drawResidue(Sheet& sheet)
{
    static_cast<void>(drawCrossed(sheet));
    DrawnMark drawn = result(MarkState::empty, 3);
    drawn.strength = sheet.dice.between(0.02, 0.3);
    if (drawn.strength > kResidue) {
        drawn.state.reset();
    }
    return drawn;
}

/// Dust that lies inside the box.
void drawDust(Sheet& sheet)
{
    Pen pen(sheet.layer, sheet.tool, sheet.dice);
    const RectMm inside = sheet.box.grown(-0.6);
    for (int specks = sheet.dice.whole(1, 4); specks > 0; --specks) {
        pen.blob({inside.x + sheet.dice.between(0.0, inside.width),
                  inside.y + sheet.dice.between(0.0, inside.height)},
                 sheet.dice.between(0.04, kDustRadiusMm));
    }
}

DrawnMark drawEmpty(Sheet& sheet)
{
    Pen pen(sheet.layer, sheet.tool, sheet.dice);
    MarkDrawing mark(pen, sheet.box, sheet.dice);
    const std::size_t kind = sheet.pick({56, 12, 6, 8, 8, 6}, {88, 3, 1, 2, 3, 3});
    switch (kind) {
    case 1:
        mark.strokeEnd();
        break;
    case 2:
        mark.underline();
        break;
    case 3:
        return drawResidue(sheet);
    case 4:
        mark.writingNearby();
        break;
    case 5:
        drawDust(sheet);
        break;
    default:
        break;
    }
    return result(MarkState::empty, kind);
}

} // namespace

DrawnMark drawKind(MarkState state, const MarkPlace& place, Mix mix, Dice& dice)
{
    Sheet sheet{place, mix, dice};
    switch (state) {
    case MarkState::crossed:
        return drawCrossed(sheet);
    case MarkState::blackened:
        return drawBlack(sheet);
    case MarkState::recrossed:
        return drawAgain(sheet);
    case MarkState::unclear:
        return drawUnclear(sheet);
    default:
        return drawEmpty(sheet);
    }
}

} // namespace scanstraat::train
