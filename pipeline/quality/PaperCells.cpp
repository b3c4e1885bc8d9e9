// SPDX-License-Identifier: EUPL-1.2
#include "quality/PaperCells.h"

#include "page/GreyHistogram.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::quality {

namespace {

constexpr double kCellMm = 1.2;
constexpr double kPaperMm = 2.5; ///< half the side of the square in which paper shows between lines of text

/// Paper of that grey has no room below for ink: the readers need some 50 levels (kFormLimits).
constexpr double kDarkPaper = 60.0;

/// Each cell the mean of a square of whole pixels; what is left over at the end is left out.
cv::Mat averaged(const cv::Mat& grey, int side)
{
    const cv::Size cells(std::max(1, grey.cols / side), std::max(1, grey.rows / side));
    const cv::Rect used = cv::Rect({0, 0}, cells * side) & cv::Rect({0, 0}, grey.size());
    cv::Mat result;
    cv::resize(grey(used), result, cells, 0, 0, cv::INTER_AREA);
    return result;
}

cv::Mat drawSheet(cv::Size size, double pixelsPerCell, std::span<const cv::Point2d> corners)
{
    std::vector<cv::Point> polygon;
    for (const cv::Point2d& corner : corners) {
        polygon.emplace_back(cvRound(corner.x / pixelsPerCell - 0.5),
                             cvRound(corner.y / pixelsPerCell - 0.5));
    }
    cv::Mat sheet = cv::Mat::zeros(size, CV_8UC1);
    cv::fillConvexPoly(sheet, polygon, cv::Scalar(255));
    return sheet;
}

/// The paper's level in all cells of the sheet, as one row.
cv::Mat sheetLevels(const PaperCells& cells)
{
    cv::Mat levels(1, std::max(1, cv::countNonZero(cells.sheet)), CV_8UC1, cv::Scalar(0));
    uchar* to = levels.ptr(0);
    for (int y = 0; y < cells.paper.rows; ++y) {
        const uchar* paper = cells.paper.ptr(y);
        const uchar* sheet = cells.sheet.ptr(y);
        for (int x = 0; x < cells.paper.cols; ++x) {
            if (sheet[x] != 0) {
                *to++ = paper[x];
            }
        }
    }
    return levels;
}

} // namespace

PaperCells paperCells(const page::PageImage& image, double pixelsPerMm, std::span<const cv::Point2d> corners)
{
    const page::Overview overview = page::overviewOf(image);
    const int side = std::max(1, cvRound(kCellMm * pixelsPerMm / overview.shrink));
    PaperCells cells;
    cells.pixelsPerCell = side * overview.shrink;
    cells.level = averaged(overview.grey, side);
    const int reach = std::max(1, cvRound(kPaperMm * pixelsPerMm / cells.pixelsPerCell));
    cv::dilate(cells.level, cells.paper,
               cv::getStructuringElement(cv::MORPH_RECT, cv::Size(1, 1) * (2 * reach + 1)));
    cells.sheet = drawSheet(cells.level.size(), cells.pixelsPerCell, corners);
    return cells;
}

double paperGrey(const PaperCells& cells, double share)
{
    return page::GreyHistogram(sheetLevels(cells)).quantile(share);
}

double darkShare(const PaperCells& cells)
{
    const int all = cv::countNonZero(cells.sheet);
    const int dark = cv::countNonZero(cells.sheet & (cells.paper < kDarkPaper));
    return all > 0 ? static_cast<double>(dark) / all : 0.0;
}

} // namespace scanstraat::quality
