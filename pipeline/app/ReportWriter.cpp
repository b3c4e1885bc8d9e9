// SPDX-License-Identifier: EUPL-1.2
#include "app/ReportWriter.h"

#include "app/PagePictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace scanstraat::app {

namespace {

constexpr const char* kStyle = R"css(
:root{font:15px/1.45 system-ui,"Segoe UI",sans-serif;color:#1b1b1b;background:#f3f3f3}
body{margin:0 auto;max-width:1400px;padding:1.5rem}
h1{margin:0 0 .5rem;color:#154273}h2{margin:2.5rem 0 .5rem;color:#154273}h3{margin:1.5rem 0 .5rem}
table{border-collapse:collapse;background:#fff;width:100%}
th,td{padding:.25rem .6rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}
th{background:#e8eef5}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
section{display:grid;grid-template-columns:minmax(420px,1fr) minmax(420px,1fr);gap:1rem;align-items:start}
.page{position:relative;box-shadow:0 1px 4px #0004;background:#fff}
.page img{display:block;width:100%}
.page a{position:absolute;box-sizing:border-box;border:2px solid;overflow:visible;text-decoration:none}
.page a b{position:absolute;left:0;bottom:100%;font:600 11px/1.2 sans-serif;white-space:nowrap;
padding:0 2px;color:#fff}
.read,.verified{border-color:#2a7d2ecc}.read b{background:#2a7d2e}
.empty{border-color:#99999966}.corrected-by-applicant{border-color:#1565c0cc}
.corrected-by-applicant b{background:#1565c0}
.unsure{border-color:#d97900}.unsure b{background:#b86200}
.unreadable{border-color:#c62828}.unreadable b{background:#c62828}
td.s-unsure{background:#fff0db}td.s-unreadable{background:#fde3e3}
td.s-corrected-by-applicant{background:#e3eefb}
.finding{background:#fff6d6;border-left:4px solid #d97900;padding:.3rem .6rem;margin:.3rem 0}
small{color:#666}
)css";

std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\n':
            result += "<br>";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string fixed(double value, int digits)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

/// Probabilities are cut off, not rounded: 99.99 % must not show as 100 %.
std::string percent(double probability)
{
    return fixed(std::floor(probability * 1000.0) / 10.0, 1) + " %";
}

std::string dutchState(reading::FieldState state)
{
    constexpr std::array<const char*, 6> kNames{
        "gelezen", "leeg", "onzeker", "onleesbaar", "door aanvrager verbeterd", "nagekeken"};
    return kNames.at(static_cast<std::size_t>(state));
}

std::string dutchClass(reading::PageClass pageClass)
{
    constexpr std::array<const char*, 6> kNames{"formulier", "bijlage",   "blanco",
                                                "onbekend",  "afgekeurd", "mislukt"};
    return kNames.at(static_cast<std::size_t>(pageClass));
}

class Report
{
public:
    Report(const RunSummary& summary, std::span<const form::FormTemplate> templates)
        : summary_(summary), templates_(templates)
    {
    }

    std::string html()
    {
        out_ = "<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\">"
               "<title>Scanstraat: verslag</title><style>";
        out_ += kStyle;
        out_ += "</style></head><body><h1>Scanstraat: verslag</h1>\n";
        overview();
        for (const reading::Record& record : summary_.records) {
            application(record);
        }
        out_ += "</body></html>\n";
        return std::move(out_);
    }

private:
    void overview()
    {
        out_ += "<p>" + std::to_string(summary_.pagesIn) + " pagina's gelezen in " +
                std::to_string(summary_.records.size()) + " aanvragen.</p>\n";
        for (const FileFailure& failure : summary_.failures) {
            out_ += "<p class=\"finding\">Niet gelezen: <b>" + escaped(failure.name) +
                    "</b>: " + escaped(failure.problem.message) + "</p>\n";
        }
        out_ += "<table><tr><th>Aanvraag</th><th class=n>Pagina's</th><th class=n>Aanvaard</th>"
                "<th class=n>Leeg</th><th class=n>Nakijken</th><th class=n>Bevindingen</th></tr>\n";
        for (const reading::Record& record : summary_.records) {
            const FieldCounts counts = countFields(record);
            out_ += "<tr><td><a href=\"#" + escaped(record.id) + "\">" + escaped(record.id) + "</a></td>";
            for (const std::size_t number :
                 {record.pages.size(), counts.accepted, counts.empty, counts.review, countFindings(record)}) {
                out_ += "<td class=n>" + std::to_string(number) + "</td>";
            }
            out_ += "</tr>\n";
        }
        out_ += "</table>\n";
    }

    void application(const reading::Record& record)
    {
        out_ += "<h2 id=\"" + escaped(record.id) + "\">" + escaped(record.id) + "</h2>\n";
        findings(record.findings);
        for (const reading::PageReading& page : record.pages) {
            pageBlock(page);
        }
    }

    void findings(const std::vector<reading::Finding>& findings)
    {
        for (const reading::Finding& finding : findings) {
            out_ += "<p class=\"finding\">" + escaped(finding.message) + " <small>" + escaped(finding.code) +
                    (finding.fieldId.empty() ? "" : ", " + escaped(finding.fieldId)) + "</small></p>\n";
        }
    }

    void pageBlock(const reading::PageReading& page)
    {
        out_ += "<h3>" + escaped(page.source.file) + ", scan " + std::to_string(page.source.page) + ": ";
        if (page.form.empty()) {
            out_ += dutchClass(page.pageClass);
        } else {
            out_ += escaped(page.form) + " pagina " + std::to_string(page.number) + " <small>(" +
                    escaped(page.identifiedBy) + ", " + percent(page.identityConfidence) + ", paskruisen " +
                    std::to_string(page.registration.marksUsed) + ", rest " +
                    fixed(page.registration.residualMm, 2) + " mm)</small>";
        }
        out_ += "</h3>\n";
        findings(page.findings);
        out_ += "<section><div class=page><img loading=lazy alt=\"\" src=\"report/" +
                escaped(pictureName(page.source)) + "\">";
        if (page.pageClass == reading::PageClass::form) {
            for (const reading::FieldReading& field : page.fields) {
                overlay(field);
            }
        }
        out_ += "</div>\n";
        fieldTable(page);
        out_ += "</section>\n";
    }

    void overlay(const reading::FieldReading& field)
    {
        const bool shown = field.state != reading::FieldState::empty;
        place(field.box, reading::toString(field.state), shown ? field.value : "", field.fieldId);
        for (const reading::BoxReading& box : field.boxes) {
            if (box.state != reading::MarkState::empty) {
                place(box.box, "unsure", reading::toString(box.state), field.fieldId);
            }
        }
    }

    void place(const RectMm& area, const std::string& style, const std::string& text,
               const std::string& title)
    {
        out_ += "<a class=\"" + style + "\" title=\"" + escaped(title) +
                "\" style=\"left:" + fixed(100 * area.x / kA4WidthMm, 2) +
                "%;top:" + fixed(100 * area.y / kA4HeightMm, 2) +
                "%;width:" + fixed(100 * area.width / kA4WidthMm, 2) +
                "%;height:" + fixed(100 * area.height / kA4HeightMm, 2) + "%\">";
        if (!text.empty()) {
            out_ += "<b>" + escaped(text) + "</b>";
        }
        out_ += "</a>";
    }

    void fieldTable(const reading::PageReading& page)
    {
        if (page.fields.empty()) {
            out_ += "<p>Geen velden.</p>";
            return;
        }
        out_ += "<table><tr><th>Vraag</th><th>Waarde</th><th class=n>Zekerheid</th><th>Status</th></tr>\n";
        for (const reading::FieldReading& field : page.fields) {
            const std::string state = reading::toString(field.state);
            out_ += "<tr><td>" + escaped(label(page.form, field.fieldId)) + " <small>" +
                    escaped(field.fieldId) + "</small></td><td>" + escaped(field.value) +
                    "</td><td class=n>" + percent(field.confidence) + "</td><td class=\"s-" + state + "\">" +
                    dutchState(field.state);
            for (const std::string& reason : field.reasons) {
                out_ += "<br><small>" + escaped(reason) + "</small>";
            }
            out_ += "</td></tr>\n";
        }
        out_ += "</table>\n";
    }

    [[nodiscard]] std::string label(const std::string& formId, const std::string& fieldId) const
    {
        for (const form::FormTemplate& form : templates_) {
            if (form.id == formId) {
                const form::Field* field = form::findField(form, fieldId);
                return field == nullptr ? "" : field->question + " " + field->label;
            }
        }
        return "";
    }

    const RunSummary& summary_;
    std::span<const form::FormTemplate> templates_;
    std::string out_;
};

} // namespace

std::string reportHtml(const RunSummary& summary, std::span<const form::FormTemplate> templates)
{
    return Report(summary, templates).html();
}

} // namespace scanstraat::app
