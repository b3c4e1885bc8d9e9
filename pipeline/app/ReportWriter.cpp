// SPDX-License-Identifier: EUPL-1.2
#include "app/ReportWriter.h"

#include "app/DutchTexts.h"
#include "app/Html.h"
#include "app/ReportFields.h"
#include "app/ReportIndex.h"
#include "app/ReportOverview.h"
#include "app/ReportPicture.h"
#include "app/ReportStyle.h"

namespace scanstraat::app {

namespace {

/// The policy forbids scripts and anything from outside, whatever may stand in a value.
constexpr const char* kHead =
    "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" "
    "content=\"default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Scanstraat: verslag</title>\n<style>";

/// What there is to say about a page without fields.
std::string remark(reading::PageClass pageClass)
{
    switch (pageClass) {
    case reading::PageClass::form:
    case reading::PageClass::cover:
        return "Op deze pagina is niets in te vullen.";
    case reading::PageClass::needless:
        return "Deze bijlage hoeft niet mee te komen; zij wordt niet gelezen.";
    case reading::PageClass::attachment:
        return "Bijlage: de tekst daarop is niet gelezen.";
    case reading::PageClass::blank:
        return "Blanco pagina.";
    case reading::PageClass::unknown:
        return "Geen bekend formulier: bekijk wat het is.";
    case reading::PageClass::rejected:
        return "Niet gelezen: bekijk de pagina of scan haar opnieuw.";
    case reading::PageClass::failed:
        return "Niet gelezen: scan de pagina opnieuw.";
    case reading::PageClass::separator:
        return "Scheidingsblad: hoort bij geen aanvraag.";
    }
    return "";
}

/// What was made of an attachment.
std::string attachmentRemark(const reading::Attachment& attachment)
{
    std::string text = attachment.kindName.empty()
                           ? "Bijlage van onbekende soort."
                           : "Bijlage: lijkt een " + htmlText(attachment.kindName) + ".";
    for (const reading::AttachmentNumber& number : attachment.numbers) {
        text += number.isVNumber ? " V-nummer daarop: " + htmlText(number.text()) + "." : "";
    }
    if (!attachment.question.empty()) {
        text += " Hoort bij vraag " + htmlText(attachment.question) + ".";
    }
    return text;
}

/// How the page was recognised and how well it lies in the scan.
std::string provenance(const PageView& page)
{
    const reading::PageReading& reading = *page.reading;
    if (!reading::isFormPage(reading)) {
        return "";
    }
    return " <small>herkend aan " + htmlText(dutchWitness(reading.identifiedBy)) + " (" +
           dutchPercent(reading.identityConfidence) + "), " +
           std::to_string(reading.registration.marks.size()) + " paskruisen, " +
           std::to_string(reading.registration.linesFound) + " van " +
           std::to_string(reading.registration.linesSought) + " gedrukte lijnen, afwijking " +
           dutchNumber(reading.registration.lineResidualMm, 2) + " mm</small>";
}

std::string pageHtml(const PageView& page, const ReportIndex& index)
{
    const reading::PageReading& reading = *page.reading;
    std::string html = "<h3 id=" + htmlAttribute(page.anchor) + ">" + htmlText(page.title()) +
                       " <small>(<bdi>" + htmlText(reading.source.file) + "</bdi>, blad " +
                       std::to_string(reading.source.page) + ")</small>" + provenance(page) + "</h3>\n" +
                       findingsHtml(reading.findings, page.anchor, {&page, 1}, index);
    const bool hasFields = !reading.fields.empty();
    html += std::string("<div class=\"sheet") + (hasFields || page.needsReview() ? "" : " aside") + "\">\n" +
            pictureHtml(page) + "<div>";
    if (hasFields) {
        html += fieldTableHtml(page, index);
    } else {
        html += "<p>" +
                (reading.attachment ? attachmentRemark(*reading.attachment) : remark(reading.pageClass)) +
                "</p>";
    }
    if (page.isReviewItem()) {
        html += "<p>" + nextLinkHtml(page.anchor, index) + "</p>";
    }
    return html + "</div>\n</div>\n";
}

/// What the application costs, an amount or those that are possible.
std::string feesHtml(const reading::Record& record)
{
    std::string html;
    for (const reading::Fee& fee : record.fees) {
        html += "<p class=\"fee\">Leges formulier " + htmlText(fee.form) + ": ";
        if (fee.euros) {
            html += "<b>€ " + std::to_string(*fee.euros) + "</b></p>\n";
            continue;
        }
        std::string amounts;
        for (const reading::PossibleFee& possible : fee.possible) {
            amounts += (amounts.empty() ? "" : "; ") + ("€ " + std::to_string(possible.euros)) +
                       (possible.condition.empty() ? "" : " (" + htmlText(possible.condition) + ")");
        }
        html += "nog open: " + amounts + ".";
        for (const std::string& reason : fee.reasons) {
            html += " <small>" + htmlText(reason) + ".</small>";
        }
        html += "</p>\n";
    }
    return html;
}

std::string applicationHtml(const ApplicationView& application, const ReportIndex& index)
{
    std::string html =
        "<h2 class=\"application\" id=" + htmlAttribute(application.anchor) + ">" +
        (application.isHeld ? "Apart gehouden uit " : "Aanvraag ") + htmlText(application.record->id) +
        "</h2>\n" + findingsHtml(application.record->findings, application.anchor, application.pages, index) +
        feesHtml(*application.record) + reviewListHtml(application);
    for (const PageView& page : application.pages) {
        html += pageHtml(page, index);
    }
    return html;
}

/// Sheets that belong to no application.
std::string separatorsHtml(const RunSummary& summary)
{
    std::string html;
    for (std::size_t i = 0; i < summary.separators.size(); ++i) {
        const reading::PageReading& reading = summary.separators[i];
        const PageView page{&reading, nullptr, nullptr, "s" + std::to_string(i + 1)};
        html += "<h3 id=" + htmlAttribute(page.anchor) + ">" + htmlText(page.title()) + " <small>(<bdi>" +
                htmlText(reading.source.file) + "</bdi>, blad " + std::to_string(reading.source.page) + ", " +
                htmlText(reading.identifiedBy) + ")</small></h3>\n<div class=\"sheet aside\">\n" +
                pictureHtml(page) + "<div><p>" + remark(reading.pageClass) + "</p></div>\n</div>\n";
    }
    return html.empty() ? ""
                        : "<h2 class=\"application\" id=\"scheidingsbladen\">Scheidingsbladen</h2>\n" + html;
}

} // namespace

std::string reportHtml(const RunSummary& summary, std::span<const form::FormTemplate> templates)
{
    const ReportIndex index(summary, templates);
    std::string html = kHead;
    html += kReportStyle;
    html += "</style>\n</head>\n<body id=\"top\">\n<main>\n<h1>Scanstraat: verslag</h1>\n";
    html += overviewHtml(summary, index);
    for (const ApplicationView& application : index.applications()) {
        html += applicationHtml(application, index);
    }
    html += separatorsHtml(summary);
    return html + "</main>\n</body>\n</html>\n";
}

} // namespace scanstraat::app
