// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"
#include "page/SheetMap.h"
#include "support/DrawnSheet.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::test {

/// What a pen leaves.
struct Pen
{
    double widthMm = 0.5;
    int grey = 50; ///< paper is 255
};

/// A printed sheet that somebody writes on and that is scanned. Only the strip of form millimetres
/// x 75 .. 135, y 128 .. 169 gets into the scan, so that tests stay quick.
class WrittenSheet
{
public:
    WrittenSheet() : sheet_(drawSheet({})) {}

    /// The outlines of frames, each line 0.25 mm wide in the middle of the frame's side.
    void printFrames(std::span<const RectMm> frames, PointMm shift = {})
    {
        for (const RectMm& frame : frames) {
            const RectMm r = frame.shifted(shift);
            cv::rectangle(sheet_, toFine({r.x, r.y}), toFine({r.right(), r.bottom()}), 40,
                          cvRound(0.25 * kScale));
        }
    }

    void stroke(PointMm from, PointMm to, Pen pen = {})
    {
        cv::line(sheet_, toFine(from), toFine(to), pen.grey, cvRound(pen.widthMm * kScale), cv::LINE_AA);
    }

    void dot(PointMm centre, double diameterMm, int grey = 50)
    {
        cv::circle(sheet_, toFine(centre), cvRound(diameterMm * kScale / 2), grey, cv::FILLED, cv::LINE_AA);
    }

    void blacken(const RectMm& area)
    {
        sheet_(cv::Rect(toFine({area.x, area.y}), toFine({area.right(), area.bottom()}))).setTo(50);
    }

    /// Paper over what is there.
    void cover(const RectMm& area)
    {
        sheet_(cv::Rect(toFine({area.x, area.y}), toFine({area.right(), area.bottom()}))).setTo(255);
    }

    /// Text whose ink begins at `at.x` and stands on `at.y`, its capitals `capitalMm` high.
    void write(const std::string& text, PointMm at, double capitalMm = 4.5, Pen pen = {})
    {
        constexpr double kCapitalAtScaleOne = 21.0; // pixels, of this typeface
        const double scale = (capitalMm - pen.widthMm) * kScale / kCapitalAtScaleOne;
        cv::Mat canvas(cvRound(3 * capitalMm * kScale), sheet_.cols, CV_8UC1, cv::Scalar(0));
        const int baseline = cvRound(2 * capitalMm * kScale);
        cv::putText(canvas, text, {100, baseline - cvRound(pen.widthMm * kScale / 2)},
                    cv::FONT_HERSHEY_SIMPLEX, scale, 255, cvRound(pen.widthMm * kScale), cv::LINE_AA);
        const cv::Rect ink = cv::boundingRect(canvas);
        const cv::Rect place(toFine(at) + cv::Point(0, ink.y - baseline), ink.size());
        sheet_(place).setTo(pen.grey, canvas(ink) > 127);
    }

    /// The characters one by one, their left sides `pitchMm` apart; a space leaves its place free.
    void writeApart(const std::string& text, PointMm at, double pitchMm, Pen pen = {})
    {
        for (const char character : text) {
            if (character != ' ') {
                write(std::string(1, character), at, 4.5, pen);
            }
            at.x += pitchMm;
        }
    }

    /// The sheet at 300 dpi, 0.6 degrees askew, with a scanner's blur and noise.
    [[nodiscard]] page::RegisteredPage scan(bool bitonal = false) const
    {
        const cv::Size size(708, 484);
        const cv::Matx23d map = sheetMap(300 / 25.4, 0.6, size);
        cv::Mat grey = scanSheet(sheet_, kScale, map, size);
        cv::GaussianBlur(grey, grey, {}, 0.7);
        cv::Mat noise(size, CV_16SC1);
        cv::RNG random(7);
        random.fill(noise, cv::RNG::NORMAL, -8, 4);
        cv::add(grey, noise, grey, cv::noArray(), CV_8U);
        if (bitonal) {
            cv::threshold(grey, grey, 150, 255, cv::THRESH_BINARY);
        }
        return {{grey, Dpi{300}, bitonal, {1, 1}}, page::registrationOf(map)};
    }

private:
    static constexpr double kScale = kFinePixelsPerMm;

    static cv::Point toFine(PointMm p) { return {cvRound(p.x * kScale), cvRound(p.y * kScale)}; }

    cv::Mat sheet_;
};

constexpr double kCellMm = 5.3;

/// A comb at (80, 145), cells as on the forms.
inline form::Field combField(std::size_t cells, form::FieldKind kind = form::FieldKind::name)
{
    form::Field field;
    field.id = "1.2.3";
    field.kind = kind;
    field.writing = form::Writing::comb;
    field.box = {80, 145, kCellMm * static_cast<double>(cells), 7};
    for (std::size_t i = 0; i < cells; ++i) {
        field.cells.push_back({80 + kCellMm * static_cast<double>(i), 145, kCellMm, 7});
    }
    field.groups = {static_cast<int>(cells)};
    return field;
}

/// Writing lines of 7 mm in a box at (80, 140), 50 mm wide.
inline form::Field lineField(std::size_t lines, form::FieldKind kind = form::FieldKind::name)
{
    form::Field field;
    field.id = "1.2.4";
    field.kind = kind;
    field.writing = form::Writing::lines;
    field.box = {80, 140, 50, 8.0 * static_cast<double>(lines)};
    for (std::size_t i = 0; i < lines; ++i) {
        field.lines.push_back({80.5, 140.5 + 8.0 * static_cast<double>(i), 49, 7});
    }
    return field;
}

/// The frames that are printed around a field.
inline std::vector<RectMm> printedFrames(const form::Field& field)
{
    if (field.writing == form::Writing::comb) {
        return field.cells;
    }
    std::vector<RectMm> frames;
    for (const RectMm& line : field.lines) {
        frames.push_back(line.grown(0.5));
    }
    return frames;
}

/// Left end of the baseline of a character in that cell of a comb.
inline PointMm inCell(std::size_t cell)
{
    return {80 + kCellMm * static_cast<double>(cell) + 1.1, 150.7};
}

/// A sheet with the field's frame and nothing written.
inline WrittenSheet sheetWith(const form::Field& field, PointMm shift = {})
{
    WrittenSheet sheet;
    sheet.printFrames(printedFrames(field), shift);
    return sheet;
}

} // namespace scanstraat::test
