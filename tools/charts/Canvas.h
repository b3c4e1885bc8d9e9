// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

typedef struct _cairo cairo_t; // NOLINT(bugprone-reserved-identifier): Cairo's own name

namespace scanstraat::charts {

struct Colour
{
    double red = 0.0;
    double green = 0.0;
    double blue = 0.0;
};
inline constexpr Colour kDark{0.13, 0.13, 0.15};
inline constexpr Colour kMiddleGrey{0.42, 0.42, 0.45};
inline constexpr Colour kPaleGrey{0.82, 0.82, 0.84};
inline constexpr Colour kWhite{1.0, 1.0, 1.0};

/// What text refers to.
enum class Align { left, centre, right };

struct TextLook
{
    double sizePx = 12.0;
    Colour colour = kDark;
    Align align = Align::left;
    int mostWidth = 0; ///< pixels; longer text is cut with an ellipsis; 0: any
};

/// A white picture to draw charts and contact sheets on; places in pixels.
class Canvas
{
public:
    Canvas(int width, int height);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// `at`: the top of the text, at its left, middle or right.
    void text(cv::Point2d at, const std::string& words, const TextLook& look);
    void line(const std::vector<cv::Point2d>& points, double width, Colour colour);
    void dashes(cv::Point2d from, cv::Point2d to, Colour colour);
    void box(const cv::Rect2d& area, Colour colour);
    void dot(cv::Point2d at, double radius, Colour colour);
    void frame(double x, double y, double width, double height, Colour colour);
    /// An 8-bit BGR picture, pixel by pixel.
    void picture(const cv::Mat& bgr, double x, double y);

    /// Writes a PNG file of less than 400 KB: with fewer levels of colour where it must. Throws
    /// scanstraat::Error with ExitCode::output.
    void save(const std::filesystem::path& file) const;

private:
    struct Free
    {
        void operator()(cairo_t* cairo) const;
    };

    cv::Mat pixels_; ///< what Cairo draws on: BGRX
    std::unique_ptr<cairo_t, Free> cairo_;
};

} // namespace scanstraat::charts
