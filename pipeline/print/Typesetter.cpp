// SPDX-License-Identifier: EUPL-1.2
#include "print/Typesetter.h"

#include "base/Error.h"
#include "base/Units.h"

#include <pango/pangocairo.h>

#include <memory>
#include <sstream>

namespace scanstraat::print {

namespace {

struct Unref
{
    void operator()(gpointer object) const { g_object_unref(object); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, Unref>;

struct FreeDescription
{
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct FreeOptions
{
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
struct FreeSurface
{
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo
{
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

/// A drawing that is never seen: text is measured on it.
class Scratch
{
public:
    Scratch()
        : surface_(cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr)),
          cairo_(cairo_create(surface_.get()))
    {
    }
    [[nodiscard]] cairo_t* cairo() const { return cairo_.get(); }

private:
    std::unique_ptr<cairo_surface_t, FreeSurface> surface_;
    std::unique_ptr<cairo_t, FreeCairo> cairo_;
};

/// A layout of one line whose unit is a point, without hinting.
LayoutPtr layOut(cairo_t* cairo, const std::string& text, const TextStyle& style)
{
    LayoutPtr layout(pango_cairo_create_layout(cairo));
    PangoContext* context = pango_layout_get_context(layout.get());
    const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options.get());
    pango_cairo_context_set_resolution(context, kPointsPerInch);
    pango_context_set_round_glyph_positions(context, FALSE);
    const std::unique_ptr<PangoFontDescription, FreeDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), kTypeface);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), style.sizePt * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

double widthOf(PangoLayout* layout)
{
    PangoRectangle logical{};
    pango_layout_get_extents(layout, nullptr, &logical);
    return pointsToMm(static_cast<double>(logical.width) / PANGO_SCALE);
}

} // namespace

void requireTypeface()
{
    PangoFontMap* map = pango_cairo_font_map_get_default();
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(map, &families, &count);
    bool found = false;
    for (int index = 0; index < count; ++index) {
        found = found || std::string(pango_font_family_get_name(families[index])) == kTypeface;
    }
    g_free(static_cast<gpointer>(families));
    if (!found) {
        throw Error(std::string("the typeface ") + kTypeface +
                        " is not installed (Debian: apt-get install fonts-open-sans)",
                    ExitCode::installation);
    }
}

double textWidthMm(const std::string& text, const TextStyle& style)
{
    const Scratch scratch;
    return widthOf(layOut(scratch.cairo(), text, style).get());
}

std::vector<std::string> wrapText(const std::string& text, const TextStyle& style, double widthMm)
{
    std::vector<std::string> lines;
    std::istringstream words(text);
    std::string line;
    for (std::string word; words >> word;) {
        std::string longer = line;
        longer += line.empty() ? "" : " ";
        longer += word;
        if (!line.empty() && textWidthMm(longer, style) > widthMm) {
            lines.push_back(line);
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.empty()) {
        lines.push_back(line);
    }
    return lines;
}

void drawText(cairo_t* cairo, const std::string& text, const TextStyle& style, double widthMm)
{
    const LayoutPtr layout = layOut(cairo, text, style);
    const double natural = widthOf(layout.get());
    cairo_save(cairo);
    if (widthMm > 0 && natural > 0) {
        cairo_scale(cairo, widthMm / natural, 1.0);
    }
    const double baseline = static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
    cairo_move_to(cairo, 0.0, -baseline);
    pango_cairo_show_layout(cairo, layout.get());
    cairo_restore(cairo);
}

} // namespace scanstraat::print
