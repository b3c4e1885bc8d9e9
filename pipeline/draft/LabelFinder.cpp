// SPDX-License-Identifier: EUPL-1.2
//
// Words count, not lines: what stands in one row of a form belongs to several boxes. A word belongs to a box
// when nothing else to write in lies between them.
#include "draft/LabelFinder.h"

#include "base/Units.h"
#include "draft/TextSigns.h"

#include <algorithm>
#include <cmath>
#include <regex>

namespace scanstraat::draft {

namespace {

constexpr double kLeftReachMm = 110.0;
constexpr double kRightReachMm = 9.0; ///< to the first word behind a checkbox
constexpr double kWordGapMm = 7.0;    ///< within a label
constexpr double kAboveMm = 7.0;
constexpr double kBelowMm = 4.0;

std::string joined(const std::vector<const TextWord*>& words)
{
    constexpr std::size_t kLongest = 200; // bytes; more is an explanation, no label
    std::string text;
    for (const TextWord* word : words) {
        if (text.size() + word->text.size() > kLongest) {
            break;
        }
        text += (text.empty() ? "" : " ") + word->text;
    }
    return labelText(text);
}

bool inBand(const RectMm& word, double top, double bottom)
{
    return word.centre().y > top && word.centre().y < bottom;
}

bool overlapX(const RectMm& a, double from, double to)
{
    return a.x < to && a.right() > from;
}

/// The last text line whose place `fits`, by `nearness`; nullptr when there is none.
template <typename Fits, typename Nearness>
const TextLine* nearest(const std::vector<TextLine>& lines, Fits fits, Nearness nearness)
{
    const TextLine* best = nullptr;
    for (const TextLine& line : lines) {
        if (hasLetters(line.text) && fits(line) && (best == nullptr || nearness(line) < nearness(*best))) {
            best = &line;
        }
    }
    return best;
}

} // namespace

LabelFinder::LabelFinder(const PageFindings& page, const AnswerPlaces& places) : page_(page)
{
    for (const Checkbox& box : places.checkboxes) {
        taken_.push_back(box.outer);
    }
    for (const Comb& comb : places.combs) {
        taken_.push_back(comb.box());
    }
    for (const WritePlace& place : places.places) {
        taken_.push_back(place.box);
    }
    captionsBelow_ = hasCaptionsBelow(places.places);
}

/// Whether most lines to write on have their caption right under them and nothing to their left.
bool LabelFinder::hasCaptionsBelow(const std::vector<WritePlace>& places) const
{
    int lines = 0;
    int captioned = 0;
    for (const WritePlace& place : places) {
        if (place.frameMm == 0) {
            ++lines;
            captioned += !below(place.box).empty() && leftWords(place.box).empty() ? 1 : 0;
        }
    }
    constexpr double kMost = 0.6;
    return lines >= 2 && captioned > kMost * lines;
}

std::string LabelFinder::ofCheckbox(const Checkbox& box) const
{
    const double top = box.outer.y - 0.8;
    const double bottom = box.outer.bottom() + 0.8;
    double end = kA4WidthMm;
    for (const RectMm& other : taken_) {
        if (other.x > box.outer.right() - 0.5 && other.y < bottom && other.bottom() > top) {
            end = std::min(end, other.x);
        }
    }
    std::vector<const TextWord*> words;
    for (const TextWord& word : page_.words) {
        if (inBand(word.area, top, bottom) && word.area.x > box.outer.right() - 0.6 && word.area.x < end) {
            words.push_back(&word);
        }
    }
    std::ranges::sort(words, {}, [](const TextWord* w) { return w->area.x; });
    std::vector<const TextWord*> label;
    for (const TextWord* word : words) {
        const double from = label.empty() ? box.outer.right() : label.back()->area.right();
        if (word->area.x - from > (label.empty() ? kRightReachMm : kWordGapMm)) {
            break;
        }
        label.push_back(word);
    }
    std::string text = joined(label);
    if (text.empty()) {
        return joined(leftWords(box.outer));
    }
    double until = kA4HeightMm;
    for (const RectMm& other : taken_) {
        if (other.y > box.outer.bottom() - 0.3 && overlapX(other, box.outer.x, label.back()->area.right())) {
            until = std::min(until, other.y - 0.3);
        }
    }
    const std::string more = goesOn(label.front()->area, until);
    return more.empty() ? text : text + " " + more;
}

/// Lines that begin below `first` and follow closely.
std::string LabelFinder::goesOn(const RectMm& first, double until) const
{
    constexpr int kMostLines = 4;
    std::string text;
    RectMm last = first;
    for (int i = 0; i < kMostLines; ++i) {
        const TextLine* next = nearest(
            page_.texts,
            [&](const TextLine& line) {
                const double step = line.area.y - last.y;
                return std::abs(line.area.x - first.x) < 1.2 && step > 0.4 * last.height &&
                       step < 1.45 * last.height && line.area.centre().y < until;
            },
            [](const TextLine& line) { return line.area.y; });
        if (next == nullptr) {
            break;
        }
        text += (text.empty() ? "" : " ") + labelText(next->text);
        last = next->area;
    }
    return text;
}

std::vector<const TextWord*> LabelFinder::wordsBetween(double from, double to, double top,
                                                       double bottom) const
{
    std::vector<const TextWord*> words;
    for (const TextWord& word : page_.words) {
        if (inBand(word.area, top, bottom) && word.area.x >= from - 0.5 && word.area.right() <= to + 1.0) {
            words.push_back(&word);
        }
    }
    std::ranges::sort(words, [](const TextWord* a, const TextWord* b) {
        const bool sameLine = std::abs(a->area.centre().y - b->area.centre().y) < 1.5;
        return sameLine ? a->area.x < b->area.x : a->area.y < b->area.y;
    });
    return words;
}

double LabelFinder::leftEnd(const RectMm& area, double top, double bottom) const
{
    double start = area.x - kLeftReachMm;
    for (const RectMm& other : taken_) {
        if (other.right() < area.x + 0.5 && other.y < bottom && other.bottom() > top) {
            start = std::max(start, other.right());
        }
    }
    return start;
}

std::vector<const TextWord*> LabelFinder::leftWords(const RectMm& area) const
{
    const double top = area.y - 0.6;
    const double bottom = area.bottom() + 0.8;
    return wordsBetween(leftEnd(area, top, bottom), area.x, top, bottom);
}

/// The lines right above or below a row of a label that begin where it, or the text behind its number,
/// begins.
std::vector<const TextWord*> LabelFinder::nextRow(const std::vector<const TextWord*>& row, const RectMm& area,
                                                  bool up) const
{
    const RectMm& first = row.front()->area;
    const double step = (up ? -1.0 : 1.0) * first.height;
    constexpr double kLeast = 0.6; // of a line's height
    constexpr double kMost = 1.25;
    const auto begins = [&](const TextWord& word, const RectMm& start) {
        const double away = (word.area.y - start.y) / step;
        return std::abs(word.area.x - start.x) < 1.0 && away > kLeast && away < kMost;
    };
    const std::size_t starts = std::min<std::size_t>(row.size(), 2);
    for (const TextWord& word : page_.words) {
        for (std::size_t i = 0; i < starts; ++i) {
            if (begins(word, row[i]->area)) {
                const double top = word.area.y + 0.2 * word.area.height;
                const double bottom = word.area.bottom() - 0.2 * word.area.height;
                return wordsBetween(leftEnd(area, top, bottom), area.x, top, bottom);
            }
        }
    }
    return {};
}

std::string LabelFinder::leftLabel(const RectMm& area) const
{
    constexpr int kMostRows = 6;
    const std::vector<const TextWord*> words = leftWords(area);
    if (words.empty()) {
        return "";
    }
    std::string text = joined(words);
    std::vector<const TextWord*> row = words;
    for (int i = 0; i < kMostRows && splitNumber(text).question.empty(); ++i) {
        row = nextRow(row, area, true);
        if (row.empty()) {
            break;
        }
        text.insert(0, joined(row) + " ");
    }
    // the last line of what stands beside the place goes on below it
    const double lastY = words.back()->area.centre().y;
    row.clear();
    std::ranges::copy_if(words, std::back_inserter(row),
                         [&](const TextWord* w) { return std::abs(w->area.centre().y - lastY) < 1.5; });
    for (int i = 0; i < kMostRows; ++i) {
        // behind a number the text begins with the second word
        const bool numbered = row.size() > 1 && !splitNumber(joined(row)).question.empty();
        row = nextRow(numbered ? std::vector<const TextWord*>{row[1]} : std::vector<const TextWord*>{row[0]},
                      area, false);
        if (row.empty() || !splitNumber(joined(row)).question.empty()) {
            break;
        }
        text += " " + joined(row);
    }
    return text;
}

std::string LabelFinder::above(const RectMm& area) const
{
    const TextLine* line = nearest(
        page_.texts,
        [&](const TextLine& t) {
            const double away = area.y - t.area.bottom();
            return away > -1.2 && away < kAboveMm && overlapX(t.area, area.x - 3.0, area.right()) &&
                   t.area.x > area.x - 25.0;
        },
        [&](const TextLine& t) { return area.y - t.area.bottom() + std::abs(t.area.x - area.x) / 10; });
    if (line == nullptr) {
        return "";
    }
    // captions over parts of a comb stand side by side: "Dag", "Maand", "Jaar"
    std::vector<const TextLine*> row;
    for (const TextLine& other : page_.texts) {
        constexpr double kSameRowMm = 0.8;
        if (&other == line || (std::abs(other.area.y - line->area.y) < kSameRowMm &&
                               other.area.x >= area.x - 1.0 && other.area.right() <= area.right() + 1.0)) {
            row.push_back(&other);
        }
    }
    std::ranges::sort(row, {}, [](const TextLine* t) { return t->area.x; });
    std::string text;
    for (const TextLine* part : row) {
        text += (text.empty() ? "" : " ") + labelText(part->text);
    }
    return text;
}

std::string LabelFinder::inside(const RectMm& area) const
{
    std::vector<const TextWord*> words;
    for (const TextWord& word : page_.words) {
        if (inBand(word.area, area.y, area.bottom()) && word.area.x > area.x &&
            word.area.right() < area.right() + 0.5) {
            words.push_back(&word);
        }
    }
    return joined(words);
}

std::string LabelFinder::below(const RectMm& area) const
{
    const TextLine* line = nearest(
        page_.texts,
        [&](const TextLine& t) {
            const double away = t.area.y - area.bottom();
            return away > -0.8 && away < kBelowMm && t.area.x > area.x - 2.0 && t.area.x < area.right() &&
                   t.area.right() < area.right() + 10.0;
        },
        [&](const TextLine& t) { return t.area.y; });
    return line == nullptr ? "" : labelText(line->text);
}

/// A table's cell is named by its row and its column.
std::string LabelFinder::inTable(const RectMm& area) const
{
    constexpr double kSame = 0.6;
    RectMm top = area;
    RectMm left = area;
    bool moved = true;
    while (moved) {
        moved = false;
        for (const RectMm& other : taken_) {
            const bool column =
                std::abs(other.x - top.x) < kSame && std::abs(other.right() - top.right()) < kSame;
            const bool row =
                std::abs(other.y - left.y) < kSame && std::abs(other.bottom() - left.bottom()) < kSame;
            if (column && std::abs(other.bottom() - top.y) < kSame) {
                top = other;
                moved = true;
            }
            if (row && std::abs(other.right() - left.x) < kSame) {
                left = other;
                moved = true;
            }
        }
    }
    const auto hasFrame = [&](auto fits) {
        return std::ranges::any_of(page_.frames, [&](const Frame& f) { return fits(f.middle); });
    };
    const bool isCell = hasFrame([&](const RectMm& f) {
                            return std::abs(f.bottom() - area.y) < kSame && std::abs(f.x - area.x) < kSame &&
                                   std::abs(f.right() - area.right()) < kSame;
                        }) &&
                        hasFrame([&](const RectMm& f) {
                            return std::abs(f.right() - area.x) < kSame && std::abs(f.y - area.y) < kSame &&
                                   std::abs(f.bottom() - area.bottom()) < kSame;
                        });
    if (!isCell) {
        return "";
    }
    const std::string row = leftLabel(left);
    const std::string column = above(top);
    return row + (row.empty() || column.empty() ? "" : ": ") + column;
}

Label LabelFinder::ofPlace(const RectMm& area) const
{
    Label cell = splitNumber(inTable(area));
    if (hasLetters(cell.text)) {
        return cell;
    }
    Label left = splitNumber(leftLabel(area));
    if (hasLetters(left.text)) {
        return left;
    }
    const std::string under = below(area);
    for (const std::string& text :
         {captionsBelow_ ? under : std::string(), inside(area), above(area), under}) {
        Label label = splitNumber(text);
        if (hasLetters(label.text)) {
            label.question = left.question.empty() ? label.question : left.question;
            return label;
        }
    }
    return left;
}

bool LabelFinder::beginsQuestion(const RectMm& area) const
{
    const std::vector<const TextWord*> words = leftWords(area);
    if (words.empty()) {
        return false;
    }
    const RectMm& first = words.front()->area;
    return std::ranges::none_of(page_.texts, [&](const TextLine& line) {
        const double step = first.y - line.area.y;
        return step > 0.4 * first.height && step < 1.3 * first.height &&
               std::abs(line.area.x - first.x) < 1.2;
    });
}

Label splitNumber(const std::string& text)
{
    static const std::regex number(
        R"(([A-Za-z]?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?|[A-Z]|[a-z](?=[.)]))[.):]?(?:\s+|$))");
    constexpr std::size_t kLongest = 40; // std::regex recurses once a character
    const std::string head = text.substr(0, kLongest);
    std::smatch parts;
    if (std::regex_search(head, parts, number, std::regex_constants::match_continuous)) {
        return {parts[1].str(), text.substr(static_cast<std::size_t>(parts.length(0)))};
    }
    return {"", text};
}

} // namespace scanstraat::draft
