// SPDX-License-Identifier: EUPL-1.2
// Both grids hold the share of ink in cells of 2 mm. The expected one is painted from the template's
// texts, lines and boxes; text counts as an even grey over its x-height. Writing is unknown, so cells
// inside answers weigh nothing. Fails where two pages are printed alike: then the footer must decide.
#include "ident/LayoutPrint.h"

#include "base/Units.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::ident {

namespace {

constexpr double kCellMm = LayoutPrint::kCellMm;
constexpr int kColumns = 105;
constexpr int kRows = 149;
constexpr int kFine = 4;           ///< painted finer, then averaged: 0.5 mm
constexpr double kTextInk = 0.30;  ///< ink share of a line of text between baseline and x-height
constexpr double kRimMm = 12.0;    ///< borders of copiers and scanners, punch holes
constexpr double kNothing = 0.02;  ///< ink share of a cell without print
constexpr double kSurePrint = 0.1; ///< and of one that has some, text or line
constexpr double kBlurCells = 0.8;
constexpr std::size_t kHalves = 3;
constexpr double kPaperMm = 20.0;  ///< paper shows somewhere in a square of that side
constexpr double kLeastInk = 30.0; ///< grey levels below paper: scanner noise and shading stay under it
constexpr double kFullInk = 160.0;
constexpr double kBlack = 0.4;   ///< of the paper's brightness: darker is black
constexpr double kSolidMm = 9.0; ///< nothing that is printed here is black over a square of that side
constexpr double kShadeMm = 2.0; ///< how far such an area fades into the paper

class Painter
{
public:
    Painter() : fine_(cv::Mat::zeros(kRows * kFine, kColumns * kFine, CV_32F)) {}

    /// Adds `ink` (0..1) over the area; parts of a cell count by their share.
    void add(const RectMm& area, double ink)
    {
        const double perMm = kFine / kCellMm;
        const int left = cvFloor(area.x * perMm);
        const int top = cvFloor(area.y * perMm);
        const int right = std::max(left + 1, cvCeil(area.right() * perMm));
        const int bottom = std::max(top + 1, cvCeil(area.bottom() * perMm));
        const double painted = static_cast<double>(right - left) * (bottom - top) / (perMm * perMm);
        const double share = ink * std::max(1e-6, area.width * area.height) / painted;
        const cv::Rect cells =
            cv::Rect(left, top, right - left, bottom - top) & cv::Rect(0, 0, fine_.cols, fine_.rows);
        if (!cells.empty()) {
            fine_(cells) = cv::max(fine_(cells), std::min(1.0, share));
        }
    }

    void addOutline(const RectMm& area, double lineMm)
    {
        add({area.x, area.y, area.width, lineMm}, 1.0);
        add({area.x, area.bottom() - lineMm, area.width, lineMm}, 1.0);
        add({area.x, area.y, lineMm, area.height}, 1.0);
        add({area.right() - lineMm, area.y, lineMm, area.height}, 1.0);
    }

