// SPDX-License-Identifier: EUPL-1.2
#include "app/ReportOverview.h"

#include "app/DutchTexts.h"
#include "app/Html.h"
#include "app/ReportFields.h"

#include <algorithm>

namespace scanstraat::app {

namespace {

using reading::FieldState;
using reading::MarkState;
using reading::PageClass;

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string tile(std::size_t number, const std::string& name, const std::string& style)
{
    return "<li class=" + htmlAttribute(style) + "><b>" + std::to_string(number) + "</b> " + name + "</li>\n";
}

std::size_t countPages(const RunSummary& summary, PageClass pageClass)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        allPages(summary), [pageClass](const auto* page) { return page->pageClass == pageClass; }));
}

std::string totalsHtml(const RunSummary& summary)
{
    FieldCounts all;
    for (const reading::Record& record : summary.records) {
        const FieldCounts counts = countFields(record);
        all.accepted += counts.accepted;
        all.empty += counts.empty;
        all.review += counts.review;
    }
    return "<ul class=\"tiles\">\n" + tile(summary.records.size(), "aanvragen", "") +
           tile(summary.pagesIn, "pagina's", "") + tile(all.accepted, "velden aanvaard", "t-accepted") +
           tile(all.review, "velden nakijken", "t-review") + tile(all.empty, "velden leeg", "") +
           tile(countHeld(summary), "pagina's apart", countHeld(summary) == 0 ? "" : "t-review") +
           tile(summary.failures.size(), "bestanden niet gelezen",
                summary.failures.empty() ? "" : "t-failed") +
           "</ul>\n";
}

/// "Nothing that was on paper is dropped", for people.
std::string balanceHtml(const RunSummary& summary)
{
    std::string classes;
    std::size_t out = 0;
    for (const PageClass pageClass : reading::kPageClasses) {
        const std::size_t count = countPages(summary, pageClass);
        out += count;
        if (count > 0) {
            classes += (classes.empty() ? "" : " + ") + dutchText(pageClass) + " " + std::to_string(count);
        }
    }
    return "<p class=\"balance\">Pagina's in: <b>" + std::to_string(summary.pagesIn) +
           "</b>. Pagina's uit: <b>" + std::to_string(out) + "</b>" +
           (classes.empty() ? "" : " = " + classes) + ".</p>\n";
}

std::string failuresHtml(const RunSummary& summary)
{
    std::string html;
    for (const FileFailure& failure : summary.failures) {
        html += "<li class=\"finding failed\"><b><bdi>" + htmlText(failure.name) +
                "</bdi></b>: " + dutchText(failure.problem.code) + detailHtml(failure.problem.message) +
                "</li>\n";
    }
    return html.empty()
               ? ""
               : "<h2>Bestanden die niet zijn gelezen</h2>\n<ul class=\"findings\">\n" + html + "</ul>\n";
}

std::string badPagesHtml(const ReportIndex& index)
{
    std::string html;
    for (const ApplicationView& application : index.applications()) {
        for (const PageView& page : application.pages) {
            if (page.needsReview()) {
                const auto& findings = page.reading->findings;
                html += "<li class=\"finding failed\"><a href=" + htmlAttribute("#" + page.anchor) +
                        "><bdi>" + htmlText(page.reading->source.file) + "</bdi>, blad " +
                        std::to_string(page.reading->source.page) +
                        "</a>: " + dutchText(page.reading->pageClass) +
                        (findings.empty() ? "" : ". <bdi>" + htmlText(findings.front().message) + "</bdi>") +
                        "</li>\n";
            }
        }
    }
    return html.empty()
               ? ""
               : "<h2>Pagina's die iemand moet bekijken</h2>\n<ul class=\"findings\">\n" + html + "</ul>\n";
}

std::string reviewLink(const ApplicationView& application, std::size_t count)
{
    return count == 0 ? "0"
                      : "<a href=" + htmlAttribute("#" + application.anchor + "-nakijken") + ">" +
                            std::to_string(count) + "</a>";
}

std::string applicationRow(const ApplicationView& application)
{
    const reading::Record& record = *application.record;
    const FieldCounts counts = countFields(record);
    std::string html = "<tr><th scope=\"row\"><a href=" + htmlAttribute("#" + application.anchor) + ">" +
                       htmlText(record.id) + "</a></th>";
    for (const std::string& cell :
         {std::to_string(record.pages.size()), std::to_string(counts.accepted), std::to_string(counts.empty),
          reviewLink(application, application.review.size()), std::to_string(countFindings(record))}) {
        html += "<td class=\"n\">" + cell + "</td>";
    }
    return html + "</tr>\n";
}

std::string applicationsHtml(const ReportIndex& index)
{
    std::string html = "<h2>Aanvragen</h2>\n<table><thead><tr><th scope=\"col\">Aanvraag</th>";
    for (const char* name : {"Pagina's", "Aanvaard", "Leeg", "Nakijken", "Bevindingen"}) {
        html += std::string("<th scope=\"col\" class=\"n\">") + name + "</th>";
    }
    html += "</tr></thead><tbody>\n";
    for (const ApplicationView& application : index.applications()) {
        html += application.isHeld ? "" : applicationRow(application);
    }
    return html + "</tbody></table>\n";
}

std::string candidatesText(const reading::HeldPage& held)
{
    std::string text;
    for (const reading::Candidate& candidate : held.candidates) {
        text += (text.empty() ? " Kan horen bij: " : ", ") + htmlText(candidate.record) + " (" +
                dutchPercent(candidate.probability) + ")";
    }
    return text;
}

