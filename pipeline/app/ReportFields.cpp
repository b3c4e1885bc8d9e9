// SPDX-License-Identifier: EUPL-1.2
#include "app/ReportFields.h"

#include "app/DutchTexts.h"
#include "app/Html.h"
#include "app/PagePictures.h"
#include "app/ReportPicture.h"

#include <algorithm>

namespace scanstraat::app {

namespace {

using reading::FieldReading;
using reading::FieldState;

/// What is cut out for a field: crosses come with the text beside them.
RectMm sightOf(const FieldReading& field)
{
    constexpr double kChoiceWidthMm = 75.0;
    constexpr double kEdgeMm = 4.0;
    RectMm area = field.box;
    if (!field.boxes.empty()) {
        area.width = std::max(area.width, kChoiceWidthMm);
        area.width = std::min(area.width, kA4WidthMm - kEdgeMm - area.x);
    }
    return area;
}

std::string alternativesHtml(const form::Field* field, const FieldReading& reading)
{
    std::string html;
    for (const reading::Alternative& other : reading.alternatives) {
        html += (html.empty() ? "<small>of: " : "; ") + htmlText(dutchValue(field, other.value)) + " (" +
                dutchPercent(other.probability) + ")";
    }
    return html.empty() ? "" : html + "</small>";
}

/// The marked boxes, each in the colour that it has on the picture.
std::string marksHtml(const form::Field* field, const FieldReading& reading)
{
    std::string html;
    for (const reading::BoxReading& box : reading.boxes) {
        if (box.state != reading::MarkState::empty) {
            html += "<span class=" + htmlAttribute("chip " + reading::toString(box.state)) + ">" +
                    htmlText(dutchValue(field, box.option) + ": " + dutchText(box.state)) + "</span> ";
        }
    }
    return html;
}

std::string valueHtml(const PageView& page, std::size_t index)
{
    const FieldReading& reading = page.reading->fields[index];
    const form::Field* field = page.field(index);
    const std::string value = dutchValue(field, reading.value);
    std::string html = value.empty()           ? ""
                       : reading.boxes.empty() ? "<b><bdi>" + htmlText(value) + "</bdi></b> "
                                               : htmlText(value) + " ";
    if (!reading::isAccepted(reading.state)) {
        html += alternativesHtml(field, reading);
    }
    const bool plain = reading.state == FieldState::read || reading.state == FieldState::empty;
    return html + (plain ? "" : marksHtml(field, reading));
}

/// What the picture alone would have been read as, where no reason says so.
std::string evidenceHtml(const FieldReading& reading)
{
    std::string html;
    for (const reading::Evidence& one : reading.evidence) {
        const bool isSaid = std::ranges::any_of(reading.reasons, [&](const std::string& reason) {
            return reason.find(one.seen) != std::string::npos;
        });
        if (!one.seen.empty() && !isSaid) {
            html += "<br><small>" + htmlText(one.source + "; geschreven lijkt: " + one.seen) + "</small>";
        }
    }
    return html;
}

std::string stateHtml(const PageView& page, std::size_t index, const ReportIndex& report)
{
    const FieldReading& reading = page.reading->fields[index];
    std::string html = dutchText(reading.state);
    for (const std::string& reason : reading.reasons) {
        html += "<br><small>" + htmlText(reason) + "</small>";
    }
    html += evidenceHtml(reading);
    if (!reading::isAccepted(reading.state)) {
        html += "<br>" + nextLinkHtml(page.rowAnchor(index), report);
    }
    return html;
}

/// Below a field to review: what was written.
std::string cutOutRow(const PageView& page, const FieldReading& reading)
{
    const std::string state = reading::toString(reading.state);
    return "<tr class=\"cutrow\"><td colspan=\"3\">" + cutOutHtml(page, sightOf(reading)) +
           "</td><td class=" + htmlAttribute("s-" + state) + "></td></tr>\n";
}

std::string rowHtml(const PageView& page, std::size_t index, const ReportIndex& report)
{
    const FieldReading& reading = page.reading->fields[index];
    const std::string state = reading::toString(reading.state);
    const bool cut = !reading::isAccepted(reading.state) && hasPicture(*page.reading);
    return "<tr id=" + htmlAttribute(page.rowAnchor(index)) +
           " class=" + htmlAttribute("row-" + state + (cut ? " headed" : "")) +
           "><th scope=\"row\"><a href=" + htmlAttribute("#" + page.areaAnchor(index)) + ">" +
           htmlText(page.question(index)) + "</a> <small>" + htmlText(reading.fieldId) + "</small></th><td>" +
           valueHtml(page, index) + "</td><td class=\"n\">" + dutchPercent(reading.confidence) +
           "</td><td class=" + htmlAttribute("s-" + state) + ">" + stateHtml(page, index, report) +
           "</td></tr>\n" + (cut ? cutOutRow(page, reading) : "");
}

/// Where the field stands in the report; empty: on none of the pages.
std::string anchorOf(const std::string& fieldId, std::span<const PageView> pages)
{
    for (const PageView& page : pages) {
        const auto& fields = page.reading->fields;
        const auto field = std::ranges::find(fields, fieldId, &FieldReading::fieldId);
        if (field != fields.end()) {
            return page.rowAnchor(static_cast<std::size_t>(field - fields.begin()));
        }
    }
    return "";
}

std::string fieldLinkHtml(const std::string& fieldId, std::span<const PageView> pages)
{
    const std::string anchor = fieldId.empty() ? "" : anchorOf(fieldId, pages);
    return anchor.empty() ? "" : " <a href=" + htmlAttribute("#" + anchor) + ">naar het veld</a>";
}

} // namespace

std::string fieldTableHtml(const PageView& page, const ReportIndex& index)
{
    std::string html = "<table class=\"fields\"><thead><tr><th scope=\"col\">Vraag</th>"
                       "<th scope=\"col\">Waarde</th><th scope=\"col\" class=\"n\">Zekerheid</th>"
                       "<th scope=\"col\">Status</th></tr></thead><tbody>\n";
    for (std::size_t i = 0; i < page.reading->fields.size(); ++i) {
        html += rowHtml(page, i, index);
    }
    return html + "</tbody></table>\n";
}

std::string findingsHtml(const std::vector<reading::Finding>& findings, const std::string& anchor,
                         std::span<const PageView> pages, const ReportIndex& index)
{
    std::string html;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const reading::Finding& finding = findings[i];
        const std::string own = findingAnchor(anchor, i);
        html += (finding.review ? "<li class=\"finding\" id=" + htmlAttribute(own)
                                : std::string("<li class=\"finding note\"")) +
                "><bdi>" + htmlText(finding.message) + "</bdi>" + fieldLinkHtml(finding.fieldId, pages) +
                " <code>" + htmlText(finding.code) + "</code>" +
                (finding.review ? " " + nextLinkHtml(own, index) : "") + detailHtml(finding.detail) +
                "</li>\n";
    }
    return html.empty() ? "" : "<ul class=\"findings\">\n" + html + "</ul>\n";
}

std::string detailHtml(const std::string& detail)
{
    return detail.empty() ? ""
                          : "<details><summary>Technische oorzaak</summary><span lang=\"en\">" +
                                htmlText(detail) + "</span></details>";
}

std::string nextLinkHtml(const std::string& anchor, const ReportIndex& index)
{
    const std::string next = index.next(anchor);
    return next.empty() ? "<a class=\"next\" href=\"#top\">naar boven</a>"
                        : "<a class=\"next\" href=" + htmlAttribute("#" + next) +
                              " title=\"Volgende om na te kijken\">volgende</a>";
}

} // namespace scanstraat::app
