// SPDX-License-Identifier: EUPL-1.2
// First the tilt, from the ink alone. Then every page at a few turns and scales and many shifts, on cells of
// 8 mm. The likest pages are moved onto the ink on cells of 4 mm, and what is promising then on cells
// of 2 mm. Fails on pages that are printed nearly alike and on scans that show half of the print.
#include "ident/LayoutSearch.h"

#include "ident/PrintTilt.h"
#include "page/SheetMap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace scanstraat::ident {

namespace {

constexpr int kPool = 4;
constexpr double kCellMm = LayoutPrint::kCellMm * kPool;
constexpr int kColumns = 27; ///< A4 and a little more
constexpr int kRows = 38;
constexpr int kLeastMargin = 2; ///< cells that the sheet may lie off the middle of a picture of its size
constexpr int kMostMargin = 12;
constexpr std::array kScales{0.94, 0.98, 1.02}; ///< print is found to 3 % beside
constexpr double kLeastShare = 0.75;            ///< of A4: on a smaller slip lies no page of ours
constexpr double kClearTurn = 2.0;              ///< so much sharper is the projection along lines of print
constexpr std::size_t kMostGuesses = 3;
constexpr int kCoarseRounds = 10;
constexpr int kFineRounds = 8;
/// Correlations: of the right page on 4 mm and 2 mm cells at least, of wrong ones seldom.
constexpr double kPromising = 0.6;
constexpr double kFound = 0.6;

/// Cells that a sheet of `sheetMm` may lie off the middle of a picture of `pictureMm` in one direction.
int marginOf(double pictureMm, double sheetMm)
{
    constexpr double kCroppedMm = 8.0; // a margin of two cells reaches twice as far
    const int spare = cvCeil((std::max(0.0, pictureMm - sheetMm) / 2 + kCroppedMm) / kCellMm);
    return std::clamp(spare, kLeastMargin, kMostMargin);
}

} // namespace

/// How a form may lie: turned and scaled about the middle of its cells.
struct LayoutSearch::Pose
{
    cv::Point2d middle; ///< in pixels of the scan
    double degrees = 0.0;
    double pixelsPerMm = 0.0;

    [[nodiscard]] cv::Matx23d map() const
    {
        const double angle = degrees * std::numbers::pi / 180.0;
        const double c = std::cos(angle) * pixelsPerMm;
        const double s = std::sin(angle) * pixelsPerMm;
        const double x = kColumns * kCellMm / 2;
        const double y = kRows * kCellMm / 2;
        return {c, -s, middle.x - c * x + s * y, s, c, middle.y - s * x - c * y};
    }

    /// Moved by so many millimetres of the form.
    [[nodiscard]] Pose moved(double x, double y) const
    {
        const cv::Matx23d m = map();
        return {middle + cv::Point2d(m(0, 0) * x + m(0, 1) * y, m(1, 0) * x + m(1, 1) * y), degrees,
                pixelsPerMm};
    }
};

struct LayoutSearch::Guess
{
    std::size_t page = 0;
    Pose pose;
    double similarity = -1.0;
};

LayoutSearch::LayoutSearch(std::span<const LayoutPrint* const> pages) : pages_(pages.begin(), pages.end())
{
    for (const LayoutPrint* page : pages_) {
        followers_.emplace_back(*page, 2);
        const cv::Mat share = LayoutPrint::pooled(page->weight(), {kColumns, kRows}, kPool);
        const cv::Mat print =
            LayoutPrint::pooled(page->printed().mul(page->weight()), {kColumns, kRows}, kPool) /
            cv::max(share, 1e-3);
        const cv::Mat weight = share.mul(share); // a cell that is half an answer tells less
        const cv::Mat deviation = print - print.dot(weight) / cv::sum(weight)[0];
        const cv::Mat weighted = deviation.mul(weight);
        norms_.push_back(std::sqrt(weighted.dot(deviation)));
        weighted_.push_back(weighted);
        weights_.push_back(weight);
    }
}

/// Correlation of a page with observed cells.
double LayoutSearch::similarity(std::size_t page, const cv::Mat& cells) const
{
    const cv::Mat& weight = weights_[page];
    const double sum = cells.dot(weight);
    const double variation = cells.mul(cells).dot(weight) - sum * sum / cv::sum(weight)[0];
    const double norm = std::sqrt(std::max(0.0, variation)) * norms_[page];
    return norm > 1e-9 ? cells.dot(weighted_[page]) / norm : 0.0; // a page or a scan of one grey
}

