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

std::string euros(Random& random, int least, int most)
{
    return std::to_string(random.integer(least, most)) + "," + randomDigits(random, 2);
}

/// A table of what an employer pays for a month.
void drawPaySlip(Canvas& canvas, const Applicant& person, const WordLists& words, Random& random)
{
    const int month = random.integer(1, 12);
    canvas.text({22, 20, 120, 12}, kPrintFont, 5.5, random.pick(words.employers));
    canvas.text({22, 34, 160, 10}, kPrintFont, 5.0,
                (random.chance(0.5) ? "Salarisspecificatie periode " : "Loonstrook, periode ") +
                    std::to_string(month) + " / 2025");
    canvas.text({22, 48, 90, 30}, kPrintFont, 4.0,
                person.fullName() + "\n" + person.street + " " + person.houseNumber + "\n" + person.postcode +
                    "  " + person.place);
    canvas.text({125, 48, 70, 30}, kPrintFont, 4.0,
                "Geboren " + person.birth.iso() + "\nBSN " + person.bsn + "\nIn dienst 01-" +
                    std::to_string(random.integer(10, 12)) + "-20" + std::to_string(random.integer(10, 24)));
    canvas.outline({20, 84, 170, 78}, 0.3);
    double y = 90;
    for (const char* item : {"Bruto salaris", "Reiskosten", "Pensioenpremie", "Loonheffing", "Inhouding WGA",
                             "Netto uit te betalen"}) {
        canvas.text({24, y, 90, 8}, kPrintFont, 4.0, item);
        canvas.text({150, y, 38, 8}, kTypeFont, 4.0, euros(random, 20, 4200));
        y += 12;
    }
    canvas.text({22, 172, 160, 20}, kPrintFont, 3.6,
                "Uitbetaald op rekening NL" + randomDigits(random, 2) + " BANK " + randomDigits(random, 10));
}

void drawContract(Canvas& canvas, const Applicant& person, const WordLists& words, Random& random)
{
    canvas.text({22, 20, 166, 12}, kPrintFont, 6.0,
                random.chance(0.6) ? "Arbeidsovereenkomst voor bepaalde tijd" : "ARBEIDSOVEREENKOMST");
    std::string body = "De ondergetekenden:\n\n" + random.pick(words.employers) +
                       ", hierna te noemen werkgever, en\n" + person.fullName() + ", geboren op " +
                       person.birth.iso() + ", wonende te " + person.place +
                       ", hierna te noemen werknemer, komen het volgende overeen.\n\n";
    for (int article = 1; article <= random.integer(4, 6); ++article) {
        body += "Artikel " + std::to_string(article) + "\n" + random.pick(words.sentences) + ". " +
                random.pick(words.sentences) + ".\n\n";
    }
    body += "De functie is die van " + random.pick(words.professions) + ", het loon bedraagt " +
            euros(random, 1800, 4900) + " per maand.";
    canvas.text({22, 38, 166, 220}, kPrintFont, 4.2, body);
}

void drawDiploma(Canvas& canvas, const Applicant& person, const WordLists& words, Random& random)
{
    canvas.outline({12, 12, 186, 273}, 1.0);
    canvas.text({40, 40, 140, 20}, kPrintFont, 11.0, random.chance(0.5) ? "DIPLOMA" : "Getuigschrift");
    canvas.text({30, 75, 150, 120}, kPrintFont, 5.0,
                "De examencommissie verklaart dat\n\n" + person.fullName() + "\n\ngeboren op " +
                    person.birth.iso() + " te " + person.birthPlace + "\n\n" +
                    (random.chance(0.5) ? "is geslaagd voor het inburgeringsexamen."
                                        : "met goed gevolg het examen heeft afgelegd van de opleiding " +
                                              random.pick(words.professions) + "."));
    canvas.text({30, 220, 150, 20}, kPrintFont, 4.5,
                random.pick(words.places) + ", " + person.signedOn.iso());
}

/// A receipt, a timetable: words and numbers that say nothing.
void drawOther(Canvas& canvas, const WordLists& words, Random& random)
{
    double y = random.uniform(20, 60);
    canvas.text({30, y, 150, 12}, kPrintFont, 5.5, random.pick(words.places) + " " + randomDigits(random, 4));
    for (int line = random.integer(5, 18); line > 0; --line) {
        y += 9;
        canvas.text({30, y, 110, 8}, kPrintFont, 4.0, random.pick(words.streets));
        canvas.text({150, y, 40, 8}, kTypeFont, 4.0, randomDigits(random, 5));
    }
}

} // namespace

cv::Mat blankPage()
{
    return cv::Mat(cvRound(kA4HeightMm * kSheetPixelsPerMm), cvRound(kA4WidthMm * kSheetPixelsPerMm), CV_8U,
                   cv::Scalar(255));
}

std::string toString(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::letter:
        return "letter";
    case EvidenceKind::passport:
        return "passport";
    case EvidenceKind::paySlip:
        return "pay-slip";
    case EvidenceKind::contract:
        return "contract";
    case EvidenceKind::diploma:
        return "diploma";
    case EvidenceKind::other:
        return "other";
    }
    return "";
}

EvidenceKind randomEvidence(Random& random)
{
    return static_cast<EvidenceKind>(random.weighted({0.3, 0.25, 0.17, 0.12, 0.1, 0.06}));
}

cv::Mat drawEvidence(EvidenceKind kind, const Applicant& person, const WordLists& words, Random& random)
{
    cv::Mat darkness(blankPage().size(), CV_8U, cv::Scalar(0));
    {
        Canvas canvas(darkness);
        switch (kind) {
        case EvidenceKind::letter:
            drawLetter(canvas, person, words, random);
            break;
        case EvidenceKind::passport:
            drawPassport(canvas, person, random);
            break;
        case EvidenceKind::paySlip:
            drawPaySlip(canvas, person, words, random);
            break;
        case EvidenceKind::contract:
            drawContract(canvas, person, words, random);
            break;
        case EvidenceKind::diploma:
            drawDiploma(canvas, person, words, random);
            break;
        case EvidenceKind::other:
            drawOther(canvas, words, random);
            break;
        }
    }
    return 255 - darkness;
}

cv::Mat drawAttachment(const Applicant& person, const WordLists& words, Random& random)
{
    const EvidenceKind kind = random.chance(0.65) ? EvidenceKind::letter : EvidenceKind::passport;
    return drawEvidence(kind, person, words, random);
}

} // namespace scanstraat::synth
