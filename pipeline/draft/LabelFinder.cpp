// SPDX-License-Identifier: EUPL-1.2
//
// Words count, not lines: what stands in one row of a form belongs to several boxes. A word belongs to a box
// when nothing else to write in lies between them.
#include "draft/LabelFinder.h"

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
    std::string text;
    for (const TextWord* word : words) {
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
}

std::string LabelFinder::ofCheckbox(const Checkbox& box) const
{
    const double top = box.outer.y - 0.8;
    const double bottom = box.outer.bottom() + 0.8;
    double end = 210.0;
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
    double until = 297.0;
    for (const RectMm& other : taken_) {
        if (other.y > bottom && overlapX(other, box.outer.x, label.back()->area.right())) {
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

std::vector<const TextWord*> LabelFinder::leftWords(const RectMm& area) const
{
    const double top = area.y - 0.6;
    const double bottom = area.bottom() + 0.8;
    double start = area.x - kLeftReachMm;
    for (const RectMm& other : taken_) {
        if (other.right() < area.x + 0.5 && other.y < bottom && other.bottom() > top) {
            start = std::max(start, other.right());
        }
    }
    std::vector<const TextWord*> words;
    for (const TextWord& word : page_.words) {
        if (inBand(word.area, top, bottom) && word.area.x >= start - 0.5 &&
            word.area.right() <= area.x + 1.0) {
            words.push_back(&word);
        }
    }
    // a high field may have several lines beside it
    std::ranges::sort(words, [](const TextWord* a, const TextWord* b) {
        const bool sameLine = std::abs(a->area.centre().y - b->area.centre().y) < 1.5;
        return sameLine ? a->area.x < b->area.x : a->area.y < b->area.y;
    });
    return words;
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
    return line == nullptr ? "" : labelText(line->text);
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

Label LabelFinder::ofPlace(const RectMm& area) const
{
    const Label left = splitNumber(joined(leftWords(area)));
    if (hasLetters(left.text)) {
        return left;
    }
    for (const std::string& text : {inside(area), above(area), below(area)}) {
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
        R"(^([A-Za-z]?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?|[A-Z]|[a-z](?=[.)]))[.):]?(?:\s+|$)(.*))");
    std::smatch parts;
    if (std::regex_match(text, parts, number)) {
        return {parts[1].str(), parts[2].str()};
    }
    return {"", text};
}

} // namespace scanstraat::draft
