// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "marks/InkColour.h"
#include "page/RegisteredPage.h"

#include <opencv2/imgproc.hpp>

namespace scanstraat::marks {

/// A small sheet at 12 pixels a millimetre (305 dpi) with printed boxes, to draw marks on.
class TestPage
{
public:
    static constexpr double kScale = 12.0;

    explicit TestPage(int boxes, double side = 4.0)
    {
        field.id = "test.1";
        field.writing = form::Writing::checkboxes;
        for (int i = 0; i < boxes; ++i) {
            form::Option option;
            option.id = std::string(1, static_cast<char>('a' + i));
            option.box = {10.0, 8.0 + i * side * 1.8, side, side};
            field.options.push_back(option);
            line({option.box.x, option.box.y}, {option.box.right(), option.box.y}, field.frameMm, 30);
            line({option.box.right(), option.box.y}, {option.box.right(), option.box.bottom()}, field.frameMm,
                 30);
            line({option.box.right(), option.box.bottom()}, {option.box.x, option.box.bottom()},
                 field.frameMm, 30);
            line({option.box.x, option.box.bottom()}, {option.box.x, option.box.y}, field.frameMm, 30);
            const cv::Point label(pixel(option.box.right() + 2.0), pixel(option.box.bottom() - 0.6));
            cv::putText(grey, "Nederlands", label, cv::FONT_HERSHEY_SIMPLEX, 1.0, cv::Scalar(30), 2,
                        cv::LINE_AA);
        }
    }

    /// Corner of a box, 0..1 across and down; beyond that: outside.
    [[nodiscard]] PointMm at(int box, double x, double y) const
    {
        const RectMm& frame = field.options[static_cast<std::size_t>(box)].box;
        return {frame.x + x * frame.width, frame.y + y * frame.height};
    }

    void line(PointMm from, PointMm to, double widthMm, int value)
    {
        cv::line(grey, {pixel(from.x), pixel(from.y)}, {pixel(to.x), pixel(to.y)}, cv::Scalar(value),
                 std::max(1, pixel(widthMm)), cv::LINE_AA);
        const double dark = 255.0 * (1.0 - value / 240.0);
        cv::line(chroma_, {pixel(from.x), pixel(from.y)}, {pixel(to.x), pixel(to.y)},
                 cv::Scalar(128 + colour_.cb * dark, 128 + colour_.cr * dark), std::max(1, pixel(widthMm)));
    }

    /// Takes the labels away: they are printed, but layout() does not know of them.
    void eraseText() { grey.colRange(pixel(field.options.front().box.right() + 0.5), grey.cols).setTo(240); }

    /// What is drawn from now on has that colour, and the scan is one with colours.
    void dip(const InkColour& ink)
    {
        colour_ = ink;
        isColoured_ = true;
    }

    void cross(int box, double widthMm, int value, double over = 0.0)
    {
        line(at(box, 0.1 - over, 0.1 - over), at(box, 0.9 + over, 0.9 + over), widthMm, value);
        line(at(box, 0.9 + over, 0.1 - over), at(box, 0.1 - over, 0.9 + over), widthMm, value);
    }

    void blacken(int box, int value, double over = 0.0)
    {
        const PointMm from = at(box, 0.0, 0.0);
        const PointMm to = at(box, 1.0, 1.0);
        cv::rectangle(grey, cv::Point(pixel(from.x - over), pixel(from.y - over)),
                      cv::Point(pixel(to.x + over), pixel(to.y + over)), cv::Scalar(value), cv::FILLED);
    }

    /// A page with just this field.
    [[nodiscard]] form::Page layout() const
    {
        form::Page page;
        page.fields.push_back(field);
        return page;
    }

    /// As a scanner sees it; `errorMm`: the registration is that far off in x and y.
    [[nodiscard]] page::RegisteredPage scanned(double noise = 3.0, double errorMm = 0.0,
                                               bool bitonal = false) const
    {
        page::PageImage image;
        cv::GaussianBlur(grey, image.grey, {}, 0.8);
        cv::Mat spread(image.grey.size(), CV_16S);
        cv::RNG random(7);
        random.fill(spread, cv::RNG::NORMAL, 0.0, noise);
        cv::add(image.grey, spread, image.grey, cv::noArray(), CV_8U);
        if (bitonal) {
            image.grey = image.grey > 170;
            image.bitonal = true;
        }
        if (isColoured_ && !bitonal) {
            cv::Mat smooth;
            cv::GaussianBlur(chroma_, smooth, {}, 0.8);
            image.chroma = page::halved(smooth);
        }
        image.dpi = {kScale * 25.4};
        page::addHalves(image);
        reading::Registration registration;
        registration.mmToPixel = {kScale, 0, errorMm * kScale, 0, kScale, errorMm * kScale};
        return {image, registration};
    }

    static int pixel(double mm) { return cvRound(mm * kScale); }

    form::Field field;
    cv::Mat grey = cv::Mat(pixel(60), pixel(60), CV_8U, cv::Scalar(240));

private:
    cv::Mat chroma_ = cv::Mat(grey.size(), CV_8UC2, cv::Scalar(128, 128));
    InkColour colour_;
    bool isColoured_ = false;
};

} // namespace scanstraat::marks
