// SPDX-License-Identifier: EUPL-1.2
// Rows and columns of each square are averaged over a quarter of a millimetre, against noise, before strokes
// are measured. The sharpest third of them counts: handwriting and strokes that are crossed aslant look
// softer than the scan is, and nothing but noise, which is too weak to be taken for a stroke, looks sharper.
#include "quality/InkSampler.h"

#include "quality/StrokeProfile.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::quality {

namespace {

constexpr int kZonesAcross = 6;
constexpr int kZonesDown = 8;
constexpr double kSquareMm = 5.0;
constexpr double kAverageMm = 0.25; ///< letters' stems are longer

/// A cell that is so much darker than its paper has ink; the noise of a cell's mean is below 1.
constexpr int kInkyCell = 6;

/// A stroke is deeper than that: three-fold averaged noise of deviation 5 seldom spans 20 levels.
constexpr double kLeastStroke = 24.0;
constexpr double kStrokeOfDeepest = 0.5; ///< and than that share of the deepest one of its square

constexpr double kContrastQuantile = 0.75; ///< some zones have only pencil or the print of the back
constexpr double kBlurQuantile = 0.3;

/// A square with print has ten strokes or more, a line counted once in each row that crosses it; a speck of
/// dust gives four or so. Three such squares are half a line of text.
constexpr std::size_t kPrintStrokes = 10;
constexpr std::size_t kFewestSquares = 3;

double quantile(std::vector<double>& values, double share)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(share * double(values.size() - 1));
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The inkiest cell of a zone, none where there is no ink. Half black is enough: a cell inside of a broad
/// black area has no strokes.
std::optional<cv::Point> inkiest(const PaperCells& cells, const cv::Rect& zone)
{
    int most = kInkyCell - 1;
    std::optional<cv::Point> best;
    for (int y = zone.y; y < zone.y + zone.height; ++y) {
        const uchar* level = cells.level.ptr(y);
        const uchar* paper = cells.paper.ptr(y);
        const uchar* sheet = cells.sheet.ptr(y);
        for (int x = zone.x; x < zone.x + zone.width; ++x) {
            const int ink = std::min(paper[x] - level[x], paper[x] / 2);
            if (sheet[x] != 0 && ink > most) {
                most = ink;
                best = cv::Point(x, y);
            }
        }
    }
    return best;
}

std::vector<cv::Point> inkyCells(const PaperCells& cells)
{
    std::vector<cv::Point> found;
    const cv::Size size = cells.level.size();
    for (int i = 0; i < kZonesAcross * kZonesDown; ++i) {
        const int column = i % kZonesAcross;
        const int row = i / kZonesAcross;
        const cv::Point from(size.width * column / kZonesAcross, size.height * row / kZonesDown);
        const cv::Point to(size.width * (column + 1) / kZonesAcross, size.height * (row + 1) / kZonesDown);
        if (const auto cell = inkiest(cells, {from, to})) {
            found.push_back(*cell);
        }
    }
    return found;
}

/// Rows of `square`, each the mean of `together` rows.
cv::Mat averagedRows(const cv::Mat& square, int together)
{
    const int rows = std::max(1, square.rows / together);
    cv::Mat result;
    cv::resize(square.rowRange(0, std::min(square.rows, rows * together)), result, {square.cols, rows}, 0, 0,
               cv::INTER_AREA);
    result.convertTo(result, CV_32F);
    return result;
}

void measureRows(const cv::Mat& rows, double paper, double leastDepth, std::vector<double>& blurs)
{
    for (int y = 0; y < rows.rows; ++y) {
        measureStrokes({rows.ptr<float>(y), static_cast<std::size_t>(rows.cols)}, paper, leastDepth, blurs);
    }
}

/// What one square shows.
struct Square
{
    double depth = 0.0; ///< of its darkest place below the paper
    std::vector<double> blurs;
};

Square measureSquare(const cv::Mat& grey, double paper, int together)
{
    const cv::Mat across = averagedRows(grey, together);
    const cv::Mat down = averagedRows(grey.t(), together);
    double darkest = 0.0;
    cv::minMaxLoc(across, &darkest);
    Square square;
    square.depth = std::max(0.0, paper - darkest);
    const double least = std::max(kLeastStroke, kStrokeOfDeepest * square.depth);
    measureRows(across, paper, least, square.blurs);
    measureRows(down, paper, least, square.blurs);
    return square;
}

} // namespace

std::optional<InkSample> sampleInk(const page::PageImage& image, double pixelsPerMm, const PaperCells& cells)
{
    const int side = cvRound(kSquareMm * pixelsPerMm);
    const int together = std::max(1, cvRound(kAverageMm * pixelsPerMm));
    std::vector<double> contrasts;
    std::vector<double> blurs;
    for (const cv::Point cell : inkyCells(cells)) {
        const cv::Point middle = cells.pixel(cell);
        const cv::Rect place = cv::Rect(middle.x - side / 2, middle.y - side / 2, side, side) &
                               cv::Rect({0, 0}, image.grey.size());
        const Square square = measureSquare(image.grey(place), cells.paper.at<uchar>(cell), together);
        if (square.blurs.size() >= kPrintStrokes) {
            contrasts.push_back(square.depth);
            blurs.insert(blurs.end(), square.blurs.begin(), square.blurs.end());
        }
    }
    if (contrasts.size() < kFewestSquares) {
        return std::nullopt;
    }
    return InkSample{quantile(contrasts, kContrastQuantile), quantile(blurs, kBlurQuantile)};
}

} // namespace scanstraat::quality
