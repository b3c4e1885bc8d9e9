// SPDX-License-Identifier: EUPL-1.2
#include "TextDrawer.h"

#include "Text.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::synth {

namespace {

constexpr double kLeastCapMm = 2.4;
constexpr double kMostCapMm = 5.6;

/// Room that a written letter and the gap after it take, in capitals' heights: the widest hands of the
/// sources need 0.95 on average over Dutch text.
constexpr double kAdvanceShare = 0.9;
constexpr double kWordSpace = 0.55;

/// Points of an accent or tail over a box that is 1 wide; y up, 0 at the letter's top (or foot).
std::vector<std::vector<PointMm>> markShape(char32_t mark)
{
    switch (mark) {
    case 0x300:
        return {{{0.3, 0.32}, {0.6, 0.1}}};
    case 0x301:
        return {{{0.4, 0.1}, {0.72, 0.34}}};
    case 0x302:
        return {{{0.25, 0.1}, {0.5, 0.32}, {0.78, 0.1}}};
    case 0x303:
        return {{{0.15, 0.12}, {0.35, 0.25}, {0.6, 0.14}, {0.85, 0.27}}};
    case 0x304:
        return {{{0.2, 0.18}, {0.8, 0.2}}};
    case 0x306:
        return {{{0.25, 0.3}, {0.38, 0.14}, {0.62, 0.14}, {0.76, 0.32}}};
    case 0x307:
        return {{{0.48, 0.18}, {0.52, 0.2}}};
    case 0x308:
        return {{{0.25, 0.2}, {0.28, 0.22}}, {{0.72, 0.2}, {0.75, 0.22}}};
    case 0x30a:
        return {{{0.5, 0.32}, {0.38, 0.22}, {0.5, 0.1}, {0.62, 0.22}, {0.5, 0.32}}};
    case 0x30b:
        return {{{0.25, 0.1}, {0.42, 0.34}}, {{0.6, 0.1}, {0.78, 0.34}}};
    case 0x30c:
        return {{{0.25, 0.34}, {0.5, 0.1}, {0.78, 0.34}}};
    case 0x323:
        return {{{0.48, -0.16}, {0.52, -0.18}}};
    case 0x326:
    case 0x327:
        return {{{0.5, 0.0}, {0.48, -0.1}, {0.62, -0.18}, {0.4, -0.28}}};
    case 0x328:
        return {{{0.75, 0.0}, {0.62, -0.14}, {0.78, -0.24}}};
    case 0x335:
        return {{{-0.05, 0.42}, {0.75, 0.62}}};
    default:
        return {};
    }
}

bool standsBelow(char32_t mark)
{
    return mark == 0x323 || (mark >= 0x326 && mark <= 0x328) || mark == 0x335;
}

} // namespace

/// A character and where it goes, in millimetres.
struct TextDrawer::Placed
{
    Decomposed letter;
    double left = 0.0; ///< of the ink, unless `centred`
    bool centred = false;
    double baseline = 0.0;
    double capMm = 4.0;
    double mostWidthMm = 0.0; ///< 0: any
    double* advance = nullptr;
};

Hand randomHand(Writer& writer, Difficulty difficulty, Random& random)
{
    Hand hand;
    hand.writer = &writer;
    hand.sizeShare = random.uniform(0.56, choose(difficulty, 0.68, 0.74, 0.84));
    hand.slant = random.normal(0.03, choose(difficulty, 0.04, 0.08, 0.14));
    hand.spacing = random.uniform(0.12, 0.24);
    hand.drift = random.normal(0.0, choose(difficulty, 0.002, 0.005, 0.01));
    hand.unrest = choose(difficulty, 0.6, 1.0, 1.6);
    hand.pressure = random.uniform(choose(difficulty, 0.92, 0.85, 0.7), 1.0);
    if (writer.isMachine()) {
        hand.slant = hand.drift = hand.unrest = 0.0;
        hand.spacing = random.uniform(0.12, 0.18);
        hand.isSteady = true;
    }
    return hand;
}

std::size_t TextDrawer::charactersThatFit(const RectMm& line)
{
    const double cap = std::clamp(line.height * 0.62, kLeastCapMm, kMostCapMm);
    return static_cast<std::size_t>(std::max(1.0, line.width / (cap * kAdvanceShare)));
}

LetterStyle TextDrawer::styleFor(double capHeightMm) const
{
    LetterStyle style;
    style.capHeightPx = capHeightMm * kSheetPixelsPerMm;
    style.strokePx = sheet_.pen().widthMm * kSheetPixelsPerMm;
    style.slant = hand_.slant;
    return style;
}

void TextDrawer::addMarks(const Placed& placed, const LetterShape& shape, cv::Point topLeft)
{
    const double left = (topLeft.x + kShapeMargin) / kSheetPixelsPerMm;
    const double top = (topLeft.y + kShapeMargin) / kSheetPixelsPerMm;
    const double width = std::max(shape.widthPx / kSheetPixelsPerMm, 0.45 * placed.capMm);
    std::vector<Stroke> strokes;
    for (const char32_t mark : placed.letter.marks) {
        const double foot = standsBelow(mark) ? placed.baseline : top;
        for (const auto& points : markShape(mark)) {
            Stroke stroke;
            stroke.widthMm = sheet_.pen().widthMm;
            for (const PointMm& point : points) {
                stroke.points.push_back({left + point.x * width + random_.normal(0, 0.03) * placed.capMm,
                                         foot - point.y * placed.capMm * 0.95});
            }
            stroke.points = smoothed(stroke.points, 4);
            strokes.push_back(std::move(stroke));
        }
    }
    if (!strokes.empty()) {
        sheet_.draw(strokes);
    }
}

