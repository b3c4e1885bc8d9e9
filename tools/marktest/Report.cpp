// SPDX-License-Identifier: EUPL-1.2
#include "Report.h"

#include "Tally.h"
#include "charts/Charts.h"
#include "charts/Formatted.h"

#include <algorithm>
#include <functional>
#include <map>

namespace scanstraat::marktest {

namespace {

using charts::formatted;
using charts::share;
using reading::MarkState;

std::vector<BoxCase> ofSet(const Cases& cases, Set set)
{
    std::vector<BoxCase> boxes;
    std::ranges::copy_if(cases.boxes, std::back_inserter(boxes),
                         [&](const BoxCase& box) { return box.page.set == set; });
    return boxes;
}

Tally tallyOf(const std::vector<BoxCase>& boxes)
{
    Tally tally;
    for (const BoxCase& box : boxes) {
        tally.add(box);
    }
    return tally;
}

std::string summary(const std::vector<BoxCase>& boxes)
{
    const Tally all = tallyOf(boxes);
    const double n = double(all.count);
    return formatted(
        "Boxes judged: %zu. State right: %.2f %%. Accepted and wrong: %zu, %.2f per 1,000. To review: "
        "%.2f %% (needlessly %.2f %%).\n\n",
        all.count, 100 * share(double(all.right), n), all.wrong, 1000 * share(double(all.wrong), n),
        100 * share(double(all.review), n), 100 * share(double(all.missed), n));
}

std::string lostLine(const std::vector<BoxCase>& boxes)
{
    std::size_t lost = 0;
    std::size_t wrong = 0;
    for (const BoxCase& box : boxes) {
        lost += box.lost ? 1 : 0;
        wrong += box.lost && box.isAcceptedWrong() ? 1 : 0;
    }
    return formatted(
        "Marks of which the black and white scan shows nothing: %zu, of them accepted and wrong: %zu "
        "(they count above).\n\n",
        lost, wrong);
}

std::string fieldLine(const Cases& cases, Set set)
{
    std::size_t count = 0;
    std::size_t right = 0;
    std::size_t wrong = 0;
    for (const FieldCase& field : cases.fields) {
        if (field.page.set == set) {
            ++count;
            right += field.accepted && field.right ? 1 : 0;
            wrong += field.accepted && !field.right ? 1 : 0;
        }
    }
    const double n = double(count);
    return formatted(
        "Answers judged: %zu. Accepted and right: %.2f %%. Accepted and wrong: %zu, %.2f per 1,000. To "
        "review: %.2f %%.\n\n",
        count, 100 * share(double(right), n), wrong, 1000 * share(double(wrong), n),
        100 * share(double(count - right - wrong), n));
}

std::string confusion(const std::vector<BoxCase>& boxes)
{
    std::string text = "| truth | boxes | share |";
    std::string rule = "| --- | ---: | ---: |";
    std::map<MarkState, std::map<MarkState, std::size_t>> counts;
    for (const BoxCase& box : boxes) {
        ++counts[box.truth()][box.state];
    }
    for (std::size_t i = 0; i < reading::kMarkStates; ++i) {
        text += " read " + toString(static_cast<MarkState>(i)) + " |";
        rule += " ---: |";
    }
    text += "\n" + rule + "\n";
    for (auto& [truth, row] : counts) {
        std::size_t all = 0;
        for (const auto& [state, count] : row) {
            all += count;
        }
        text += "| " + toString(truth) +
                formatted(" | %zu | %.2f %% |", all, 100 * share(double(all), double(boxes.size())));
        for (std::size_t i = 0; i < reading::kMarkStates; ++i) {
            text += formatted(" %zu |", row[static_cast<MarkState>(i)]);
        }
        text += "\n";
    }
    return text + "\n";
}

std::string table(const std::string& heading, const std::vector<BoxCase>& boxes,
                  const std::function<std::string(const BoxCase&)>& nameOf)
{
    std::vector<std::string> order;
    std::map<std::string, Tally> rows;
    for (const BoxCase& box : boxes) {
        const std::string name = nameOf(box);
        if (rows.count(name) == 0) {
            order.push_back(name);
        }
        rows[name].add(box);
    }
    std::ranges::sort(order);
    std::string text = "| " + heading +
                       " | boxes | right % | accepted wrong | per 1,000 | review % |\n"
                       "| --- | ---: | ---: | ---: | ---: | ---: |\n";
    for (const std::string& name : order) {
        const Tally& row = rows[name];
        const double n = double(row.count);
        text +=
            "| " + name +
            formatted(" | %zu | %.2f | %zu | %.2f | %.2f |\n", row.count, 100 * share(double(row.right), n),
                      row.wrong, 1000 * share(double(row.wrong), n), 100 * share(double(row.review), n));
    }
    return text + "\n";
}

std::string calibration(const std::vector<BoxCase>& boxes)
{
    const auto beliefs = beliefsOf(boxes);
    const auto curve = charts::errorAgainstReview(beliefs);
    std::string text =
        formatted("Expected calibration error: %.4f (15 bins of equal count), %.4f (10 bins of equal "
                  "width).\n\n",
                  charts::calibrationError(charts::equalCountBins(beliefs, 15)),
                  charts::calibrationError(charts::equalWidthBins(beliefs, 10)));
    text += "| error among the accepted | boxes to review |\n| ---: | ---: |\n";
    for (const double most : {0.01, 0.003, 0.001, 0.0003, 0.0001}) {
        text += formatted("| %g per 1,000 | %.2f %% |\n", most * 1000, 100 * charts::reviewFor(curve, most));
    }
    return text + "\n";
}

std::string sizeOf(const BoxCase& box)
{
    return (box.round ? "round " : "square ") + std::to_string(std::min(5, static_cast<int>(box.sideMm))) +
           " mm";
}

std::string part(const Cases& cases, Set set)
{
    const auto boxes = ofSet(cases, set);
    if (boxes.empty()) {
        return {};
    }
    const auto order = [](const BoxCase& box) {
        return toString(box.truth()) + ": " + markKinds()[box.kind].name;
    };
    return "## " + toString(set) + " set\n\n" + summary(boxes) + lostLine(boxes) + fieldLine(cases, set) +
           confusion(boxes) + calibration(boxes) +
           table("scan", boxes, [](const BoxCase& box) { return toString(box.page.scan); }) +
           table("pen", boxes, [](const BoxCase& box) { return box.page.pen; }) +
           table("box", boxes, sizeOf) + table("kind", boxes, order);
}

std::string parts(const Cases& cases)
{
    std::string text;
    for (const Set set : kSets) {
        text += part(cases, set);
    }
    return text;
}

std::string droppedLine(const Cases& cases)
{
    std::size_t drawn = 0;
    std::size_t dropped = 0;
    std::string worst;
    for (std::size_t i = 0; i < cases.drawn.size(); ++i) {
        drawn += cases.drawn[i];
        dropped += cases.dropped[i];
        if (cases.dropped[i] * 5 > cases.drawn[i]) {
            worst += (worst.empty() ? "" : ", ") + markKinds()[i].name +
                     formatted(" (%zu of %zu)", cases.dropped[i], cases.drawn[i]);
        }
    }
    return formatted(
               "Boxes drawn: %zu, of which %zu were dropped because their ink did not bear the truth out",
               drawn, dropped) +
           (worst.empty() ? "" : "; more than a fifth of: " + worst) + ".\n\n";
}

} // namespace

std::string toMarkdown(const Cases& cases)
{
    std::string text = "# How marks are read\n\n";
    text += formatted("Pages: %d, not read as the form page: %d, read with a finding page.rescan: %d. ",
                      cases.pages, cases.refusedPages, cases.rescanPages);
    text += formatted("CPU time: %.3f ms a box for marks, %.0f ms a page for all stages.\n\n",
                      share(cases.markMilliseconds, double(cases.timedBoxes)),
                      share(cases.pageMilliseconds, cases.pages));
    return text + droppedLine(cases) + parts(cases);
}

void drawCharts(const Cases& cases, const std::filesystem::path& folder)
{
    std::vector<charts::NamedBins> bins;
    std::vector<charts::NamedCurve> curves;
    for (const Set set : kSets) {
        const auto beliefs = beliefsOf(ofSet(cases, set));
        if (!beliefs.empty()) {
            bins.push_back({toString(set) + " set", charts::equalWidthBins(beliefs, 10)});
            curves.push_back({toString(set) + " set", charts::errorAgainstReview(beliefs)});
        }
    }
    charts::drawReliability(folder / "reliability.png", bins, "boxes");
    charts::drawErrorAgainstReview(folder / "error-review.png", curves, "boxes");
}

} // namespace scanstraat::marktest
