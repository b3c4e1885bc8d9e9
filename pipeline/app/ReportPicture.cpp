// SPDX-License-Identifier: EUPL-1.2
#include "app/ReportPicture.h"

#include "app/DutchTexts.h"
#include "app/Html.h"
#include "app/LabelPlacer.h"
#include "app/PagePictures.h"
#include "app/PictureNames.h"

#include <algorithm>

namespace scanstraat::app {

namespace {

using reading::FieldReading;
using reading::FieldState;

std::string css(double value)
{
    return fixedNumber(value, 2);
}

std::string styleOf(const RectMm& area)
{
    return htmlAttribute("left:" + css(100 * area.x / kA4WidthMm) + "%;top:" +
                         css(100 * area.y / kA4HeightMm) + "%;width:" + css(100 * area.width / kA4WidthMm) +
                         "%;height:" + css(100 * area.height / kA4HeightMm) + "%");
}

/// Width and height keep the place of a picture that is not loaded yet, so that jumps end where they should.
std::string imageTag(const PageView& page)
{
    const reading::PageReading& reading = *page.reading;
    const bool upright = reading::isFormPage(reading);
    return "<img loading=\"lazy\" width=" +
           htmlAttribute(std::to_string(upright ? kReportWidthPixels : reading.widthPixels)) +
           " height=" + htmlAttribute(std::to_string(upright ? kReportHeightPixels : reading.heightPixels)) +
           " src=" + htmlAttribute("report/" + pictureName(reading.source));
}

class Overlay
{
public:
    explicit Overlay(const PageView& page) : page_(page), placer_(*page.reading, page.layout) {}

    std::string html()
    {
        const std::vector<FieldReading>& fields = page_.reading->fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            frame(i);
            marks(i);
        }
        for (const bool review : {true, false}) { // what is looked for gets its label first
            for (std::size_t i = 0; i < fields.size(); ++i) {
                if (!reading::isAccepted(fields[i].state) == review) {
                    labels(i);
                }
            }
        }
        return std::move(out_);
    }

private:
    /// Only what needs review can be reached with the keyboard: the table holds the rest.
    void frame(std::size_t index)
    {
        const FieldReading& field = page_.reading->fields[index];
        const std::string what = page_.question(index) + ": " + dutchText(field.state);
        const bool review = !reading::isAccepted(field.state);
        out_ +=
            std::string(review ? "<a" : "<span") + " class=" +
            htmlAttribute((field.boxes.empty() ? "area " : "area choice ") + reading::toString(field.state)) +
            " id=" + htmlAttribute(page_.areaAnchor(index)) + " title=" + htmlAttribute(what);
        if (review) {
            out_ += " href=" + htmlAttribute("#" + page_.rowAnchor(index)) +
                    " aria-label=" + htmlAttribute(what + ". Naar de tabel");
        }
        out_ += " style=" + styleOf(field.box.grown(field.boxes.empty() ? kFrameMm : kChoiceFrameMm)) +
                (review ? "></a>" : "></span>");
    }

    void marks(std::size_t index)
    {
        for (const reading::BoxReading& box : page_.reading->fields[index].boxes) {
            if (box.state != reading::MarkState::empty) {
                out_ += "<span class=" + htmlAttribute("mark " + reading::toString(box.state)) +
                        " title=" + htmlAttribute(markText(index, box)) +
                        " style=" + styleOf(box.box.grown(kMarkFrameMm)) + "></span>";
            }
        }
    }

    [[nodiscard]] std::string markText(std::size_t index, const reading::BoxReading& box) const
    {
        return dutchValue(page_.field(index), box.option) + ": " + dutchText(box.state);
    }

    void labels(std::size_t index)
    {
        const FieldReading& field = page_.reading->fields[index];
        for (const reading::BoxReading& box : field.boxes) {
            if (box.state != reading::MarkState::empty) {
                label(box.box, reading::toString(box.state), dutchText(box.state));
            }
        }
        if (field.boxes.empty() && field.state != FieldState::empty && !field.value.empty()) {
            std::string value = dutchValue(page_.field(index), field.value);
            std::ranges::replace(value, '\n', ' ');
            label(field.box, reading::toString(field.state), value);
        }
    }

    void label(const RectMm& area, const std::string& style, const std::string& text)
    {
        if (const auto place = placer_.place(area.grown(kFrameMm), text)) {
            out_ += "<span class=" + htmlAttribute("label " + style) + " title=" + htmlAttribute(text) +
                    " style=" + styleOf(*place) + ">" + htmlText(text) + "</span>";
        }
    }

    /// Frames stand this far outside the printed ones, so that ink stays in sight.
    static constexpr double kFrameMm = 0.5;
    static constexpr double kMarkFrameMm = 0.9;   ///< its line is thicker
    static constexpr double kChoiceFrameMm = 1.5; ///< outside those of the marks

    const PageView& page_;
    LabelPlacer placer_;
    std::string out_;
};

} // namespace

std::string pictureHtml(const PageView& page)
{
    const reading::PageReading& reading = *page.reading;
    if (!hasPicture(reading)) {
        return "<p class=\"nopicture\">Geen beeld: deze pagina kon niet worden geopend.</p>\n";
    }
    const std::string alt = "Scan van " + reading.source.file + ", blad " +
                            std::to_string(reading.source.page) + ": " + page.title();
    std::string html = "<div class=\"page\">" + imageTag(page) + " alt=" + htmlAttribute(alt) + ">";
    if (reading::isFormPage(reading)) {
        html += Overlay(page).html();
    }
    return html + "</div>\n";
}

std::string cutOutHtml(const PageView& page, const RectMm& area)
{
    constexpr double kAroundMm = 2.5;
    constexpr double kPixelsPerMm = 4.0; ///< one pixel of the picture is one of the screen
    const RectMm part = area.grown(kAroundMm);
    return "<span class=\"cut\" style=" +
           htmlAttribute("width:" + css(part.width * kPixelsPerMm) + "px;aspect-ratio:" + css(part.width) +
                         "/" + css(part.height)) +
           ">" + imageTag(page) + " alt=\"\" style=" +
           htmlAttribute("width:" + css(100 * kA4WidthMm / part.width) +
                         "%;left:" + css(-100 * part.x / part.width) +
                         "%;top:" + css(-100 * part.y / part.height) + "%") +
           "></span>";
}

} // namespace scanstraat::app
