// SPDX-License-Identifier: EUPL-1.2
#include "draft/LeftOvers.h"

#include "draft/TextSigns.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::draft {

namespace {

constexpr double kLeastMm = 2.0;
constexpr double kWidestMm = 100.0; ///< larger ones hold explanations
constexpr double kHighestMm = 40.0;

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool holds(const RectMm& area, PointMm p)
{
    return p.x > area.x && p.x < area.right() && p.y > area.y && p.y < area.bottom();
}

bool hasUsualSize(const RectMm& area)
{
    return std::min(area.width, area.height) >= kLeastMm && area.width <= kWidestMm &&
           area.height <= kHighestMm;
}

/// Whether a text has a run of underscores or dots, or empty brackets.
bool hasBlank(const std::string& text)
{
    return text.find("___") != std::string::npos || text.find("....") != std::string::npos ||
           text.find("……") != std::string::npos || text.find("[ ]") != std::string::npos ||
           text.find("[]") != std::string::npos;
}

std::vector<RectMm> answersOf(const form::Page& page)
{
    std::vector<RectMm> parts;
    for (const form::Field& field : page.fields) {
        if (field.options.empty()) {
            parts.push_back(field.box);
        }
        std::ranges::transform(field.options, std::back_inserter(parts), &form::Option::box);
    }
    return parts;
}

class Search
{
public:
    Search(const PageFindings& found, const DraftPage& draft)
        : found_(found), draft_(draft), answers_(answersOf(draft.page))
    {
    }

    std::vector<std::string> run()
    {
        addFrames();
        addTints();
        addSigns();
        return std::move(items_);
    }

private:
    [[nodiscard]] bool isAnswered(const RectMm& area) const
    {
        return std::ranges::any_of(answers_, [&](const RectMm& answer) { return overlap(answer, area); });
    }

    [[nodiscard]] bool holdsFrame(const RectMm& area) const
    {
        return std::ranges::any_of(found_.frames, [&](const Frame& frame) {
            return frame.middle.width < 0.9 * area.width && holds(area, frame.middle.centre());
        });
    }

    /// Something is asked about it already.
    [[nodiscard]] bool isNamed(const RectMm& area) const
    {
        return std::ranges::any_of(draft_.undecided, [&](const std::string& item) {
            return item.find(placeText("", area)) != std::string::npos;
        });
    }

    void addFrames()
    {
        std::vector<Frame> left;
        std::ranges::copy_if(draft_.printedFrames, std::back_inserter(left), [&](const Frame& frame) {
            const RectMm outer = frame.outer();
            return hasUsualSize(outer) && !isAnswered(outer) && !holdsFrame(outer) && !isNamed(outer) &&
                   !isNamed(frame.middle);
        });
        while (!left.empty()) {
            const Frame first = left.front();
            std::vector<Frame> row;
            std::erase_if(left, [&](const Frame& frame) {
                constexpr double kAlikeMm = 0.6;
                const bool same = std::abs(frame.middle.y - first.middle.y) < kAlikeMm &&
                                  std::abs(frame.middle.height - first.middle.height) < kAlikeMm;
                if (same) {
                    row.push_back(frame);
                }
                return same;
            });
            addRow(row);
        }
    }

    void addRow(const std::vector<Frame>& row)
    {
        constexpr double kEmpty = 0.004;
        const bool isEmpty =
            std::ranges::all_of(row, [](const Frame& frame) { return frame.inked < kEmpty; });
        const std::string what =
            row.size() == 1 ? "box" : std::to_string(row.size()) + " boxes in a row, the first";
        items_.push_back(placeText(what, row.front().outer()) +
                         (isEmpty ? ": empty, but of no usual size; taken for print"
                                  : ": something is printed in it; taken for print"));
    }

    void addTints()
    {
        for (const form::PrintedBox& fill : found_.fills) {
            const bool hasText = std::ranges::any_of(
                found_.texts, [&](const TextLine& text) { return overlap(text.area, fill.area); });
            constexpr double kBlack = 0.5;
            if (hasUsualSize(fill.area) && !hasText && !isAnswered(fill.area) && !holdsFrame(fill.area) &&
                fill.grey.value_or(1.0) > kBlack) {
                items_.push_back(placeText("tinted area", fill.area) + ": to write in? taken for print");
            }
        }
    }

    void addSigns()
    {
        for (const TextWord& word : found_.words) {
            if (hasBoxSign(word.text) && !isAnswered(word.area.grown(1.0))) {
                items_.push_back(placeText("sign \"" + word.text + "\"", word.area) +
                                 ": stands for a box? none was found there");
            }
        }
        for (const TextLine& line : found_.texts) {
            if (hasBlank(line.text) && !isAnswered(line.area)) {
                items_.push_back(placeText("text \"" + labelText(line.text) + "\"", line.area) +
                                 ": has a blank to fill in? no field was made of it");
            }
        }
    }

    const PageFindings& found_;
    const DraftPage& draft_;
    std::vector<RectMm> answers_;
    std::vector<std::string> items_;
};

} // namespace

std::vector<std::string> leftOvers(const PageFindings& found, const DraftPage& draft)
{
    return Search(found, draft).run();
}

} // namespace scanstraat::draft