/// Pages that a person must give to an application, or send back.
std::string heldHtml(const RunSummary& summary, const ReportIndex& index)
{
    std::string html;
    const std::size_t first = summary.records.size(); // their views come behind those of the applications
    for (std::size_t h = 0; h < summary.holdings.size(); ++h) {
        const ApplicationView& view = index.applications()[first + h];
        for (std::size_t p = 0; p < view.pages.size(); ++p) {
            const reading::HeldPage& held = summary.holdings[h].pages[p];
            html += "<li class=\"finding\"><a href=" + htmlAttribute("#" + view.pages[p].anchor) + "><bdi>" +
                    htmlText(held.page.source.file) + "</bdi>, blad " +
                    std::to_string(held.page.source.page) + "</a> (" + htmlText(view.pages[p].title()) +
                    "): " + htmlText(held.page.findings.back().message) + "." + candidatesText(held) +
                    "</li>\n";
        }
    }
    return html.empty() ? ""
                        : "<h2>Apart gehouden pagina's</h2>\n<p>Van deze pagina's is niet zeker bij welke "
                          "aanvraag zij horen. Zij staan in geen dossier tot iemand dat heeft beslist.</p>\n"
                          "<ul class=\"findings\">\n" +
                              html + "</ul>\n";
}

std::string legendHtml()
{
    std::string html = "<h2>Kleuren</h2>\n<p class=\"legend\">Velden: ";
    for (const FieldState state : {FieldState::read, FieldState::correctedByApplicant, FieldState::unsure,
                                   FieldState::unreadable, FieldState::verified, FieldState::empty}) {
        html += "<span class=" + htmlAttribute("chip " + reading::toString(state)) + ">" + dutchText(state) +
                "</span> ";
    }
    html += "<br>Vakjes: ";
    for (const MarkState state :
         {MarkState::crossed, MarkState::blackened, MarkState::recrossed, MarkState::unclear}) {
        html += "<span class=" + htmlAttribute("chip " + reading::toString(state)) + ">" + dutchText(state) +
                "</span> ";
    }
    return html + "</p>\n";
}

std::string ignoredHtml(const RunSummary& summary)
{
    std::string html;
    for (const std::string& name : summary.ignored) {
        html += "<li><bdi>" + htmlText(name) + "</bdi></li>\n";
    }
    return html.empty()
               ? ""
               : "<details><summary>" + counted(summary.ignored.size(), "bestand", "bestanden") +
                     " overgeslagen: geen scan, naar de naam</summary><ul>\n" + html + "</ul></details>\n";
}

std::string itemText(const ApplicationView& application, const ReviewItem& item)
{
    using Kind = ReviewItem::Kind;
    if (item.kind == Kind::applicationFinding) {
        return "<bdi>" + htmlText(application.record->findings[item.index].message) + "</bdi>";
    }
    const PageView& page = application.pages[item.page];
    if (item.kind == Kind::pageFinding) {
        return "<bdi>" + htmlText(page.reading->findings[item.index].message) + "</bdi>";
    }
    return item.kind == Kind::field ? htmlText(page.question(item.index))
                                    : "Blad " + std::to_string(page.reading->source.page) + ": " +
                                          dutchText(page.reading->pageClass);
}

std::string itemHtml(const ApplicationView& application, const ReviewItem& item)
{
    std::string html =
        "<li><a href=" + htmlAttribute("#" + item.anchor) + ">" + itemText(application, item) + "</a>";
    if (item.kind == ReviewItem::Kind::field) {
        const reading::FieldReading& field = application.pages[item.page].reading->fields[item.index];
        html += " <small>" + dutchText(field.state) + ", " + dutchPercent(field.confidence) + "</small>";
    }
    return html + "</li>\n";
}

/// What an item belongs to, as the heading above it.
std::string headingOf(const ApplicationView& application, const ReviewItem& item)
{
    return item.kind == ReviewItem::Kind::applicationFinding ? "aanvraag"
                                                             : application.pages[item.page].title();
}

bool underOneHeading(const ReviewItem& a, const ReviewItem& b)
{
    const auto ofApplication = ReviewItem::Kind::applicationFinding;
    return (a.kind == ofApplication) == (b.kind == ofApplication) && a.page == b.page;
}

/// The way into what needs review; files that were not read are named below it.
std::string startHtml(const RunSummary& summary, const ReportIndex& index)
{
    const std::string first = index.first();
    if (!first.empty()) {
        return "<p><a class=\"next\" href=" + htmlAttribute("#" + first) + ">Begin met nakijken</a></p>\n";
    }
    return summary.failures.empty() ? "<p>Er is niets om na te kijken.</p>\n" : "";
}

} // namespace

std::string overviewHtml(const RunSummary& summary, const ReportIndex& index)
{
    return totalsHtml(summary) + balanceHtml(summary) + startHtml(summary, index) + failuresHtml(summary) +
           badPagesHtml(index) + heldHtml(summary, index) + applicationsHtml(index) + ignoredHtml(summary) +
           legendHtml();
}

std::string reviewListHtml(const ApplicationView& application)
{
    if (application.review.empty()) {
        return "";
    }
    std::string html =
        "<details open class=\"review\" id=" + htmlAttribute(application.anchor + "-nakijken") +
        "><summary>Nakijken: " + counted(application.review.size(), "punt", "punten") + "</summary>\n<div>\n";
    const ReviewItem* before = nullptr;
    for (const ReviewItem& item : application.review) {
        if (before == nullptr || !underOneHeading(*before, item)) {
            html += std::string(before == nullptr ? "" : "</ul>\n") + "<p>" +
                    htmlText(headingOf(application, item)) + "</p>\n<ul>\n";
        }
        html += itemHtml(application, item);
        before = &item;
    }
    return html + "</ul>\n</div>\n</details>\n";
}

} // namespace scanstraat::app
