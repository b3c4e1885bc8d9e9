// SPDX-License-Identifier: EUPL-1.2
#include "app/TemplatePreview.h"

#include "app/FileWriter.h"
#include "app/Html.h"
#include "base/Error.h"
#include "print/FormPrinter.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <sstream>

namespace scanstraat::app {

namespace {

using namespace form;

constexpr double kPixelsPerMm = 6.0; ///< 150 dpi: small print can be read
constexpr double kTint = 0.25;

/// A colour of the legend; blue, green, red as OpenCV has them.
struct Ink
{
    const char* name;
    const char* css;
    cv::Scalar colour;
};

const std::array<Ink, 7> kInks{{{"comb", "#0050c8", {200, 80, 0}},
                                {"lines", "#008c50", {80, 140, 0}},
                                {"checkboxes", "#c80000", {0, 0, 200}},
                                {"region", "#8c00a0", {160, 0, 140}},
                                {"adjustment field", "#e08000", {0, 128, 224}},
                                {"barcode", "#606000", {0, 96, 96}},
                                {"footer", "#505050", {80, 80, 80}}}};
constexpr std::size_t kMarkInk = 4;
constexpr std::size_t kBarcodeInk = 5;
constexpr std::size_t kFooterInk = 6;

const Ink& inkOf(Writing writing)
{
    return kInks.at(static_cast<std::size_t>(writing));
}

/// The printed page with zones over it.
class PagePicture
{
public:
    PagePicture(const FormTemplate& form, std::size_t page)
    {
        cv::cvtColor(print::renderPage(form, page, kPixelsPerMm), canvas_, cv::COLOR_GRAY2BGR);
        draw(form.pages[page]);
    }

    [[nodiscard]] const cv::Mat& picture() const { return canvas_; }

private:
    void draw(const Page& page)
    {
        for (const Field& field : page.fields) {
            draw(field);
        }
        for (const AdjustmentField& mark : page.adjustmentFields) {
            const double half = mark.sizeMm / 2;
            zone({mark.centre.x - half, mark.centre.y - half, mark.sizeMm, mark.sizeMm}, kInks[kMarkInk], 2);
        }
        if (page.barcode) {
            zone(page.barcode->zone, kInks[kBarcodeInk], 2);
        }
        if (!page.footer.empty()) {
            zone({page.footerAt.x, page.footerAt.y - 3.0, 40.0, 4.0}, kInks[kFooterInk], 1);
        }
    }

    void draw(const Field& field)
    {
        const Ink& ink = inkOf(field.writing);
        if (field.writing == Writing::checkboxes) {
            for (const Option& option : field.options) {
                tint(option.box, ink);
                zone(option.box, ink, 2);
            }
        } else {
            tint(field.box, ink);
            zone(field.box, ink, 2);
        }
        for (const RectMm& cell : field.cells) {
            zone(cell, ink, 1);
        }
        for (const RectMm& line : field.lines) {
            zone(line, ink, 1);
        }
        name(field, ink);
    }

    /// The field's id without the form's, as much of its end as fits over the box; the table has all of it.
    void name(const Field& field, const Ink& ink)
    {
        constexpr double kSize = 0.36;
        constexpr double kLeastMm = 16.0;
        std::string text = field.id.substr(field.id.find('.') + 1);
        const auto width = [](const std::string& words) {
            return cv::getTextSize(words, cv::FONT_HERSHEY_SIMPLEX, kSize, 1, nullptr).width / kPixelsPerMm;
        };
        while (text.size() > 1 && width(text) > std::max(kLeastMm, field.box.width)) {
            text.erase(0, 1);
        }
        cv::putText(canvas_, text, toPixels(field.box).tl() - cv::Point(0, 3), cv::FONT_HERSHEY_SIMPLEX,
                    kSize, ink.colour, 1, cv::LINE_AA);
    }

    static cv::Rect toPixels(const RectMm& area)
    {
        const cv::Point from(cvRound(area.x * kPixelsPerMm), cvRound(area.y * kPixelsPerMm));
        return {from, cv::Point(cvRound(area.right() * kPixelsPerMm), cvRound(area.bottom() * kPixelsPerMm))};
    }

