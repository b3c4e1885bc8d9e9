// SPDX-License-Identifier: EUPL-1.2
//
// Size and neighbours tell what an empty frame is for. Where they leave two readings the likelier one is
// taken and the question is put down for the person who finishes the draft.
#include "draft/AnswerPlaces.h"

#include "draft/CombBuilder.h"
#include "draft/DividedBoxes.h"
#include "draft/TextSigns.h"
#include "draft/WritePlaces.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace scanstraat::draft {

namespace {

constexpr double kEmptyShare = 0.004;
constexpr double kLargestBoxMm = 7.0; ///< of a checkbox, outer edge
constexpr double kUsualBoxMm = 5.0;   ///< above it may be a cell to write in
constexpr double kLargestCellMm = 10.0;

bool contains(const RectMm& outer, const RectMm& inner)
{
    constexpr double kSlack = 0.3;
    return inner.x >= outer.x - kSlack && inner.y >= outer.y - kSlack &&
           inner.right() <= outer.right() + kSlack && inner.bottom() <= outer.bottom() + kSlack;
}

bool holdsOther(const Frame& frame, const PageFindings& page)
{
    const double area = frame.middle.width * frame.middle.height;
    return std::ranges::any_of(page.frames, [&](const Frame& other) {
        return other.middle.width * other.middle.height < 0.9 * area && contains(frame.middle, other.middle);
    });
}

/// A letter such as O or D is an outline, too.
bool isLetter(const Frame& frame, const PageFindings& page)
{
    const RectMm outer = frame.outer();
    return std::ranges::any_of(page.words, [&](const TextWord& word) {
        return contains(word.area.grown(0.2), outer) && hasLetters(word.text) && !hasBoxSign(word.text) &&
               word.area.height < 3.5 * outer.height;
    });
}

/// A crossed or blackened box shows how to fill in the form; what stands in a row with one belongs to it.
bool isExample(const Frame& frame, const std::vector<Blot>& blots)
{
    constexpr double kRowMm = 0.7;
    constexpr double kReachMm = 60.0;
    const RectMm outer = frame.outer();
    return std::ranges::any_of(blots, [&](const Blot& blot) {
        const double side = (blot.area.width + blot.area.height) / 2;
        const bool square = std::abs(blot.area.width - blot.area.height) < 0.2 * side;
        const bool filled = blot.share > 0.93 || blot.holes >= 3;
        return square && filled && side > 0.95 * outer.width && side < 1.6 * outer.width &&
               std::abs(blot.area.centre().y - outer.centre().y) < kRowMm &&
               std::abs(blot.area.centre().x - outer.centre().x) < kReachMm;
    });
}

bool isSquare(const RectMm& r)
{
    return r.width > 0.8 * r.height && r.width < 1.25 * r.height;
}

class Sorter
{
public:
    explicit Sorter(const PageFindings& page) : page_(page) {}

    AnswerPlaces run()
    {
        std::vector<Frame> small;
        std::vector<Frame> large;
        for (const Frame& frame : page_.frames) {
            if (isLetter(frame, page_)) {
                continue;
            }
            if (holdsOther(frame, page_)) {
                result_.printedFrames.push_back(frame);
            } else if (std::max(frame.middle.width, frame.middle.height) <= 1.5 * kLargestCellMm &&
                       frame.inked < kEmptyShare) {
                small.push_back(frame);
            } else {
                large.push_back(frame);
            }
        }
        result_.combs = takeCombs(small);
        for (const TickComb& comb : page_.tickCombs) {
            result_.combs.push_back({comb.cells, {static_cast<int>(comb.cells.size())}, comb.lineMm, false});
        }
        std::ranges::move(takeDividedBoxes(large, page_.rules), std::back_inserter(result_.combs));
        for (const Frame& frame : small) {
            sortSmall(frame, large);
        }
        addWritePlaces(page_, large, result_);
        askAboutPairs();
        return std::move(result_);
    }

private:
    void ask(const std::string& what, const RectMm& area, const std::string& question)
    {
        result_.undecided.push_back(placeText(what, area) + ": " + question);
    }

    void sortSmall(const Frame& frame, std::vector<Frame>& large)
    {
        const RectMm outer = frame.outer();
        if (frame.round || (isSquare(outer) && outer.width <= kLargestBoxMm)) {
            if (isExample(frame, page_.blots)) {
                result_.printedFrames.push_back(frame);
                ask("box", outer, "taken for a part of an example, not a field");
                return;
            }
            result_.checkboxes.push_back({outer, frame.lineMm, frame.round});
            if (!frame.round && outer.width > kUsualBoxMm) {
                ask("box", outer, "checkbox or comb of one cell? taken for a checkbox");
            }
            return;
        }
        if (isSquare(outer) && outer.width <= kLargestCellMm) {
            result_.combs.push_back({{frame.middle}, {1}, frame.lineMm, true});
            ask("box", outer, "comb of one cell or checkbox? taken for a comb");
            return;
        }
        large.push_back(frame);
    }

    void askAboutPairs()
    {
        for (const Comb& comb : result_.combs) {
            const RectMm& first = comb.cells.front();
            if (comb.cells.size() == 2 && isSquare(first) && first.width < kUsualBoxMm) {
                ask("two boxes side by side", comb.box(),
                    "comb of two cells or two checkboxes? taken for a comb");
            }
            if (!comb.isFramed) {
                ask("comb with ticks", comb.box(),
                    "its cells are as high as one can guess; check the height");
            }
        }
    }

    const PageFindings& page_;
    AnswerPlaces result_;
};

} // namespace

AnswerPlaces sortPlaces(const PageFindings& page)
{
    return Sorter(page).run();
}

std::string placeText(const std::string& what, const RectMm& area)
{
    std::ostringstream text;
    text << what << " at " << std::fixed << std::setprecision(1) << area.x << ", " << area.y << " mm, "
         << area.width << " x " << area.height;
    return text.str();
}

} // namespace scanstraat::draft
