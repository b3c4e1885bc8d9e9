// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ident/PrintedLine.h"

#include <cairo.h>
#include <opencv2/imgproc.hpp>

#include <memory>
#include <string>

namespace scanstraat::test {

/// A line of type as it is scanned and cut out.
struct DrawnLine
{
    std::string text;
    std::string family = "Open Sans";
    double dpi = 300;
    bool bitonal = false;
    double sizePt = 8.0;
};

inline cv::Mat drawText(const DrawnLine& line, double em, cv::Size size)
{
    cv::Mat grey(size, CV_8UC1, cv::Scalar(255));
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_A8, size.width, size.height), cairo_surface_destroy);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()),
                                                                   cairo_destroy);
    cairo_select_font_face(cairo.get(), line.family.c_str(), CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo.get(), em);
    cairo_move_to(cairo.get(), em, em * ident::kLineAbove / ident::kLineEm);
    cairo_show_text(cairo.get(), line.text.c_str());
    cairo_surface_flush(surface.get());
    const cv::Mat ink(size, CV_8UC1, cairo_image_surface_get_data(surface.get()),
                      static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())));
    cv::subtract(cv::Scalar(240), ink * 0.8, grey);
    return grey;
}

inline cv::Mat cutLine(const DrawnLine& line)
{
    const double em = line.sizePt * line.dpi / 72.0;
    const double scale = ident::kLineEm / em;
    const cv::Size size(cvRound(em * (2.0 + 0.8 * static_cast<double>(line.text.size()))),
                        cvRound((ident::kLineAbove + ident::kLineBelow) / scale));
    cv::Mat grey = drawText(line, em, size);
    cv::GaussianBlur(grey, grey, {0, 0}, 0.5);
    if (line.bitonal) {
        cv::threshold(grey, grey, 150, 255, cv::THRESH_BINARY);
    }
    cv::resize(grey, grey, {cvRound(size.width * scale), ident::kLineAbove + ident::kLineBelow}, 0, 0,
               cv::INTER_LINEAR);
    return grey;
}

} // namespace scanstraat::test
