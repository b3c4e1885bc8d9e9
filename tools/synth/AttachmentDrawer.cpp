// SPDX-License-Identifier: EUPL-1.2
#include "AttachmentDrawer.h"

#include "Sheet.h"
#include "Text.h"
#include "base/Units.h"

#include <pango/pangocairo.h>

#include <memory>

namespace scanstraat::synth {

namespace {

using CairoPointer = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using SurfacePointer = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

/// Draws black on an A4 page, in millimetres.
class Canvas
{
public:
    explicit Canvas(cv::Mat& darkness)
        : surface_(cairo_image_surface_create_for_data(darkness.ptr(), CAIRO_FORMAT_A8, darkness.cols,
                                                       darkness.rows, static_cast<int>(darkness.step)),
                   &cairo_surface_destroy),
          cairo_(cairo_create(surface_.get()), &cairo_destroy)
    {
        cairo_scale(cairo_.get(), kSheetPixelsPerMm, kSheetPixelsPerMm);
        setGrey(0.0);
    }
    ~Canvas() { cairo_surface_flush(surface_.get()); }
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// 0 black .. 1 white, for what is drawn next.
    void setGrey(double grey) { cairo_set_source_rgba(cairo_.get(), 0, 0, 0, 1.0 - grey); }

    void text(const RectMm& area, const std::string& font, double sizeMm, const std::string& text)
    {
        PangoLayout* layout = pango_cairo_create_layout(cairo_.get());
        PangoFontDescription* description = pango_font_description_from_string(font.c_str());
        pango_font_description_set_absolute_size(description, sizeMm * PANGO_SCALE);
        pango_layout_set_font_description(layout, description);
        pango_layout_set_width(layout, static_cast<int>(area.width * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(layout, text.c_str(), -1);
        cairo_move_to(cairo_.get(), area.x, area.y);
        pango_cairo_show_layout(cairo_.get(), layout);
        pango_font_description_free(description);
        g_object_unref(layout);
    }

    void fill(const RectMm& area)
    {
        cairo_rectangle(cairo_.get(), area.x, area.y, area.width, area.height);
        cairo_fill(cairo_.get());
    }

    void outline(const RectMm& area, double lineMm)
    {
        cairo_set_line_width(cairo_.get(), lineMm);
        cairo_rectangle(cairo_.get(), area.x, area.y, area.width, area.height);
        cairo_stroke(cairo_.get());
    }

private:
    SurfacePointer surface_;
    CairoPointer cairo_;
};

constexpr const char* kPrintFont = "Liberation Serif, DejaVu Serif, serif";
constexpr const char* kTypeFont = "Liberation Mono, DejaVu Sans Mono, monospace";

void drawLetter(Canvas& canvas, const Applicant& person, const WordLists& words, Random& random)
{
    const std::string day = person.signedOn.iso();
    canvas.text({22, 22, 120, 20}, kPrintFont, 6.0, random.pick(words.employers));
    canvas.text({22, 46, 90, 30}, kPrintFont, 4.2,
                person.fullName() + "\n" + person.street + " " + person.houseNumber + "\n" + person.postcode +
                    "  " + person.place);
    canvas.text({22, 76, 90, 10}, kPrintFont, 4.2, person.place + ", " + day);
    canvas.text({22, 88, 160, 10}, kPrintFont, 4.2, "Betreft: bevestiging");
    std::string body = "Geachte heer, mevrouw,\n\n";
    for (int i = random.integer(3, 7); i > 0; --i) {
        body += random.pick(words.sentences) + ". " + random.pick(words.sentences) + ".\n\n";
    }
    canvas.text({22, 100, 166, 170}, kPrintFont, 4.2,
                body + "Met vriendelijke groet,\n\n\n" + random.pick(words.surnames));
}

std::string machineLine(const std::string& text, std::size_t length)
{
    std::string line;
    for (const char c : withoutMarks(text)) {
        line += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '<';
    }
    line.resize(length, '<');
    return line;
}

void drawPassport(Canvas& canvas, const Applicant& person, Random& random)
{
    const double x = random.uniform(25, 60);
    const double y = random.uniform(25, 120);
    canvas.setGrey(0.88);
    canvas.fill({x, y, 125, 88});
    canvas.setGrey(0.55);
    canvas.fill({x + 7, y + 18, 33, 42});
    canvas.setGrey(0.3);
    canvas.fill({x + 15, y + 26, 17, 24});
    canvas.setGrey(0.0);
    canvas.outline({x, y, 125, 88}, 0.3);
    canvas.text({x + 7, y + 5, 110, 10}, kPrintFont, 4.5, "PASPOORT  PASSPORT  PASSEPORT");
    canvas.text({x + 46, y + 18, 74, 50}, kPrintFont, 3.6,
                person.surname + "\n" + person.firstNames + "\n" + person.nationality + "\n" +
                    person.birth.iso() + "\n" + person.birthPlace + "\n" + (person.female ? "V/F" : "M/M"));
    canvas.text({x + 5, y + 70, 118, 16}, kTypeFont, 4.6,
                machineLine("P<" + person.surname + "<<" + person.firstNames, 42) + "\n" +
                    machineLine(randomDigits(random, 9) + "<" + person.birth.digits(), 42));
}

} // namespace

cv::Mat blankPage()
{
    return cv::Mat(cvRound(kA4HeightMm * kSheetPixelsPerMm), cvRound(kA4WidthMm * kSheetPixelsPerMm), CV_8U,
                   cv::Scalar(255));
}

cv::Mat drawAttachment(const Applicant& person, const WordLists& words, Random& random)
{
    cv::Mat darkness(blankPage().size(), CV_8U, cv::Scalar(0));
    {
        Canvas canvas(darkness);
        if (random.chance(0.65)) {
            drawLetter(canvas, person, words, random);
        } else {
            drawPassport(canvas, person, random);
        }
    }
    return 255 - darkness;
}

} // namespace scanstraat::synth