/// The likest shift of each page; `observed` holds the cells of the pose with a margin around.
void LayoutSearch::guessIn(const cv::Mat& observed, const Pose& pose, std::vector<Guess>& guesses) const
{
    const cv::Size shifts(observed.cols - kColumns + 1, observed.rows - kRows + 1);
    std::vector<cv::Mat> shifted;
    for (int i = 0; i < shifts.area(); ++i) {
        shifted.push_back(observed({i % shifts.width, i / shifts.width, kColumns, kRows}).clone());
    }
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        const auto product = [&](const cv::Mat& cells) { return cells.dot(weighted_[page]); };
        const auto likest = std::ranges::max_element(shifted, {}, product);
        const int shift = static_cast<int>(likest - shifted.begin());
        const double x = (shift % shifts.width - (shifts.width - 1) / 2) * kCellMm;
        const double y = (shift / shifts.width - (shifts.height - 1) / 2) * kCellMm;
        guesses.push_back({page, pose.moved(x, y), similarity(page, *likest)});
    }
}

/// The likest guess of each page and quarter turn, likest first.
std::vector<LayoutSearch::Guess> LayoutSearch::guess(const PageInk& ink) const
{
    const page::PageImage& picture = ink.picture();
    const PrintTilt tilt = tiltOfPrint(picture.grey, picture.dpi.pixelsPerMm());
    const cv::Point2d middle(picture.grey.cols * ink.shrink() / 2, picture.grey.rows * ink.shrink() / 2);
    const double pixelsPerMm = picture.dpi.pixelsPerMm() * ink.shrink();
    std::vector<Guess> guesses;
    for (int turn = 0; turn < 4; ++turn) {
        const bool upright = turn % 2 == 0;
        if (upright ? tilt.rows * kClearTurn < tilt.columns : tilt.columns * kClearTurn < tilt.rows) {
            continue;
        }
        const double widthMm = (upright ? picture.grey.cols : picture.grey.rows) / picture.dpi.pixelsPerMm();
        const double heightMm = (upright ? picture.grey.rows : picture.grey.cols) / picture.dpi.pixelsPerMm();
        if (widthMm < kLeastShare * kA4WidthMm || heightMm < kLeastShare * kA4HeightMm) {
            continue;
        }
        std::vector<Guess> here;
        for (const double scale : kScales) {
            const Pose pose{middle, tilt.degrees + 90.0 * turn, pixelsPerMm * scale};
            const double left = marginOf(widthMm, kA4WidthMm * scale) * kCellMm;
            const double top = marginOf(heightMm, kA4HeightMm * scale) * kCellMm;
            const RectMm area{-left, -top, kColumns * kCellMm + 2 * left, kRows * kCellMm + 2 * top};
            guessIn(LayoutPrint::clipped(ink.cells(page::registrationOf(pose.map()), area, kCellMm)), pose,
                    here);
        }
        std::ranges::stable_sort(here, std::greater<>(), &Guess::similarity);
        std::vector<bool> seen(pages_.size());
        for (const Guess& one : here) {
            if (!seen[one.page]) {
                guesses.push_back(one);
            }
            seen[one.page] = true;
        }
    }
    std::ranges::stable_sort(guesses, std::greater<>(), &Guess::similarity);
    return guesses;
}

std::vector<reading::Registration> LayoutSearch::find(const PageInk& ink) const
{
    struct Way
    {
        cv::Matx23d map;
        double similarity;
    };
    std::vector<Guess> guesses = guess(ink);
    guesses.resize(std::min(kMostGuesses, guesses.size()));
    std::vector<Way> ways;
    for (const Guess& one : guesses) {
        Way way{one.pose.map(), 0.0};
        way.similarity = followers_[one.page].follow(ink, way.map, kCoarseRounds);
        if (way.similarity >= kPromising) {
            way.similarity = PrintFollower(*pages_[one.page], 1).follow(ink, way.map, kFineRounds);
        }
        if (way.similarity >= kFound) {
            ways.push_back(way);
        }
    }
    std::ranges::stable_sort(ways, std::greater<>(), &Way::similarity);
    std::vector<reading::Registration> found;
    for (const Way& way : ways) {
        found.emplace_back();
        page::setMap(found.back(), way.map, ink.picture().dpi.pixelsPerMm() * ink.shrink());
    }
    return found;
}

} // namespace scanstraat::ident
