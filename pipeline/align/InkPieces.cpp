// SPDX-License-Identifier: EUPL-1.2
// Runs of dark pixels are joined row by row with those that they touch in the row above (union-find), and
// each piece adds up its moments meanwhile. That costs by runs, not by pixels, and nothing is drawn or
// followed.
#include "align/InkPieces.h"

#include "page/PageImage.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace scanstraat::align {

namespace {

constexpr double kDarkShare = 0.6;     ///< of the paper's local brightness; toner lies below 0.5
constexpr double kDarkestPaper = 90.0; ///< grey levels; a dark scanner bed has 60 and less
constexpr int kBlock = 4;              ///< pixels of the overview that share a limit, in x and y

/// Below which grey level ink begins, for each block: by the paper around, the brightest in about 15 mm,
/// smoothed. 0 on the scanner's bed.
cv::Mat inkLimits(const cv::Mat& overview)
{
    cv::Mat paper;
    const cv::Size blocks((overview.cols + kBlock - 1) / kBlock, (overview.rows + kBlock - 1) / kBlock);
    if (overview.cols < kBlock || overview.rows < kBlock) {
        cv::resize(overview, paper, blocks, 0, 0, cv::INTER_AREA);
    } else {
        const cv::Mat whole = page::halved(page::halved(overview)); // without an odd last row and column
        cv::copyMakeBorder(whole, paper, 0, blocks.height - whole.rows, 0, blocks.width - whole.cols,
                           cv::BORDER_REPLICATE);
    }
    cv::dilate(paper, paper, cv::getStructuringElement(cv::MORPH_RECT, {13, 13}));
    cv::blur(paper, paper, {9, 9});
    cv::Mat limits;
    paper.convertTo(limits, CV_8U, kDarkShare);
    limits.setTo(0, paper < kDarkestPaper);
    return limits;
}

/// 255 where there is ink.
cv::Mat inkOf(const cv::Mat& overview)
{
    const cv::Mat limits = inkLimits(overview);
    cv::Mat ink(overview.size(), CV_8UC1);
    cv::Mat wide(kBlock, limits.cols * kBlock, CV_8UC1); // the limits of one row of blocks, pixel by pixel
    for (int block = 0; block < limits.rows; ++block) {
        for (int x = 0; x < limits.cols; ++x) {
            std::memset(wide.ptr(0) + x * kBlock, limits.at<uchar>(block, x), kBlock);
        }
        for (int y = 1; y < kBlock; ++y) {
            wide.row(0).copyTo(wide.row(y));
        }
        const cv::Range rows(block * kBlock, std::min((block + 1) * kBlock, overview.rows));
        cv::Mat part = ink.rowRange(rows);
        cv::compare(overview.rowRange(rows), wide(cv::Rect(0, 0, overview.cols, rows.size())), part,
                    cv::CMP_LT);
    }
    return ink;
}

/// Dark pixels beside each other in one row.
struct Run
{
    int left = 0;
    int right = 0; ///< the first pixel behind it
    int y = 0;
    std::size_t piece = 0;
};

/// 0 + 1 + 4 + ... + last^2
std::int64_t squaresUpTo(std::int64_t last)
{
    return last * (last + 1) * (2 * last + 1) / 6;
}

struct Sums
{
    cv::Point topLeft;
    cv::Point bottomRight; ///< not in it
    std::int64_t n = 0;
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t xx = 0;
    std::int64_t yy = 0;

    explicit Sums(const Run& run)
        : topLeft(run.left, run.y), bottomRight(run.right, run.y + 1), n(run.right - run.left)
    {
        const std::int64_t last = run.right - 1;
        x = n * (run.left + last) / 2;
        xx = squaresUpTo(last) - squaresUpTo(run.left - 1);
        y = n * run.y;
        yy = y * run.y;
    }

    void add(const Sums& other)
    {
        topLeft = {std::min(topLeft.x, other.topLeft.x), std::min(topLeft.y, other.topLeft.y)};
        bottomRight = {std::max(bottomRight.x, other.bottomRight.x),
                       std::max(bottomRight.y, other.bottomRight.y)};
        n += other.n;
        x += other.x;
        y += other.y;
        xx += other.xx;
        yy += other.yy;
    }
};

class PieceCollector
{
public:
    void addRow(const uchar* ink, int width, int y)
    {
        above_.swap(row_);
        row_.clear();
        std::size_t first = 0; // of the row above that can touch the next run
        for (int x = 0; const auto* dark = find(ink + x, 255, width - x); x = row_.back().right) {
            Run run{static_cast<int>(dark - ink), width, y, 0};
            if (const auto* paper = find(dark, 0, width - run.left)) {
                run.right = static_cast<int>(paper - ink);
            }
            place(run, first);
            row_.push_back(run);
        }
    }

    [[nodiscard]] std::vector<InkPiece> pieces(int shortest) const
    {
        std::vector<InkPiece> result;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const cv::Rect box(sums_[i].topLeft, sums_[i].bottomRight);
            if (joined_[i] == i && std::min(box.width, box.height) >= shortest) {
                result.push_back(describe(sums_[i], box));
            }
        }
        return result;
    }

private:
    static const uchar* find(const uchar* from, int value, int length)
    {
        return static_cast<const uchar*>(std::memchr(from, value, static_cast<std::size_t>(length)));
    }

    /// Adds the run to the pieces above that it touches, which become one, or begins a new one.
    void place(Run& run, std::size_t& first)
    {
        while (first < above_.size() && above_[first].right < run.left) {
            ++first;
        }
        bool touches = false;
        for (std::size_t i = first; i < above_.size() && above_[i].left <= run.right; ++i) {
            const std::size_t other = rootOf(above_[i].piece);
            run.piece = touches ? join(run.piece, other) : other;
            touches = true;
        }
        if (touches) {
            sums_[run.piece].add(Sums(run));
        } else {
            run.piece = sums_.size();
            sums_.emplace_back(run);
            joined_.push_back(run.piece);
        }
    }

    std::size_t rootOf(std::size_t piece)
    {
        while (joined_[piece] != piece) {
            joined_[piece] = joined_[joined_[piece]];
            piece = joined_[piece];
        }
        return piece;
    }

    /// Of two roots the older one takes the other.
    std::size_t join(std::size_t a, std::size_t b)
    {
        const auto [older, younger] = std::minmax(a, b);
        if (older != younger) {
            joined_[younger] = older;
            sums_[older].add(sums_[younger]);
        }
        return older;
    }

    static InkPiece describe(const Sums& sums, const cv::Rect& box)
    {
        const auto n = static_cast<double>(sums.n);
        const double x = static_cast<double>(sums.x) / n;
        const double y = static_cast<double>(sums.y) / n;
        return {box,
                n,
                {x + 0.5, y + 0.5},
                static_cast<double>(sums.xx) - n * x * x,
                static_cast<double>(sums.yy) - n * y * y};
    }

    std::vector<Run> above_;
    std::vector<Run> row_;
    std::vector<Sums> sums_;
    std::vector<std::size_t> joined_; ///< for each piece the one that took it in, or itself
};

} // namespace

std::vector<InkPiece> findInkPieces(const cv::Mat& overview, int shortest)
{
    const cv::Mat ink = inkOf(overview);
    PieceCollector collector;
    for (int y = 0; y < ink.rows; ++y) {
        collector.addRow(ink.ptr(y), ink.cols, y);
    }
    return collector.pieces(shortest);
}

} // namespace scanstraat::align
