// SPDX-License-Identifier: EUPL-1.2
//
// One drawing for paper and for pixels: Cairo draws in points, and the surface decides what becomes of them.
// Printed order: grey boxes, lines, text, then frames, adjustment fields and bars, so that nothing hides what
// scanners look for.
#include "print/FormPrinter.h"

#include "base/Error.h"
#include "base/Units.h"
#include "print/BarcodeModules.h"
#include "print/Typesetter.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <stdexcept>

namespace scanstraat::print {

namespace {

using namespace form;

struct FreeSurface
{
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo
{
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using SurfacePtr = std::unique_ptr<cairo_surface_t, FreeSurface>;
using CairoPtr = std::unique_ptr<cairo_t, FreeCairo>;

/// Draws one page; all places are in millimetres of the form.
class PageDrawing
{
public:
    explicit PageDrawing(cairo_t* cairo) : cairo_(cairo) {}

    void draw(const Page& page)
    {
        for (const PrintedBox& box : page.printedBoxes) {
            drawBox(box);
        }
        for (const PrintedLine& line : page.printedLines) {
            drawLine(line);
        }
        for (const PrintedText& text : page.texts) {
            drawRun(text);
        }
        if (!page.footer.empty()) {
            drawRun({page.footerAt, page.footerPt, false, page.footer});
        }
        setGrey(0.0);
        for (const Field& field : page.fields) {
            drawFrames(field);
        }
        for (const AdjustmentField& mark : page.adjustmentFields) {
            drawMark(mark);
        }
        if (page.barcode) {
            drawBars(*page.barcode);
        }
    }

private:
    void setGrey(double grey) { cairo_set_source_rgb(cairo_, grey, grey, grey); }

    void addRectangle(const RectMm& r)
    {
        cairo_rectangle(cairo_, mmToPoints(r.x), mmToPoints(r.y), mmToPoints(r.width), mmToPoints(r.height));
    }

    void addCircle(PointMm centre, double radiusMm)
    {
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, mmToPoints(centre.x), mmToPoints(centre.y), mmToPoints(radiusMm), 0.0,
                  2 * std::numbers::pi);
    }

    void addLine(PointMm from, PointMm to)
    {
        cairo_move_to(cairo_, mmToPoints(from.x), mmToPoints(from.y));
        cairo_line_to(cairo_, mmToPoints(to.x), mmToPoints(to.y));
    }

    void stroke(double widthMm)
    {
        cairo_set_line_width(cairo_, mmToPoints(widthMm));
        cairo_stroke(cairo_);
    }

    void drawBox(const PrintedBox& box)
    {
        if (box.grey) {
            setGrey(*box.grey);
            addRectangle(box.area);
            cairo_fill(cairo_);
        }
        if (box.lineMm > 0) {
            setGrey(0.0);
            addRectangle(box.area);
            stroke(box.lineMm);
        }
    }

    void drawLine(const PrintedLine& line)
    {
        setGrey(0.0);
        addLine(line.from, line.to);
        stroke(line.widthMm);
    }

    void drawRun(const PrintedText& text)
    {
        setGrey(text.white ? 1.0 : 0.0);
        cairo_save(cairo_);
        cairo_translate(cairo_, mmToPoints(text.at.x), mmToPoints(text.at.y));
        drawText(cairo_, text.text, {text.sizePt, text.bold}, text.widthMm);
        cairo_restore(cairo_);
    }

    /// One stroke for all frames of a field: an edge that two cells share is drawn once.
    void drawFrames(const Field& field)
    {
        if (field.frameMm <= 0) {
            return;
        }
        for (const RectMm& cell : field.cells) {
            addRectangle(cell);
        }
        for (const Option& option : field.options) {
            const RectMm middle = option.box.grown(-field.frameMm / 2);
            if (option.shape == BoxShape::round) {
                addCircle(middle.centre(), middle.width / 2);
            } else {
                addRectangle(middle);
            }
        }
        if (field.writing == Writing::lines || field.writing == Writing::region) {
            addRectangle(field.box);
        }
        for (std::size_t line = 1; line < field.lines.size(); ++line) {
            const double y = (field.lines[line - 1].bottom() + field.lines[line].y) / 2;
            addLine({field.box.x, y}, {field.box.right(), y});
        }
        stroke(field.frameMm);
    }

    void drawMark(const AdjustmentField& mark)
    {
        const double half = mark.sizeMm / 2;
        const RectMm bounds{mark.centre.x - half, mark.centre.y - half, mark.sizeMm, mark.sizeMm};
        switch (mark.shape) {
        case MarkShape::filledSquare:
            addRectangle(bounds);
            cairo_fill(cairo_);
            break;
        case MarkShape::dot:
            addCircle(mark.centre, half);
            cairo_fill(cairo_);
            break;
        case MarkShape::ring:
            addCircle(mark.centre, half - mark.lineMm / 2);
            stroke(mark.lineMm);
            break;
        case MarkShape::cross:
            addLine({bounds.x, mark.centre.y}, {bounds.right(), mark.centre.y});
            addLine({mark.centre.x, bounds.y}, {mark.centre.x, bounds.bottom()});
            stroke(mark.lineMm);
            break;
        case MarkShape::bracket:
            drawBracket(mark, bounds);
            break;
        }
    }

    /// An L whose corner points to the nearest corner of the sheet.
    void drawBracket(const AdjustmentField& mark, const RectMm& bounds)
    {
        const bool left = mark.centre.x < kA4WidthMm / 2;
        const bool top = mark.centre.y < kA4HeightMm / 2;
        addRectangle({left ? bounds.x : bounds.right() - mark.lineMm, bounds.y, mark.lineMm, bounds.height});
        addRectangle({bounds.x, top ? bounds.y : bounds.bottom() - mark.lineMm, bounds.width, mark.lineMm});
        cairo_fill(cairo_);
    }

    void drawBars(const Barcode& barcode)
    {
        const RectMm& zone = barcode.zone;
        for (const RectMm& module : barcodeModules(barcode)) {
            addRectangle({zone.x + module.x * zone.width, zone.y + module.y * zone.height,
                          module.width * zone.width, module.height * zone.height});
        }
        cairo_fill(cairo_);
    }

    cairo_t* cairo_;
};

cv::Mat greyOf(cairo_surface_t* surface)
{
    cairo_surface_flush(surface);
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const cv::Mat colour(height, width, CV_8UC4, cairo_image_surface_get_data(surface), stride);
    cv::Mat grey;
    cv::extractChannel(colour, grey, 1);
    return grey;
}

void requireSuccess(cairo_status_t status, const std::filesystem::path& file)
{
    if (status != CAIRO_STATUS_SUCCESS) {
        throw Error(file.string() + ": cannot be written: " + cairo_status_to_string(status),
                    ExitCode::output);
    }
}

/// Draws into `file`; messages speak of `name`.
void drawPdf(const FormTemplate& form, const std::filesystem::path& file, const std::filesystem::path& name)
{
    const SurfacePtr surface(
        cairo_pdf_surface_create(file.string().c_str(), mmToPoints(kA4WidthMm), mmToPoints(kA4HeightMm)));
    requireSuccess(cairo_surface_status(surface.get()), name);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, form.title.c_str());
    const CairoPtr cairo(cairo_create(surface.get()));
    for (const Page& page : form.pages) {
        PageDrawing(cairo.get()).draw(page);
        cairo_show_page(cairo.get());
    }
    requireSuccess(cairo_status(cairo.get()), name);
    cairo_surface_finish(surface.get());
    requireSuccess(cairo_surface_status(surface.get()), name);
}

} // namespace

void printForm(const FormTemplate& form, const std::filesystem::path& pdf)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(pdf, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        drawPdf(form, pdf, pdf); // a device or pipe, whose name no file may take
        return;
    }
    std::filesystem::path unfinished = pdf;
    unfinished += ".part";
    try {
        drawPdf(form, unfinished, pdf);
        std::filesystem::rename(unfinished, pdf);
    } catch (const std::filesystem::filesystem_error& failure) {
        std::filesystem::remove(unfinished, error);
        throw Error(pdf.string() + ": cannot be written: " + failure.code().message(), ExitCode::output);
    } catch (const Error&) {
        std::filesystem::remove(unfinished, error);
        throw;
    }
}

cv::Mat renderPage(const FormTemplate& form, std::size_t page, double pixelsPerMm)
{
    if (page >= form.pages.size()) {
        throw std::out_of_range("form " + form.id + " has no page with index " + std::to_string(page));
    }
    const auto width = static_cast<int>(std::lround(kA4WidthMm * pixelsPerMm));
    const auto height = static_cast<int>(std::lround(kA4HeightMm * pixelsPerMm));
    const SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const CairoPtr cairo(cairo_create(surface.get()));
    cairo_set_source_rgb(cairo.get(), 1.0, 1.0, 1.0);
    cairo_paint(cairo.get());
    const double scale = pixelsPerMm * pointsToMm(1.0);
    cairo_scale(cairo.get(), scale, scale);
    PageDrawing(cairo.get()).draw(form.pages[page]);
    return greyOf(surface.get());
}

} // namespace scanstraat::print