    void zone(const RectMm& area, const Ink& ink, int width)
    {
        cv::rectangle(canvas_, toPixels(area), ink.colour, width, cv::LINE_AA);
    }

    void tint(const RectMm& area, const Ink& ink)
    {
        cv::Mat part = canvas_(toPixels(area) & cv::Rect({0, 0}, canvas_.size()));
        const cv::Mat colour(part.size(), part.type(), ink.colour);
        cv::addWeighted(part, 1.0 - kTint, colour, kTint, 0.0, part);
    }

    cv::Mat canvas_;
};

std::string number(double value)
{
    std::ostringstream text;
    text << value;
    return text.str();
}

std::string cells(std::initializer_list<std::string> texts)
{
    std::string html = "<tr>";
    for (const std::string& text : texts) {
        html += "<td>" + htmlText(text) + "</td>";
    }
    return html + "</tr>\n";
}

std::string fieldHtml(const Field& field)
{
    std::string options;
    for (const Option& option : field.options) {
        options += (options.empty() ? "" : ", ") + option.id;
    }
    std::string rules;
    for (const std::string& validator : field.validators) {
        rules += (rules.empty() ? "" : ", ") + validator;
    }
    return cells({field.id, field.label, toString(field.kind), toString(field.writing), options,
                  field.required ? "required" : "", rules,
                  number(field.box.x) + ", " + number(field.box.y) + ", " + number(field.box.width) + " x " +
                      number(field.box.height)});
}

std::string pageHtml(const Page& page, const std::string& picture)
{
    std::string html = "<section><h2>Page " + std::to_string(page.number) + "</h2>\n<p>";
    html += htmlText(page.footer.empty() ? "no footer" : "footer \"" + page.footer + "\"");
    html += htmlText(page.barcode ? ", barcode " + toString(page.barcode->symbology) + " \"" +
                                        page.barcode->payload + "\""
                                  : ", no barcode");
    html += ", " + std::to_string(page.adjustmentFields.size()) +
            " adjustment fields</p>\n<img src=" + htmlAttribute(picture) +
            " alt=" + htmlAttribute("page " + std::to_string(page.number)) + ">\n";
    if (!page.fields.empty()) {
        html += "<table><tr><th>id</th><th>label</th><th>kind</th><th>writing</th><th>options</th><th></th>"
                "<th>rules</th><th>mm</th></tr>\n";
        for (const Field& field : page.fields) {
            html += fieldHtml(field);
        }
        html += "</table>\n";
    }
    return html + "</section>\n";
}

constexpr const char* kStyle =
    "body{font-family:sans-serif;margin:2em;max-width:80em}img{width:100%;max-width:60em;border:1px solid "
    "#999}"
    "table{border-collapse:collapse;font-size:85%;margin-top:1em}td,th{border:1px solid #ccc;padding:.2em "
    ".5em;"
    "text-align:left;vertical-align:top}.ink{padding:0 .5em;color:#fff;margin-right:.5em}";

} // namespace

void writePreview(const FormTemplate& form, const std::filesystem::path& folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        throw Error(folder.string() + ": cannot be made (" + problem.message() + ")", ExitCode::output);
    }
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + htmlText(form.id) +
        "</title><style>" + kStyle + "</style></head>\n<body>\n<h1>" +
        htmlText(form.id + (form.edition.empty() ? "" : " " + form.edition) + ": " + form.title) +
        "</h1>\n<p>";
    for (const Ink& ink : kInks) {
        html +=
            std::string("<span class=\"ink\" style=\"background:") + ink.css + "\">" + ink.name + "</span>";
    }
    html += "</p>\n";
    for (std::size_t i = 0; i < form.pages.size(); ++i) {
        const std::string name = "page-" + std::to_string(form.pages[i].number) + ".png";
        std::vector<uchar> bytes;
        cv::imencode(".png", PagePicture(form, i).picture(), bytes);
        writeFile(folder / name, std::string(bytes.begin(), bytes.end()));
        html += pageHtml(form.pages[i], name);
    }
    writeFile(folder / "index.html", html + "</body>\n</html>\n");
}

} // namespace scanstraat::app
