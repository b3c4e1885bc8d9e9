// SPDX-License-Identifier: EUPL-1.2
//
// A font draws every A alike; each letter is therefore slanted, widened and bent a bit differently and
// its strokes get the pen's width. It stays tidier than a real hand.
#include "FontWriter.h"

#include "base/Error.h"

#include <fontconfig/fontconfig.h>
#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <sstream>

namespace scanstraat::synth {

namespace {

struct Unreference
{
    void operator()(void* object) const { g_object_unref(object); }
};
using LayoutPointer = std::unique_ptr<PangoLayout, Unreference>;
using FontPointer = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;
using SurfacePointer = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using CairoPointer = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

/// Size that letters are drawn at before they are scaled, in pixels.
constexpr double kFontPx = 120.0;
constexpr int kCanvas = 320;
constexpr double kBaseline = 220.0;

bool isInstalled(const std::string& family)
{
    PangoFontMap* map = pango_cairo_font_map_get_default();
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(map, &families, &count);
    bool found = false;
    for (int i = 0; i < count && !found; ++i) {
        found = family == pango_font_family_get_name(families[i]);
    }
    g_free(families);
    return found;
}

std::vector<std::string> familiesIn(const std::filesystem::path& folder)
{
    std::vector<std::string> families;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".ttf" && ending != ".otf") {
            continue;
        }
        FcConfigAppFontAddFile(nullptr, reinterpret_cast<const FcChar8*>(entry.path().c_str()));
        int count = 0;
        FcPattern* pattern =
            FcFreeTypeQuery(reinterpret_cast<const FcChar8*>(entry.path().c_str()), 0, nullptr, &count);
        FcChar8* name = nullptr;
        if (pattern != nullptr && FcPatternGetString(pattern, FC_FAMILY, 0, &name) == FcResultMatch) {
            families.emplace_back(reinterpret_cast<const char*>(name));
        }
        if (pattern != nullptr) {
            FcPatternDestroy(pattern);
        }
    }
    std::sort(families.begin(), families.end());
    families.erase(std::unique(families.begin(), families.end()), families.end());
    return families;
}

std::vector<std::string> split(const std::string& list)
{
    std::vector<std::string> parts;
    std::istringstream stream(list);
    for (std::string part; std::getline(stream, part, ',');) {
        if (!part.empty()) {
            parts.push_back(part);
        }
    }
    return parts;
}

/// A character of the font, black on 0, standing on row kBaseline.
cv::Mat renderLetter(const std::string& family, char character)
{
    cv::Mat canvas(kCanvas, kCanvas, CV_8U, cv::Scalar(0));
    const SurfacePointer surface(cairo_image_surface_create_for_data(canvas.ptr(), CAIRO_FORMAT_A8, kCanvas,
                                                                     kCanvas, static_cast<int>(canvas.step)),
                                 &cairo_surface_destroy);
    const CairoPointer cairo(cairo_create(surface.get()), &cairo_destroy);
    const LayoutPointer layout(pango_cairo_create_layout(cairo.get()));
    const FontPointer font(pango_font_description_from_string(family.c_str()), &pango_font_description_free);
    pango_font_description_set_absolute_size(font.get(), kFontPx * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), &character, 1);
    cairo_move_to(cairo.get(), 80.0,
                  kBaseline - pango_layout_get_baseline(layout.get()) / double(PANGO_SCALE));
    pango_cairo_show_layout(cairo.get(), layout.get());
    cairo_surface_flush(surface.get());
    return canvas;
}

class FontWriter : public Writer
{
public:
    FontWriter(std::string family, double slant, double aspect)
        : family_(std::move(family)), slant_(slant), aspect_(aspect)
    {
        capHeight_ = std::max(1, inkBox(renderLetter(family_, 'H')).height);
    }

    [[nodiscard]] std::string name() const override { return "font:" + family_; }
    [[nodiscard]] double strokeShare() const override { return 0.0; }
    [[nodiscard]] std::optional<LetterShape> draw(char character, const LetterStyle& style,
                                                  Random& random) override;

private:
    std::string family_;
    double slant_;
    double aspect_;
    double capHeight_ = 1.0;
};

