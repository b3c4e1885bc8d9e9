// SPDX-License-Identifier: EUPL-1.2
#include "draft/PaperComparison.h"

#include "base/Error.h"
#include "draft/AnswerPlaces.h"
#include "draft/BlankReader.h"
#include "draft/PaperElements.h"
#include "draft/PaperRegistration.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <limits>
#include <optional>
#include <sstream>

namespace scanstraat::draft {

namespace {

constexpr double kReachMm = 3.0; ///< what is farther away is another thing

/// A page of the paper; without elements where it could not be used.
struct PaperPage
{
    int number = 1;
    std::string note;
    bool isUsable = false;
    bool isDrawn = false;
    std::vector<Element> elements;
};

double worstEdge(const RectMm& a, const RectMm& b)
{
    return std::max({std::abs(a.x - b.x), std::abs(a.y - b.y), std::abs(a.right() - b.right()),
                     std::abs(a.bottom() - b.bottom())});
}

const Element* nearest(const RectMm& expected, ElementKind kind, const std::vector<Element>& found)
{
    const Element* best = nullptr;
    double least = kReachMm;
    for (const Element& one : found) {
        const double distance = worstEdge(one.area, expected);
        if (one.kind == kind && distance < least) {
            least = distance;
            best = &one;
        }
    }
    return best;
}

/// Whether a line on the sheet is the side of a box there, or a part of a longer line.
bool isCovered(const RectMm& line, const std::vector<Element>& found, double toleranceMm)
{
    const bool vertical = line.width < line.height;
    const double from = vertical ? line.y : line.x;
    const double to = vertical ? line.bottom() : line.right();
    const double at = vertical ? line.x : line.y;
    std::vector<std::pair<double, double>> parts;
    const auto add = [&](double place, double start, double end) {
        constexpr double kLineMm = 0.3; // boxes are given by their outer edges
        if (std::abs(place - at) <= toleranceMm + kLineMm) {
            parts.emplace_back(start, end);
        }
    };
    for (const Element& one : found) {
        const RectMm& r = one.area;
        if (one.kind == ElementKind::box || one.kind == ElementKind::rule || one.kind == ElementKind::fill ||
            one.kind == ElementKind::tickCell) {
            add(vertical ? r.x : r.y, vertical ? r.y : r.x, vertical ? r.bottom() : r.right());
            add(vertical ? r.right() : r.bottom(), vertical ? r.y : r.x, vertical ? r.bottom() : r.right());
        }
    }
    std::ranges::sort(parts);
    double reached = from;
    for (const auto& [start, end] : parts) {
        if (start <= reached + 1.0) {
            reached = std::max(reached, end);
        }
    }
    return reached >= to - 1.0;
}

std::string differenceText(const RectMm& found, const RectMm& expected)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << std::showpos << "x " << found.x - expected.x << ", y "
         << found.y - expected.y << ", width " << found.width - expected.width << ", height "
         << found.height - expected.height << " mm";
    return text.str();
}

bool differs(const RectMm& found, const RectMm& expected, double toleranceMm)
{
    return std::abs(found.x - expected.x) > toleranceMm || std::abs(found.y - expected.y) > toleranceMm ||
           std::abs(found.width - expected.width) > toleranceMm ||
           std::abs(found.height - expected.height) > toleranceMm;
}

struct Tally
{
    int compared = 0;
    int differing = 0;
    int missing = 0;
    int extra = 0;
};

int matches(const std::vector<Element>& wanted, const PaperMap& map, const PaperPage& paper,
            double toleranceMm)
{
    return static_cast<int>(std::ranges::count_if(wanted, [&](const Element& element) {
        const RectMm expected = map.at(element.area);
        const Element* found = nearest(expected, element.kind, paper.elements);
        return found != nullptr && !differs(found->area, expected, toleranceMm);
    }));
}

/// How the paper lies. A drawn page lies straight unless a shift explains more of it: rows of equal cells
/// look much the same one cell further.
PaperMap mapOf(const std::vector<Element>& wanted, const PaperPage& paper, double toleranceMm)
{
    const PaperMap fitted = registerPaper(wanted, paper.elements, toleranceMm);
    PaperMap straight;
    straight.by = fitted.by;
    const bool isStraight = paper.isDrawn && matches(wanted, straight, paper, toleranceMm) >=
                                                 matches(wanted, fitted, paper, toleranceMm);
    return isStraight ? straight : fitted;
}

class PageJudge
{
public:
    PageJudge(const form::Page& page, const PaperPage& paper, double toleranceMm)
        : page_(page), paper_(paper), tolerance_(toleranceMm), wanted_(elementsOf(page)),
          map_(mapOf(wanted_, paper, toleranceMm))
    {
    }

