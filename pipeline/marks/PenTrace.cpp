// SPDX-License-Identifier: EUPL-1.2
// Stroke width is twice the ink's area over the length of its outline, darkness the mean of the darker half
// of the ink. Blur widens thin strokes by about a tenth of a millimetre at 200 dpi and pales them: what uses
// the trace has learned with it.
#include "marks/PenTrace.h"

#include "base/Median.h"
#include "page/InkMask.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace scanstraat::marks {

namespace {

constexpr double kPixelsPerMm = 8.0;
constexpr double kInsetMm = 0.7; ///< inside a cell's frame, printed or snapped a little beside
constexpr double kPatchMm = 5.0; ///< length of a piece of a writing line
constexpr std::size_t kMostPatches = 12;
constexpr int kColourPatches = 4; ///< one person writes one page with one pen
constexpr double kLeastPatchMm = 1.5;
constexpr double kPieceMm = 1.0; ///< shorter: a stroke that broke, or a dot

/// Places to look at: the inside of cells, pieces of lines.
std::vector<RectMm> patchesOf(const form::Page& layout)
{
    std::vector<RectMm> all;
    for (const form::Field& field : layout.fields) {
        for (const RectMm& cell : field.cells) {
            all.push_back(cell.grown(-kInsetMm));
        }
        for (const RectMm& line : field.lines) {
            const RectMm inside = line.grown(-kInsetMm);
            for (double x = inside.x; x + kPatchMm <= inside.right(); x += kPatchMm) {
                all.push_back({x, inside.y, kPatchMm, inside.height});
            }
        }
    }
    std::erase_if(all,
                  [](const RectMm& patch) { return std::min(patch.width, patch.height) < kLeastPatchMm; });
    if (all.size() <= kMostPatches) {
        return all;
    }
    std::vector<RectMm> some;
    for (std::size_t i = 0; i < kMostPatches; ++i) {
        some.push_back(all[i * all.size() / kMostPatches]);
    }
    return some;
}

struct Sum
{
    double area = 0.0; ///< pixels
    double outline = 0.0;
    double broken = 0.0;          ///< pixels in short pieces
    std::vector<double> darkness; ///< of each patch with ink
    int colours = 0;              ///< patches whose colour is known
    double coloured = 0.0;        ///< their pixels
    InkColour colour;             ///< of each pixel of those, summed
};

/// Pixels of ink in short pieces.
int countBroken(const cv::Mat& ink)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int pieces = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8);
    int broken = 0;
    for (int piece = 1; piece < pieces; ++piece) {
        const int length =
            std::max(stats.at<int>(piece, cv::CC_STAT_WIDTH), stats.at<int>(piece, cv::CC_STAT_HEIGHT));
        broken += length < kPieceMm * kPixelsPerMm ? stats.at<int>(piece, cv::CC_STAT_AREA) : 0;
    }
    return broken;
}

void addColour(Sum& sum, const InkColour& colour, int area)
{
    ++sum.colours;
    sum.coloured += area;
    sum.colour.cb += area * colour.cb;
    sum.colour.cr += area * colour.cr;
}

void add(Sum& sum, const page::RegisteredPage& page, const RectMm& patch)
{
    const cv::Mat grey = page.cut(patch, kPixelsPerMm);
    const page::Levels levels = page::measureLevels(grey);
    const cv::Mat ink = page::darkerThanPaper(grey, levels, page.image().bitonal);
    const int area = cv::countNonZero(ink);
    if (area == 0) {
        return;
    }
    cv::Mat inner;
    cv::erode(ink, inner, cv::getStructuringElement(cv::MORPH_CROSS, {3, 3}), {-1, -1}, 1,
              cv::BORDER_CONSTANT, cv::Scalar(0));
    sum.area += area;
    sum.outline += area - cv::countNonZero(inner);
    sum.broken += page.image().bitonal ? countBroken(ink) : 0; // grey scans lose nothing
    if (sum.colours < kColourPatches) {
        const cv::Mat chroma = page.cutChroma(patch, kPixelsPerMm);
        if (const auto colour = inkColourOf(chroma, page::darknessOf(grey, levels.paper), ink)) {
            addColour(sum, *colour, area);
        }
    }
    const double mean = cv::mean(grey, ink)[0];
    const cv::Mat dark = ink & (grey < mean);
    sum.darkness.push_back(1.0 - cv::mean(grey, cv::countNonZero(dark) > 0 ? dark : ink)[0] /
                                     std::max(1.0, levels.paper));
}

} // namespace

PenTrace tracePen(const page::RegisteredPage& page, const form::Page& layout)
{
    Sum sum;
    for (const RectMm& patch : patchesOf(layout)) {
        add(sum, page, patch);
    }
    if (sum.area == 0.0) {
        return {};
    }
    PenTrace trace;
    trace.inkMm2 = sum.area / (kPixelsPerMm * kPixelsPerMm);
    trace.widthMm = 2.0 * sum.area / std::max(1.0, sum.outline) / kPixelsPerMm;
    trace.darkness = medianOf(std::move(sum.darkness));
    trace.broken = sum.broken / sum.area;
    if (sum.coloured > 0.0) {
        trace.colour = InkColour{sum.colour.cb / sum.coloured, sum.colour.cr / sum.coloured};
    }
    return trace;
}

} // namespace scanstraat::marks
