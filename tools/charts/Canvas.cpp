// SPDX-License-Identifier: EUPL-1.2
#include "charts/Canvas.h"

#include "base/Error.h"
#include "print/Typesetter.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

#include <fstream>

namespace scanstraat::charts {

namespace {

constexpr std::size_t kMostBytes = 395'000;

void setColour(cairo_t* cairo, Colour colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

/// Fewer levels a channel: as many as `bits` can tell apart, black and white among them.
cv::Mat withLevels(const cv::Mat& picture, int bits)
{
    cv::Mat table(1, 256, CV_8U);
    const int last = (1 << bits) - 1;
    for (int i = 0; i < 256; ++i) {
        table.at<uchar>(i) = cv::saturate_cast<uchar>(cvRound(i * last / 255.0) * 255.0 / last);
    }
    cv::Mat result;
    cv::LUT(picture, table, result);
    return result;
}

} // namespace

void Canvas::Free::operator()(cairo_t* cairo) const
{
    cairo_destroy(cairo);
}

Canvas::Canvas(int width, int height) : pixels_(height, width, CV_8UC4, cv::Scalar::all(255))
{
    cairo_surface_t* surface = cairo_image_surface_create_for_data(pixels_.data, CAIRO_FORMAT_RGB24, width,
                                                                   height, static_cast<int>(pixels_.step[0]));
    cairo_.reset(cairo_create(surface));
    cairo_surface_destroy(surface); // the context holds it
}

Canvas::~Canvas() = default;

void Canvas::text(cv::Point2d at, const std::string& words, const TextLook& look)
{
    PangoLayout* layout = pango_cairo_create_layout(cairo_.get());
    PangoFontDescription* font = pango_font_description_from_string(print::kTypeface);
    pango_font_description_set_absolute_size(font, look.sizePx * 1.33 * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, words.c_str(), -1);
    if (look.mostWidth > 0) {
        pango_layout_set_width(layout, look.mostWidth * PANGO_SCALE);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    int width = 0;
    pango_layout_get_pixel_size(layout, &width, nullptr);
    const double shift = look.align == Align::left ? 0.0 : look.align == Align::centre ? width / 2.0 : width;
    setColour(cairo_.get(), look.colour);
    cairo_move_to(cairo_.get(), at.x - shift, at.y);
    pango_cairo_show_layout(cairo_.get(), layout);
    pango_font_description_free(font);
    g_object_unref(layout);
}

void Canvas::line(const std::vector<cv::Point2d>& points, double width, Colour colour)
{
    setColour(cairo_.get(), colour);
    cairo_set_line_width(cairo_.get(), width);
    cairo_set_line_join(cairo_.get(), CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cairo_.get());
    for (const cv::Point2d& point : points) {
        cairo_line_to(cairo_.get(), point.x, point.y);
    }
    cairo_stroke(cairo_.get());
}

void Canvas::dashes(cv::Point2d from, cv::Point2d to, Colour colour)
{
    const double pattern[] = {5.0, 4.0};
    cairo_set_dash(cairo_.get(), pattern, 2, 0.0);
    line({from, to}, 1.2, colour);
    cairo_set_dash(cairo_.get(), nullptr, 0, 0.0);
}

void Canvas::box(const cv::Rect2d& area, Colour colour)
{
    setColour(cairo_.get(), colour);
    cairo_rectangle(cairo_.get(), area.x, area.y, area.width, area.height);
    cairo_fill(cairo_.get());
}

void Canvas::dot(cv::Point2d at, double radius, Colour colour)
{
    setColour(cairo_.get(), colour);
    cairo_new_path(cairo_.get());
    cairo_arc(cairo_.get(), at.x, at.y, radius, 0.0, 2 * CV_PI);
    cairo_fill(cairo_.get());
}

void Canvas::frame(double x, double y, double width, double height, Colour colour)
{
    setColour(cairo_.get(), colour);
    cairo_set_line_width(cairo_.get(), 1.0);
    cairo_rectangle(cairo_.get(), x, y, width, height);
    cairo_stroke(cairo_.get());
}

void Canvas::picture(const cv::Mat& bgr, double x, double y)
{
    cairo_surface_flush(cairo_get_target(cairo_.get()));
    const cv::Rect wanted({cvRound(x), cvRound(y)}, bgr.size());
    const cv::Rect place = wanted & cv::Rect({0, 0}, pixels_.size());
    cv::Mat four;
    cv::cvtColor(bgr, four, cv::COLOR_BGR2BGRA);
    four(place - wanted.tl()).copyTo(pixels_(place));
    cairo_surface_mark_dirty(cairo_get_target(cairo_.get()));
}

void Canvas::save(const std::filesystem::path& file) const
{
    cairo_surface_flush(cairo_get_target(cairo_.get()));
    cv::Mat picture;
    cv::cvtColor(pixels_, picture, cv::COLOR_BGRA2BGR);
    std::vector<uchar> bytes;
    const std::vector<int> settings{cv::IMWRITE_PNG_COMPRESSION, 6};
    cv::imencode(".png", picture, bytes, settings);
    for (int bits = 5; bits >= 2 && bytes.size() > kMostBytes; --bits) {
        cv::imencode(".png", withLevels(picture, bits), bytes, settings);
    }
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) {
        throw Error(file.string() + ": cannot be written", ExitCode::output);
    }
}

} // namespace scanstraat::charts