    PageComparison run(Tally& tally)
    {
        judgePlace(tally);
        for (const Element& element : wanted_) {
            ++tally.compared;
            judge(element, tally);
        }
        addExtras(tally);
        std::ostringstream heading;
        heading << "page " << page_.number << " of the template, page " << paper_.number
                << " of the file: " << map_.text();
        result_.heading = heading.str();
        return std::move(result_);
    }

private:
    /// A scan lies as it lies; a page that was drawn lies where its template has it.
    void judgePlace(Tally& tally)
    {
        const bool isMoved = std::ranges::any_of(wanted_, [&](const Element& element) {
            return worstEdge(map_.at(element.area), element.area) > tolerance_;
        });
        if (paper_.isDrawn && isMoved) {
            ++tally.differing;
            result_.differences.push_back("the page as a whole: " + map_.text() +
                                          "; below, what differs beside that");
        }
    }

    /// A place without a frame needs something printed under it, or a form field of the PDF itself.
    void judgeBaseline(const Element& element, Tally& tally)
    {
        constexpr double kLineMm = 0.4; // half of the thickest line to write on
        const RectMm expected = map_.at(element.area);
        const Element* same = nearest(expected, ElementKind::baseline, paper_.elements);
        if ((same != nullptr && !differs(same->area, expected, tolerance_)) ||
            isCovered(expected, paper_.elements, tolerance_ + kLineMm)) {
            return;
        }
        ++(same != nullptr ? tally.differing : tally.missing);
        result_.differences.push_back(placeText(element.name, element.area) +
                                      (same != nullptr ? ": on paper " + differenceText(same->area, expected)
                                                       : ": no line is printed under it"));
    }

    void judge(const Element& element, Tally& tally)
    {
        if (element.kind == ElementKind::baseline) {
            judgeBaseline(element, tally);
            return;
        }
        const RectMm expected = map_.at(element.area);
        const Element* found = nearest(expected, element.kind, paper_.elements);
        if (element.kind == ElementKind::rule &&
            (found == nullptr || differs(found->area, expected, tolerance_)) &&
            isCovered(expected, paper_.elements, tolerance_)) {
            return;
        }
        const std::string name =
            element.kind == ElementKind::barcode ? "barcode \"" + element.name + "\"" : element.name;
        if (found == nullptr) {
            ++tally.missing;
            result_.differences.push_back(placeText(name, expected) + ": not on paper");
            return;
        }
        const RectMm& seen = found->area;
        if (element.kind == ElementKind::barcode && found->name != element.name) {
            ++tally.differing;
            result_.differences.push_back(name + ": paper has \"" + found->name + "\" there");
        } else if (differs(seen, expected, tolerance_)) {
            ++tally.differing;
            result_.differences.push_back(placeText(name, element.area) + ": on paper " +
                                          differenceText(seen, expected));
        }
    }

    void addExtras(Tally& tally)
    {
        std::vector<RectMm> known;
        for (const Element& element : wanted_) {
            known.push_back(map_.at(element.area));
        }
        for (const RectMm& place : explainedPlaces(page_)) {
            known.push_back(map_.at(place));
        }
        for (const Element& one : paper_.elements) {
            const bool counts =
                one.isAnswer || one.kind == ElementKind::mark || one.kind == ElementKind::barcode;
            const bool isKnown = std::ranges::any_of(
                known, [&](const RectMm& place) { return worstEdge(place, one.area) < kReachMm; });
            if (counts && !isKnown) {
                ++tally.extra;
                result_.differences.push_back(placeText(one.name, one.area) + ": not in the template");
            }
        }
    }

