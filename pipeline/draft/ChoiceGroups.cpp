// SPDX-License-Identifier: EUPL-1.2
#include "draft/ChoiceGroups.h"

#include "draft/TextSigns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace scanstraat::draft {

namespace {

constexpr double kRowMm = 0.9;
constexpr double kColumnMm = 0.8;
constexpr double kWidestGapMm = 75.0; ///< between boxes of a row: a label stands there
constexpr double kHighestStepMm = 15.0;

class Union
{
public:
    explicit Union(std::size_t count) : parents_(count)
    {
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
    }
    std::size_t find(std::size_t i)
    {
        while (parents_[i] != i) {
            i = parents_[i];
        }
        return i;
    }
    void join(std::size_t a, std::size_t b) { parents_[find(b)] = find(a); }

private:
    std::vector<std::size_t> parents_;
};

bool sameKind(const Checkbox& a, const Checkbox& b)
{
    return a.round == b.round && std::abs(a.outer.width - b.outer.width) < 0.6;
}

/// The box next to `from` in its row or below it in its column; boxes.size() when there is none.
template <typename Follows, typename Away>
std::size_t next(const std::vector<Checkbox>& boxes, std::size_t from, Follows follows, Away away)
{
    std::size_t best = boxes.size();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Checkbox& one = boxes[i];
        if (i != from && sameKind(boxes[from], one) && follows(boxes[from].outer, one.outer) &&
            (best == boxes.size() ||
             away(boxes[from].outer, one.outer) < away(boxes[from].outer, boxes[best].outer))) {
            best = i;
        }
    }
    return best;
}

/// A text between two boxes of a column that begins where the boxes do, not behind them.
bool hasQuestionBetween(const RectMm& upper, const RectMm& lower, const PageFindings& page)
{
    constexpr double kOutMm = 4.0;
    return std::ranges::any_of(page.texts, [&](const TextLine& text) {
        const double middle = text.area.centre().y;
        return hasLetters(text.text) && middle > upper.bottom() && middle < lower.y &&
               text.area.x > upper.x - kOutMm && text.area.x < upper.right() - 1.0;
    });
}

} // namespace

std::vector<ChoiceGroup> groupChoices(const std::vector<Checkbox>& boxes, const LabelFinder& labels,
                                      const PageFindings& page)
{
    Union groups(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const std::size_t right = next(
            boxes, i,
            [](const RectMm& a, const RectMm& b) {
                return std::abs(a.centre().y - b.centre().y) < kRowMm && b.x > a.x &&
                       b.x - a.right() < kWidestGapMm;
            },
            [](const RectMm& a, const RectMm& b) { return b.x - a.x; });
        if (right < boxes.size()) {
            groups.join(i, right);
        }
    }
    // a question stands left of the first box of its row
    std::vector<bool> begins(boxes.size(), false);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        begins[groups.find(i)] = begins[groups.find(i)] || labels.beginsQuestion(boxes[i].outer);
    }
    std::vector<std::size_t> rows(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        rows[i] = groups.find(i);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const std::size_t under = next(
            boxes, i,
            [](const RectMm& a, const RectMm& b) {
                return std::abs(a.x - b.x) < kColumnMm && b.y > a.y && b.y - a.y < kHighestStepMm;
            },
            [](const RectMm& a, const RectMm& b) { return b.y - a.y; });
        if (under < boxes.size() && !begins[rows[under]] &&
            !hasQuestionBetween(boxes[i].outer, boxes[under].outer, page)) {
            groups.join(i, under);
        }
    }
    std::vector<ChoiceGroup> result;
    std::vector<std::size_t> roots;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const std::size_t root = groups.find(i);
        const auto at = std::ranges::find(roots, root);
        if (at == roots.end()) {
            roots.push_back(root);
            result.push_back({boxes[i]});
        } else {
            result[static_cast<std::size_t>(at - roots.begin())].push_back(boxes[i]);
        }
    }
    for (ChoiceGroup& group : result) {
        std::ranges::sort(group, [](const Checkbox& a, const Checkbox& b) {
            const bool row = std::abs(a.outer.centre().y - b.outer.centre().y) < kRowMm;
            return row ? a.outer.x < b.outer.x : a.outer.y < b.outer.y;
        });
    }
    return result;
}

} // namespace scanstraat::draft
