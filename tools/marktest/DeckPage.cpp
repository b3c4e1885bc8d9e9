// SPDX-License-Identifier: EUPL-1.2
//
// Every mark is measured alone when it is drawn, and each box once more when the page is done, since strokes
// run into other boxes. Correction fluid comes last: it takes print away, too.
#include "DeckPage.h"

#include "InkCheck.h"
#include "MarkHand.h"
#include "TextDrawer.h"
#include "base/Units.h"

#include <algorithm>

namespace scanstraat::marktest {

namespace {

using synth::Random;

/// Full ink is 255. Marks may be faint pencil, rubbed out ones are no marks.
constexpr int kMarkThreshold = 30;
constexpr int kEmptyThreshold = 42;
constexpr int kAttempts = 10;

/// Room that no mark leaves.
constexpr double kMostReachMm = 6.0;

int thresholdOf(const MarkKind& kind)
{
    return kind.truth == reading::MarkState::empty ? kEmptyThreshold : kMarkThreshold;
}

void write(synth::Sheet& sheet, const form::Page& page, const synth::Hand& hand, Random& random)
{
    static const std::vector<std::string> words{"ZIE BIJLAGE",         "VERHUISD NAAR ZWOLLE",
                                                "NIET VAN TOEPASSING", "SINDS MAART 2021",
                                                "WORDT NAGESTUURD",    "IN OVERLEG"};
    synth::TextDrawer text(sheet, hand, random);
    for (const form::Field& field : page.fields) {
        std::vector<std::string> digits;
        for (std::size_t i = 0; i < field.cells.size(); ++i) {
            digits.push_back(std::to_string(random.integer(0, 9)));
        }
        text.writeComb(field.cells, digits);
        text.writeLines(field.lines, {random.pick(words)});
    }
}

/// The kind, or what stands in for it where there is no label, or where two boxes are too far apart for one
/// mark.
std::size_t possibleKind(std::size_t kind, const MarkPlace& place, bool apart)
{
    const MarkKind& wanted = markKinds()[kind];
    if (apart && !wanted.whenApart.empty()) {
        return kindNamed(wanted.whenApart);
    }
    return place.labelled || wanted.withoutLabel.empty() ? kind : kindNamed(wanted.withoutLabel);
}

/// Whether more than a side lies between the boxes.
bool areApart(const std::vector<MarkPlace>& places)
{
    const RectMm& first = places.front().box;
    return places.size() > 1 && places[1].box.x - first.right() > first.width;
}

/// Draws what was chosen for the boxes of a field, all that covers or all that does not.
void drawField(MarkHand& hand, const std::vector<MarkPlace>& places, std::span<MarkedBox> boxes,
               bool covering)
{
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const MarkKind& kind = markKinds()[boxes[i].kind];
        if (kind.covers == covering && kind.draw != nullptr) {
            boxes[i].dropped = !drawTruly(hand.sheet(), hand, kind, places[i]);
            if (kind.takesNext && i + 1 < boxes.size()) {
                boxes[i + 1].dropped = boxes[i].dropped;
                ++i;
            }
        }
    }
}

void checkField(const synth::Sheet& sheet, const std::vector<MarkPlace>& places, std::span<MarkedBox> boxes)
{
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const MarkKind& kind = markKinds()[boxes[i].kind];
        const cv::Mat ink = sheet.savedInk(places[i].box.grown(kInkMarginMm));
        boxes[i].dropped =
            boxes[i].dropped || !stillHolds(measureInk(ink, places[i], thresholdOf(kind)), kind);
    }
}

} // namespace

std::vector<MarkPlace> placesOf(const form::Page& page, const form::Field& field)
{
    std::vector<MarkPlace> places;
    for (const form::Option& option : field.options) {
        MarkPlace place;
        place.box = option.box;
        place.frameMm = field.frameMm;
        place.round = option.shape == form::BoxShape::round;
        place.label = {option.box.right() + 2.0, option.box.y, 8.0, option.box.height};
        place.labelled = false;
        for (const form::PrintedText& text : page.texts) {
            const double away = text.at.x - option.box.right();
            const double above = text.at.y - option.box.y;
            if (text.text == option.label && away > 0.5 && away < 4.0 && above > 0 &&
                above < option.box.height) {
                const double height = pointsToMm(text.sizePt) * 0.75;
                place.label = {text.at.x, text.at.y - height, text.widthMm, height};
                place.labelled = true;
            }
        }
        places.push_back(place);
    }
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        places[i].next = places[i + 1].box;
    }
    return places;
}

bool drawTruly(synth::Sheet& sheet, MarkHand& hand, const MarkKind& kind, const MarkPlace& place)
{
    RectMm touched = unite(place.box, place.label);
    touched = (place.next ? unite(touched, *place.next) : touched).grown(kMostReachMm);
    const RectMm looked = place.box.grown(kInkMarginMm);
    if (kind.covers) {
        kind.draw(hand, place);
        return true;
    }
    const cv::Mat before = sheet.savedInk(touched);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const cv::Mat others = sheet.savedInk(looked);
        kind.draw(hand, place);
        const cv::Mat own = sheet.savedInk(looked) - others;
        if (holds(measureInk(own, place, thresholdOf(kind)), kind.limits)) {
            return true;
        }
        sheet.restore(touched, before);
    }
    return false;
}

MarkedPage PageMarker::mark(const form::Page& page, const cv::Mat& print, const MarkingOrder& order,
                            Random& random) const
{
    MarkedPage marked{synth::Sheet(print, order.pen, random), {}};
    synth::Sheet& sheet = marked.sheet;
    const auto writer = writers_.next(random);
    write(sheet, page, synth::randomHand(*writer, order.difficulty, random), random);
    MarkHand hand(sheet, order.difficulty, random);
    Chooser chooser(order.set, order.pen.kind, rates_, random);
    std::vector<std::pair<std::size_t, std::size_t>> parts; // field, its first box
    for (std::size_t f = 0; f < page.fields.size(); ++f) {
        if (!page.fields[f].options.empty()) {
            parts.emplace_back(f, marked.boxes.size());
            const auto places = placesOf(page, page.fields[f]);
            std::size_t option = 0;
            for (const std::size_t kind : chooser.kindsFor(page.fields[f])) {
                marked.boxes.push_back({f, option, possibleKind(kind, places[option], areApart(places))});
                ++option;
            }
        }
    }
    const auto boxesOf = [&](std::size_t part) {
        return std::span(marked.boxes)
            .subspan(parts[part].second, page.fields[parts[part].first].options.size());
    };
    for (const bool covering : {false, true}) {
        for (std::size_t part = 0; part < parts.size(); ++part) {
            drawField(hand, placesOf(page, page.fields[parts[part].first]), boxesOf(part), covering);
        }
    }
    for (std::size_t part = 0; part < parts.size(); ++part) {
        checkField(sheet, placesOf(page, page.fields[parts[part].first]), boxesOf(part));
    }
    return marked;
}

} // namespace scanstraat::marktest