    const form::Page& page_;
    const PaperPage& paper_;
    double tolerance_;
    std::vector<Element> wanted_;
    PaperMap map_;
    PageComparison result_;
};

/// How many things of the template's page the paper's page shows, less those that it lacks.
int fitOf(const form::Page& page, const PaperPage& paper)
{
    const std::vector<Element> wanted = elementsOf(page);
    constexpr double kLoose = 1.0;
    const PaperMap map = registerPaper(wanted, paper.elements, kLoose);
    int fit = 0;
    for (const Element& element : wanted) {
        const Element* found = nearest(map.at(element.area), element.kind, paper.elements);
        fit += found != nullptr && worstEdge(found->area, map.at(element.area)) < kLoose ? 2 : -1;
    }
    for (const Element& one : paper.elements) {
        fit -= one.isAnswer ? 1 : 0;
    }
    return fit;
}

/// For each page of the template the index of its page on paper.
std::vector<std::optional<std::size_t>> pairPages(const form::FormTemplate& form,
                                                  const std::vector<PaperPage>& paper)
{
    std::vector<std::optional<std::size_t>> pairs(form.pages.size());
    if (form.pages.size() == paper.size()) {
        for (std::size_t i = 0; i < paper.size(); ++i) {
            pairs[i] = paper[i].isUsable ? std::optional(i) : std::nullopt;
        }
        return pairs;
    }
    std::vector<bool> used(paper.size(), false);
    for (std::size_t i = 0; i < form.pages.size(); ++i) {
        int most = std::numeric_limits<int>::min();
        for (std::size_t j = 0; j < paper.size(); ++j) {
            const int fit = used[j] || !paper[j].isUsable ? most : fitOf(form.pages[i], paper[j]);
            if (fit > most) {
                most = fit;
                pairs[i] = j;
            }
        }
        if (pairs[i]) {
            used[*pairs[i]] = true;
        }
    }
    return pairs;
}

std::vector<PaperPage> readPaper(const std::filesystem::path& path, const std::string& formId)
{
    BlankReader reader(path, formId);
    std::vector<PaperPage> pages;
    for (int index = 0; index < reader.pageCount(); ++index) {
        const BlankPage blank = reader.read(index);
        pages.push_back({blank.number, blank.note, blank.isUsable, blank.isDrawn, elementsOf(blank)});
    }
    if (std::ranges::none_of(pages, &PaperPage::isUsable)) {
        throw Error(path.string() + ": no page can be compared: " +
                        (pages.empty() ? "it has none" : "page 1 " + pages.front().note),
                    ExitCode::noInput);
    }
    return pages;
}

} // namespace

PaperComparison compareWithPaper(const form::FormTemplate& form, const std::filesystem::path& path,
                                 double toleranceMm)
{
    const std::vector<PaperPage> paper = readPaper(path, form.id);
    const auto pairs = pairPages(form, paper);
    PaperComparison result;
    Tally tally;
    std::size_t unpaired = 0;
    for (std::size_t i = 0; i < form.pages.size(); ++i) {
        if (!pairs[i]) {
            ++unpaired;
            const std::string why = i < paper.size() && !paper[i].note.empty()
                                        ? ": page " + std::to_string(i + 1) + " of the file " + paper[i].note
                                        : "";
            result.pages.push_back(
                {"page " + std::to_string(form.pages[i].number) + " of the template: not on paper" + why,
                 {}});
            continue;
        }
        result.pages.push_back(PageJudge(form.pages[i], paper[*pairs[i]], toleranceMm).run(tally));
    }
    for (std::size_t j = 0; j < paper.size(); ++j) {
        if (std::ranges::find(pairs, std::optional(j)) == pairs.end()) {
            unpaired += paper[j].isUsable ? 1 : 0; // one that cannot be used cannot be in a template either
            result.pages.push_back({"page " + std::to_string(paper[j].number) +
                                        " of the file: no page of the template" +
                                        (paper[j].note.empty() ? "" : "; it " + paper[j].note),
                                    {}});
        }
    }
    result.agree = tally.compared > 0 && tally.differing + tally.missing + tally.extra == 0 && unpaired == 0;
    std::ostringstream summary;
    summary << form.id << ": " << tally.compared << " printed things compared, " << tally.differing
            << " differ by more than " << toleranceMm << " mm, " << tally.missing << " not on paper, "
            << tally.extra << " not in the template"
            << (unpaired > 0 ? ", " + std::to_string(unpaired) + " pages without the other" : "")
            << (result.agree          ? ": template and paper agree"
                : tally.compared == 0 ? ": nothing to compare, so no agreement"
                                      : "");
    result.summary = summary.str();
    return result;
}

} // namespace scanstraat::draft