std::optional<LetterShape> FontWriter::draw(char character, const LetterStyle& style, Random& random)
{
    const cv::Mat letter = renderLetter(family_, character);
    const cv::Rect box = inkBox(letter, 60);
    if (box.empty()) {
        return drawPlainSign(character, style, random);
    }
    const double scale = style.capHeightPx / capHeight_ * random.uniform(0.94, 1.06);
    const double wide = scale * style.aspect * aspect_ * random.uniform(0.92, 1.08);
    const double lean = style.slant + slant_ + random.normal(0.0, 0.03);
    const double turn = random.normal(0.0, 0.025);
    const double middleX = box.x + box.width / 2.0;
    const double reach = std::max(wide * box.width, scale * std::max(box.height, 40)) + 40.0;
    const cv::Size size(cvCeil(2 * reach), cvCeil(2 * reach));
    // Seen from the middle of the letter's foot: lean to the right with the height, then turn.
    const cv::Matx23d map(wide, -lean * scale, reach - wide * middleX + lean * scale * kBaseline, turn * wide,
                          scale, reach + 0.5 * reach - scale * kBaseline - turn * wide * middleX);
    cv::Mat picture;
    cv::warpAffine(letter, picture, map, size, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(0));
    picture = withStrokeWidth(bent(picture, style.capHeightPx * 0.025, random), style.strokePx);
    const cv::Rect ink = inkBox(picture) & cv::Rect(kShapeMargin, kShapeMargin, size.width - 2 * kShapeMargin,
                                                    size.height - 2 * kShapeMargin);
    if (ink.empty()) {
        return drawPlainSign(character, style, random);
    }
    LetterShape shape;
    shape.coverage = picture(cv::Rect(ink.x - kShapeMargin, ink.y - kShapeMargin,
                                      ink.width + 2 * kShapeMargin, ink.height + 2 * kShapeMargin))
                         .clone();
    shape.widthPx = ink.width;
    shape.topPx = 1.5 * reach - ink.y;
    return shape;
}

class TypeWriter : public Writer
{
public:
    explicit TypeWriter(std::string family) : family_(std::move(family))
    {
        capHeight_ = std::max(1, inkBox(renderLetter(family_, 'H')).height);
    }

    [[nodiscard]] std::string name() const override { return "typed:" + family_; }
    [[nodiscard]] double strokeShare() const override { return 0.0; }
    [[nodiscard]] bool isMachine() const override { return true; }
    [[nodiscard]] std::optional<LetterShape> draw(char character, const LetterStyle& style,
                                                  Random& random) override;

private:
    std::string family_;
    double capHeight_ = 1.0;
};

std::optional<LetterShape> TypeWriter::draw(char character, const LetterStyle& style, Random& random)
{
    const cv::Mat letter = renderLetter(family_, character);
    const cv::Rect box = inkBox(letter, 60);
    if (box.empty()) {
        return drawPlainSign(character, style, random);
    }
    const double scale = style.capHeightPx / capHeight_;
    const cv::Size size(cvCeil(box.width * scale * style.aspect), cvCeil(box.height * scale));
    cv::Mat ink;
    cv::resize(letter(box), ink, size, 0, 0, cv::INTER_AREA);
    LetterShape shape;
    cv::copyMakeBorder(ink, shape.coverage, kShapeMargin, kShapeMargin, kShapeMargin, kShapeMargin,
                       cv::BORDER_CONSTANT, cv::Scalar(0));
    shape.widthPx = size.width;
    shape.topPx = scale * (kBaseline - box.y);
    return shape;
}

} // namespace

std::vector<std::string> defaultHandwritingFonts()
{
    return {"Because We Connect", "Because We Create", "Because We Organize",
            "Because We Learn",   "Humor Sans",        "Rufscript"};
}

FontWriters::FontWriters(const std::string& fonts)
{
    if (std::filesystem::is_directory(fonts)) {
        families_ = familiesIn(fonts);
        if (families_.empty()) {
            throw Error(fonts + ": holds no .ttf or .otf files", ExitCode::installation);
        }
        return;
    }
    families_ = fonts.empty() ? defaultHandwritingFonts() : split(fonts);
    for (const std::string& family : families_) {
        if (!isInstalled(family)) {
            throw Error("font \"" + family + "\" is not installed: the default fonts are in Debian's " +
                            "fonts-bwht, fonts-humor-sans and fonts-rufscript",
                        ExitCode::installation);
        }
    }
}

TypeWriters::TypeWriters(const std::string& families) : families_(split(families))
{
    for (const std::string& family : families_) {
        if (!isInstalled(family)) {
            throw Error("font \"" + family + "\" is not installed", ExitCode::installation);
        }
    }
}

std::unique_ptr<Writer> TypeWriters::next(Random& random)
{
    return std::make_unique<TypeWriter>(random.pick(families_));
}

std::unique_ptr<Writer> FontWriters::next(Random& random)
{
    const std::string& family = random.pick(families_);
    const double slant = random.normal(0.0, 0.06);
    return std::make_unique<FontWriter>(family, slant, random.uniform(0.85, 1.15));
}

} // namespace scanstraat::synth