    [[nodiscard]] cv::Mat grid() const
    {
        cv::Mat result;
        cv::resize(fine_, result, {kColumns, kRows}, 0, 0, cv::INTER_AREA);
        return result;
    }

private:
    cv::Mat fine_;
};

void paintText(Painter& painter, const form::PrintedText& text)
{
    const double height = pointsToMm(text.sizePt);
    painter.add({text.at.x, text.at.y - 0.6 * height, text.widthMm, 0.65 * height}, kTextInk);
}

void paintField(Painter& painter, const form::Field& field)
{
    for (const RectMm& cell : field.cells) {
        painter.addOutline(cell, field.frameMm);
    }
    for (const form::Option& option : field.options) {
        painter.addOutline(option.box, field.frameMm);
    }
}

cv::Mat blurred(const cv::Mat& grid)
{
    cv::Mat result;
    cv::GaussianBlur(grid, result, {0, 0}, kBlurCells);
    return result;
}

void mask(cv::Mat& weight, const RectMm& area)
{
    const cv::Rect cells =
        cv::Rect(cv::Point(cvFloor(area.x / kCellMm), cvFloor(area.y / kCellMm)),
                 cv::Point(cvCeil(area.right() / kCellMm), cvCeil(area.bottom() / kCellMm))) &
        cv::Rect(0, 0, kColumns, kRows);
    weight(cells).setTo(0.0F);
}

cv::Mat square(double sideMm, double pixelsPerMm)
{
    const int side = 2 * cvRound(sideMm / 2 * pixelsPerMm) + 1;
    return cv::getStructuringElement(cv::MORPH_RECT, {side, side});
}

/// Large black areas, 255 there: the scanner's bed and border, and what a dark corner is in a black and white
/// scan. Nothing can be seen there, so it is no ink.
cv::Mat solidBlack(const cv::Mat& grey, const cv::Mat& paper, double pixelsPerMm)
{
    double brightest = 0.0;
    cv::minMaxLoc(paper, nullptr, &brightest);
    cv::Mat solid = grey < kBlack * brightest;
    cv::erode(solid, solid, square(kSolidMm, pixelsPerMm));
    cv::dilate(solid, solid, square(kSolidMm + 2 * kShadeMm, pixelsPerMm));
    return solid;
}

} // namespace

PageInk::PageInk(const page::PageImage& image)
{
    const page::Overview overview = page::overviewOf(image);
    const cv::Mat grey = page::halved(overview.grey);
    shrink_ = 2 * overview.shrink;
    const double pixelsPerMm = image.dpi.pixelsPerMm() / shrink_;
    cv::Mat paper = page::halved(page::halved(grey));
    cv::dilate(paper, paper, square(kPaperMm, pixelsPerMm / 4));
    solid_ = solidBlack(grey, paper, pixelsPerMm);
    cv::resize(paper, paper, grey.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat dark;
    cv::subtract(paper, grey, dark);
    constexpr double kGain = 255.0 / (kFullInk - kLeastInk);
    // RegisteredPage takes white for what lies outside the scan, so ink is black here, too.
    dark.convertTo(ink_.grey, CV_8U, kGain, -kGain * kLeastInk);
    cv::bitwise_not(ink_.grey, ink_.grey);
    ink_.grey.setTo(255, solid_);
    ink_.dpi = Dpi{image.dpi.value / shrink_};
    for (cv::Mat last = ink_.grey; ink_.halves.size() < kHalves && std::min(last.cols, last.rows) > 1;
         last = ink_.halves.back()) {
        ink_.halves.push_back(page::halved(last));
    }
}

cv::Mat PageInk::cells(reading::Registration registration, const RectMm& area, double cellMm) const
{
    for (double& value : registration.mmToPixel) {
        value /= shrink_;
    }
    const page::RegisteredPage page(ink_, registration);
    cv::Mat cells;
    page.cut(area, 1.0 / cellMm).convertTo(cells, CV_32F, -1.0 / 255.0, 1.0);
    return cells;
}

cv::Mat PageInk::grid(reading::Registration registration) const
{
    const RectMm sheet{0, 0, kColumns * kCellMm, kRows * kCellMm};
    cv::Mat grid;
    cv::resize(cells(registration, sheet, kCellMm / 2), grid, {kColumns, kRows}, 0, 0, cv::INTER_AREA);
    return blurred(grid);
}

cv::Mat PageInk::visible(const reading::Registration& registration) const
{
    const cv::Rect scan({0, 0}, solid_.size());
    const cv::Matx23d map(registration.mmToPixel.data());
    cv::Mat_<uchar> cells(kRows, kColumns);
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const cv::Vec2d at =
                map * cv::Vec3d((column + 0.5) * kCellMm, (row + 0.5) * kCellMm, 1.0) / shrink_;
            const cv::Point pixel(cvFloor(at[0]), cvFloor(at[1]));
            cells(row, column) = scan.contains(pixel) && solid_.at<uchar>(pixel) == 0 ? 255 : 0;
        }
    }
    return cells;
}

