// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "support/DrawnSheet.h"

#include <algorithm>
#include <vector>

namespace scanstraat::test {

constexpr double kFrameMm = 0.2; ///< an even number of pixels of the drawn sheet: its middle is exact

inline form::Field comb(PointMm at, int cells)
{
    form::Field field;
    field.writing = form::Writing::comb;
    field.frameMm = kFrameMm;
    field.box = {at.x, at.y, 5.0 * cells, 7.0};
    for (int i = 0; i < cells; ++i) {
        field.cells.push_back({at.x + 5.0 * i, at.y, 5.0, 7.0});
    }
    return field;
}

/// Square checkboxes of 4 mm, one below the other.
inline form::Field choice(PointMm at, int options)
{
    form::Field field;
    field.writing = form::Writing::checkboxes;
    field.frameMm = kFrameMm;
    field.box = {at.x, at.y, 4.0, 6.0 * options - 2.0};
    for (int i = 0; i < options; ++i) {
        field.options.push_back({"", "", {at.x, at.y + 6.0 * i, 4.0, 4.0}, form::BoxShape::square});
    }
    return field;
}

/// Combs, checkboxes, a box and a rule over the whole sheet.
inline form::Page pageWithFields()
{
    form::Page page;
    for (int row = 0; row < 9; ++row) {
        page.fields.push_back(comb({85.0 + 3.0 * (row % 3), 32.0 + 23.0 * row}, 9 + row % 4));
        page.fields.push_back(choice({28.0 + 2.0 * (row % 4), 34.0 + 24.5 * row}, 1 + row % 3));
    }
    page.printedBoxes.push_back({{80.0, 245.0, 95.0, 25.0}, kFrameMm, std::nullopt});
    page.printedLines.push_back({{20.0, 25.0}, {190.0, 25.0}, kFrameMm});
    return page;
}

/// The same kinds of fields in other places.
inline form::Page anotherPage()
{
    form::Page page;
    for (int row = 0; row < 7; ++row) {
        page.fields.push_back(comb({61.5 + 7.3 * (row % 2), 41.0 + 31.0 * row}, 14 - row % 3));
        page.fields.push_back(choice({171.0 - 5.7 * (row % 3), 51.0 + 29.0 * row}, 2));
    }
    return page;
}

inline void fillMm(cv::Mat& sheet, const RectMm& area, int grey)
{
    const auto pixel = [](double mm) { return cvRound(mm * kFinePixelsPerMm); };
    const cv::Rect place(cv::Point(pixel(area.x), pixel(area.y)),
                         cv::Point(pixel(area.right()), pixel(area.bottom())));
    sheet(place & cv::Rect({0, 0}, sheet.size())).setTo(grey);
}

/// A dark line along x or y whose middle is between both points.
inline void drawLine(cv::Mat& sheet, PointMm from, PointMm to, double widthMm = kFrameMm)
{
    fillMm(sheet, RectMm{from.x, from.y, to.x - from.x, to.y - from.y}.grown(widthMm / 2), 40);
}

/// The frame of which `middle` is the middle of the line.
inline void drawFrame(cv::Mat& sheet, const RectMm& middle)
{
    drawLine(sheet, {middle.x, middle.y}, {middle.right(), middle.y});
    drawLine(sheet, {middle.x, middle.bottom()}, {middle.right(), middle.bottom()});
    drawLine(sheet, {middle.x, middle.y}, {middle.x, middle.bottom()});
    drawLine(sheet, {middle.right(), middle.y}, {middle.right(), middle.bottom()});
}

/// The page without text, at kFinePixelsPerMm.
inline cv::Mat drawPage(const form::Page& page)
{
    cv::Mat sheet = drawSheet({});
    for (const form::Field& field : page.fields) {
        for (const RectMm& cell : field.cells) {
            drawFrame(sheet, cell);
        }
        for (const form::Option& option : field.options) {
            drawFrame(sheet, option.box.grown(-kFrameMm / 2));
        }
    }
    for (const form::PrintedBox& box : page.printedBoxes) {
        drawFrame(sheet, box.area);
    }
    for (const form::PrintedLine& line : page.printedLines) {
        drawLine(sheet, line.from, line.to);
    }
    return sheet;
}

/// Strokes of a pen, mostly upright and lying, in and across the fields.
inline void writeOver(cv::Mat& sheet, const form::Page& page)
{
    cv::RNG random(11);
    for (const form::Field& field : page.fields) {
        for (double x = field.box.x; x < field.box.right(); x += 5.0) {
            const cv::Point2d middle(x + random.uniform(1.0, 4.0), field.box.y + random.uniform(1.0, 6.0));
            const cv::Size size(cvRound(random.uniform(5.0, 40.0)), cvRound(random.uniform(20.0, 90.0)));
            cv::ellipse(sheet, middle * kFinePixelsPerMm, size, random.uniform(-30.0, 30.0), 0,
                        random.uniform(90.0, 360.0), cv::Scalar(60), 9, cv::LINE_AA);
        }
    }
}

/// How a drawn sheet is scanned.
struct ScanLook
{
    double dpi = 300;
    double degrees = 0.6;
    double noise = 8.0; ///< standard deviation in grey levels
    bool bitonal = false;
};

struct Scan
{
    page::PageImage image;
    cv::Matx23d truth; ///< millimetres to pixels
};

inline Scan scan(const cv::Mat& sheet, const ScanLook& look = {})
{
    const double pixelsPerMm = look.dpi / 25.4;
    const cv::Size size(cvRound(218 * pixelsPerMm), cvRound(305 * pixelsPerMm));
    const cv::Matx23d truth = sheetMap(pixelsPerMm, look.degrees, size);
    cv::Mat soft;
    cv::GaussianBlur(sheet, soft, {}, 1.0); // the scanner's optics
    cv::Mat grey;
    scanSheet(soft, kFinePixelsPerMm, truth, size).convertTo(grey, CV_32F);
    cv::Mat noise(size, CV_32F);
    cv::RNG(5).fill(noise, cv::RNG::NORMAL, -10.0, look.noise);
    cv::Mat(grey + noise).convertTo(grey, CV_8U);
    if (look.bitonal) {
        grey = grey > 140;
    }
    page::PageImage image{grey, Dpi{look.dpi}, look.bitonal, {1, 1}};
    page::addHalves(image);
    return {image, truth};
}

/// How a map is wrong: stretched and turned about a place, then shifted.
struct Wrong
{
    PointMm shift;
    double stretchX = 0.0;
    double stretchY = 0.0;
    double degrees = 0.0;
    PointMm about{105.0, 148.5};
};

inline cv::Matx23d wrongMap(const cv::Matx23d& truth, const Wrong& wrong)
{
    const double angle = wrong.degrees * std::numbers::pi / 180.0;
    const double a = std::cos(angle) * (1 + wrong.stretchX);
    const double b = -std::sin(angle) * (1 + wrong.stretchY);
    const double d = std::sin(angle) * (1 + wrong.stretchX);
    const double e = std::cos(angle) * (1 + wrong.stretchY);
    const PointMm about = wrong.about;
    return truth * cv::Matx33d(a, b, about.x + wrong.shift.x - a * about.x - b * about.y, //
                               d, e, about.y + wrong.shift.y - d * about.x - e * about.y, //
                               0, 0, 1);
}

} // namespace scanstraat::test
