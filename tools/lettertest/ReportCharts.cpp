// SPDX-License-Identifier: EUPL-1.2
#include "CaseGroups.h"
#include "Report.h"
#include "charts/Canvas.h"
#include "charts/Charts.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::lettertest {

namespace {

constexpr std::size_t kFewest = 30; ///< fields of a kind that have a curve of their own
constexpr std::size_t kCurves = 6;  ///< of the most frequent kinds

/// The share of each character (down) that is read as another one (across): the darker, the more.
void drawConfusion(const std::filesystem::path& file, const Confusion& confusion, const std::string& title)
{
    constexpr double kCell = 15.0;
    constexpr double kLeft = 60.0;
    constexpr double kTop = 70.0;
    constexpr double kDarkest = 0.1; ///< share of a character's that is drawn black
    const std::vector<std::string> letters = confusion.alphabet();
    const double side = kCell * static_cast<double>(letters.size());
    charts::Canvas canvas(static_cast<int>(std::max(kLeft + side + 30.0, 620.0)),
                          static_cast<int>(kTop + side + 30.0));
    canvas.text({10.0, 8.0}, title, {12.0});
    canvas.text({10.0, 26.0}, "down: written, across: read; black: a tenth of a character's and more",
                {10.0});
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const double at = kCell * (static_cast<double>(i) + 0.5);
        const std::string name = letters[i] == " " ? "␣" : letters[i];
        canvas.text({kLeft - 8.0, kTop + at - 8.0}, name, {9.0, charts::kDark, charts::Align::right});
        canvas.text({kLeft + at, kTop - 18.0}, name, {9.0, charts::kDark, charts::Align::centre});
        const double written = std::max(1, confusion.written(letters[i]));
        for (std::size_t j = 0; j < letters.size(); ++j) {
            const double share = confusion.count(letters[i], letters[j]) / written;
            const double grey = 1.0 - std::min(1.0, std::sqrt(share / kDarkest));
            const cv::Rect2d cell(kLeft + kCell * static_cast<double>(j),
                                  kTop + kCell * static_cast<double>(i), kCell - 1.0, kCell - 1.0);
            canvas.box(cell, i == j ? charts::kPaleGrey : charts::Colour{grey, grey, grey});
        }
    }
    canvas.save(file);
}

/// All and the most frequent kinds.
std::vector<charts::NamedCurve> curvesOf(const Fields& all)
{
    std::vector<charts::NamedCurve> curves{{"all", charts::errorAgainstReview(beliefsOf(all))}};
    auto kinds = grouped(all, &LetterCase::kind);
    std::ranges::stable_sort(kinds, std::greater{}, [](const auto& kind) { return kind.second.size(); });
    for (const auto& [name, fields] : kinds) {
        if (fields.size() >= kFewest && curves.size() <= kCurves) {
            curves.push_back({name, charts::errorAgainstReview(beliefsOf(fields))});
        }
    }
    return curves;
}

} // namespace

void drawCharts(const Cases& cases, const std::filesystem::path& folder)
{
    std::vector<charts::NamedBins> bins;
    for (const bool isComb : {true, false}) {
        const Fields fields = filled(cases, isComb);
        const std::string name = nameOf(isComb);
        bins.push_back({name, charts::equalWidthBins(beliefsOf(fields), 10)});
        charts::drawErrorAgainstReview(folder / ("error-review-" + name + ".png"), curvesOf(fields), name);
        drawConfusion(folder / ("confusion-" + name + ".png"), confusionOf(fields),
                      "Characters of " + name + " that are read as others");
    }
    charts::drawReliability(folder / "reliability.png", bins, "fields");
}

} // namespace scanstraat::lettertest