LayoutPrint::LayoutPrint(const form::Page& page)
{
    Painter painter;
    for (const form::PrintedText& text : page.texts) {
        if (!text.white) {
            paintText(painter, text);
        }
    }
    for (const form::PrintedLine& line : page.printedLines) {
        const double half = line.widthMm / 2;
        painter.add({std::min(line.from.x, line.to.x) - half, std::min(line.from.y, line.to.y) - half,
                     std::abs(line.to.x - line.from.x) + line.widthMm,
                     std::abs(line.to.y - line.from.y) + line.widthMm},
                    1.0);
    }
    for (const form::PrintedBox& box : page.printedBoxes) {
        if (box.grey && *box.grey < 0.6) {
            painter.add(box.area, 1.0);
        }
        if (box.lineMm > 0) {
            painter.addOutline(box.area, box.lineMm);
        }
    }
    if (page.barcode) {
        painter.add(page.barcode->zone, 0.5);
    }
    for (const form::Field& field : page.fields) {
        paintField(painter, field);
    }
    weight_ = cv::Mat::ones(kRows, kColumns, CV_32F);
    for (const form::Field& field : page.fields) {
        if (field.writing != form::Writing::checkboxes) {
            mask(weight_, field.box);
        }
    }
    for (const form::AdjustmentField& mark : page.adjustmentFields) {
        const double half = mark.sizeMm / 2 + kCellMm;
        mask(weight_, {mark.centre.x - half, mark.centre.y - half, 2 * half, 2 * half});
    }
    total_ = cv::sum(weight_)[0];
    printed_ = clipped(blurred(painter.grid()));
    cv::Mat printed;
    cv::dilate(printed_, printed, cv::getStructuringElement(cv::MORPH_RECT, {5, 5})); // 4 mm around print
    cv::Mat(printed < kNothing).convertTo(free_, CV_32F, 1.0 / 255.0);
    free_ = free_.mul(weight_);
    mask(free_, {0, 0, kRimMm, kRows * kCellMm});
    mask(free_, {kColumns * kCellMm - kRimMm, 0, kRimMm, kRows * kCellMm});
    mask(free_, {0, 0, kColumns * kCellMm, kRimMm});
    mask(free_, {0, kRows * kCellMm - kRimMm, kColumns * kCellMm, kRimMm});
    expected_ = (printed_ - printed_.dot(weight_) / total_).mul(weight_);
    expectedNorm_ = std::sqrt(expected_.dot(expected_));
}

cv::Mat LayoutPrint::pooled(const cv::Mat& grid, cv::Size size, int pool)
{
    cv::Mat whole;
    cv::copyMakeBorder(grid, whole, 0, size.height * pool - grid.rows, 0, size.width * pool - grid.cols,
                       cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat result;
    cv::resize(whole, result, size, 0, 0, cv::INTER_AREA);
    return result;
}

cv::Mat LayoutPrint::clipped(const cv::Mat& ink)
{
    constexpr double kMostInk = 0.15;
    return cv::min(ink, kMostInk);
}

double LayoutPrint::missingPrint(const cv::Mat& observed, const cv::Mat& visible) const
{
    const cv::Mat sought = (printed_ > kSurePrint) & (weight_ > 0.5) & visible;
    const cv::Mat missing = sought & (observed < kNothing);
    const int all = cv::countNonZero(sought);
    return all > 0 ? static_cast<double>(cv::countNonZero(missing)) / all : 0.0;
}

double LayoutPrint::foreignInk(const cv::Mat& observed) const
{
    return observed.dot(free_) * kCellMm * kCellMm;
}

/// The correlation's sums written out: the weights are 0 and 1, and the expected deviations sum to 0.
double LayoutPrint::similarity(const cv::Mat& observed) const
{
    const cv::Mat weighted = clipped(observed).mul(weight_);
    const double sum = cv::sum(weighted)[0];
    const double variation = std::max(0.0, weighted.dot(weighted) - sum * sum / total_);
    const double norm = std::sqrt(variation) * expectedNorm_;
    return norm > 1e-9 ? weighted.dot(expected_) / norm : 0.0;
}

} // namespace scanstraat::ident