void TextDrawer::writeCharacter(const Placed& placed)
{
    LetterStyle style = styleFor(placed.capMm);
    const bool marked = !placed.letter.marks.empty() && !standsBelow(placed.letter.marks.front());
    style.capHeightPx *= marked ? 0.85 : 1.0; // room for the accent
    auto shape = hand_.writer->draw(static_cast<char>(placed.letter.base), style, random_);
    if (!shape) {
        return;
    }
    const double most = placed.mostWidthMm * kSheetPixelsPerMm;
    if (most > 0.0 && shape->widthPx > most) {
        style.aspect = most / shape->widthPx;
        shape = hand_.writer->draw(static_cast<char>(placed.letter.base), style, random_);
    }
    const double shift = placed.centred ? shape->widthPx / 2.0 : 0.0;
    const double jitter = hand_.unrest * placed.capMm * kSheetPixelsPerMm;
    const cv::Point topLeft(
        cvRound(placed.left * kSheetPixelsPerMm - shift) - kShapeMargin,
        cvRound(placed.baseline * kSheetPixelsPerMm - shape->topPx + random_.normal(0, 0.025) * jitter) -
            kShapeMargin);
    sheet_.stamp(shape->coverage, topLeft, hand_.pressure * random_.uniform(0.9, 1.0));
    addMarks(placed, *shape, topLeft);
    if (placed.advance != nullptr) {
        *placed.advance = shape->widthPx / kSheetPixelsPerMm;
    }
}

void TextDrawer::writeComb(const std::vector<RectMm>& cells, const std::vector<std::string>& characters)
{
    const double share = hand_.sizeShare * random_.uniform(0.95, 1.05);
    const double rise = random_.normal(0.0, 0.03) * hand_.unrest;
    for (std::size_t i = 0; i < cells.size() && i < characters.size(); ++i) {
        const std::u32string text = decode(characters[i]);
        if (text.empty()) {
            continue;
        }
        const RectMm& cell = cells[i];
        Placed placed;
        placed.letter = decompose(text.front());
        placed.capMm = std::clamp(cell.height * share, kLeastCapMm, kMostCapMm);
        placed.left = cell.centre().x + random_.normal(0.0, 0.05) * hand_.unrest * cell.width;
        placed.centred = true;
        placed.baseline = cell.centre().y + placed.capMm / 2.0 +
                          (rise + random_.normal(0.0, 0.025) * hand_.unrest) * cell.height;
        placed.mostWidthMm = cell.width * std::min(1.05, 0.84 + 0.1 * hand_.unrest);
        writeCharacter(placed);
    }
}

void TextDrawer::writeLine(const RectMm& line, const std::u32string& text)
{
    Placed placed;
    const double cap = line.height * hand_.sizeShare;
    const double room = line.width / (std::max(1.0, double(text.size())) * kAdvanceShare);
    placed.capMm = std::clamp(std::min(cap, room * 1.1), kLeastCapMm * 0.85, kMostCapMm);
    const double estimate = placed.capMm * kAdvanceShare * double(text.size());
    const double spare = std::max(0.0, line.width - estimate);
    const double start = line.x + std::min(spare * 0.5, random_.uniform(0.8, 4.0));
    const double foot = line.bottom() - (line.height - placed.capMm) * random_.uniform(0.2, 0.4);
    double at = start;
    // A hand that runs out of room writes narrower: letters get what is left, shared evenly.
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U' ') {
            at += placed.capMm * kWordSpace * random_.uniform(0.85, 1.2);
            continue;
        }
        const double rest = (line.right() - 0.5 - at) / double(text.size() - i);
        placed.letter = decompose(text[i]);
        placed.left = at;
        const double jump = random_.normal(0.0, 0.02) * placed.capMm;
        placed.baseline = foot - hand_.drift * (at - line.x) + (hand_.isSteady ? 0.0 : jump);
        placed.mostWidthMm = std::max(0.3 * placed.capMm, rest * 1.15);
        double advance = 0.3 * placed.capMm;
        placed.advance = &advance;
        writeCharacter(placed);
        const double gap = std::min(hand_.spacing * placed.capMm, std::max(0.25, rest * 0.2));
        const double wander = random_.uniform(0.7, 1.3);
        at += advance + gap * (hand_.isSteady ? 1.0 : wander);
    }
}

void TextDrawer::writeLines(const std::vector<RectMm>& lines, const std::vector<std::string>& texts)
{
    for (std::size_t i = 0; i < lines.size() && i < texts.size(); ++i) {
        writeLine(lines[i], decode(texts[i]));
    }
}

} // namespace scanstraat::synth
