// SPDX-License-Identifier: EUPL-1.2
// An outline is cut into pieces that are nearly straight: the sides of a square, 24 pieces of a circle. For
// each the darkness is taken once as a profile across the line; a shift moves the line along its profile by
// as much as the shift has in that direction. A shift is good when lines are dark there and the paper just
// outside them is not, so that the edge of a blackened box beats its inside. The profiles are coarse first
// and taken again, finer, at the shift found with them: a shift also moves a piece along itself. It fails
// where a thick stroke runs along a whole side of a lone box.
#include "marks/OutlineSnap.h"

#include "page/GreyHistogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace scanstraat::marks {

namespace {

/// How finely profiles are taken.
struct Grain
{
    double stepMm = 0.0; ///< between the places of a profile, and between shifts
    int halfStripe = 0;  ///< steps: a printed line and its blur are 0.25 to 0.3 mm wide
    int outside = 0;     ///< steps outside the line where it should be paper
};

constexpr Grain kCoarse{1.0 / 8.0, 1, 4};
constexpr Grain kFine{1.0 / 16.0, 2, 9};
constexpr double kFineReachMm = 3.0 / 16.0; ///< around the coarse shift
constexpr int kAround = 3;                  ///< steps around the best shift, to find the middle of its peak

constexpr double kLineMm = 0.125; ///< from an outline's outer edge to the middle of its line
constexpr double kAlongMm = 0.3;  ///< between the places along a piece
constexpr int kRingPieces = 24;
constexpr double kShiftPenalty = 0.12; ///< of the score, at full reach
constexpr double kOfPeak = 0.6;        ///< shifts with that much of the best score tell where its middle is
constexpr double kInkShare = 0.35;     ///< of the local contrast: darker counts as printed
constexpr double kMinContrast = 24.0;  ///< grey levels; less is paper without print
constexpr double kAroundMm = 1.85;     ///< around the boxes: paper to compare with
constexpr double kGridMm = 0.3;

/// A piece of a box's outline, on the middle of its line.
struct Piece
{
    PointMm from;
    PointMm step; ///< to the next place along it
    int places = 1;
    PointMm outward; ///< of length 1
    std::size_t box = 0;
};

void addSides(const RectMm& box, std::size_t index, std::vector<Piece>& pieces)
{
    const RectMm line = box.grown(-kLineMm);
    const int across = std::max(2, cvRound(line.width / kAlongMm));
    const int down = std::max(2, cvRound(line.height / kAlongMm));
    const PointMm right{line.width / (across - 1), 0.0};
    const PointMm below{0.0, line.height / (down - 1)};
    pieces.push_back({{line.x, line.y}, right, across, {0.0, -1.0}, index});
    pieces.push_back({{line.x, line.bottom()}, right, across, {0.0, 1.0}, index});
    pieces.push_back({{line.x, line.y}, below, down, {-1.0, 0.0}, index});
    pieces.push_back({{line.right(), line.y}, below, down, {1.0, 0.0}, index});
}

void addArcs(const RectMm& box, std::size_t index, std::vector<Piece>& pieces)
{
    constexpr int kPlaces = 2;
    const PointMm centre = box.centre();
    const double radius = box.width / 2 - kLineMm;
    const double step = 2 * CV_PI * radius / (kRingPieces * kPlaces);
    for (int i = 0; i < kRingPieces; ++i) {
        const double angle = i * 2 * CV_PI / kRingPieces;
        const PointMm outward{std::cos(angle), std::sin(angle)};
        const PointMm along{-outward.y * step, outward.x * step};
        const PointMm from{centre.x + radius * outward.x - along.x * (kPlaces - 1) / 2,
                           centre.y + radius * outward.y - along.y * (kPlaces - 1) / 2};
        pieces.push_back({from, along, kPlaces, outward, index});
    }
}

/// The scan, looked at in single pixels.
class Scan
{
public:
    explicit Scan(const page::RegisteredPage& page)
        : pixels_(page.image().grey.data), stride_(page.image().grey.step),
          columns_(static_cast<unsigned>(page.image().grey.cols)),
          rows_(static_cast<unsigned>(page.image().grey.rows)), origin_(page.toPixel({0, 0})),
          x_(page.toPixel({1, 0}) - origin_), y_(page.toPixel({0, 1}) - origin_)
    {
    }

    [[nodiscard]] cv::Point2d pixel(PointMm place) const { return origin_ + direction(place); }
    [[nodiscard]] cv::Point2d direction(PointMm way) const { return x_ * way.x + y_ * way.y; }

    /// Calls visit(index, grey) for `count` places from `from` on, `step` pixels apart; white outside.
    template <typename Visit>
    void walk(cv::Point2d from, cv::Point2d step, int count, Visit visit) const
    {
        constexpr int kBits = 12; // of a pixel, in whole numbers
        constexpr double kUnit = 1 << kBits;
        int x = cvRound(from.x * kUnit);
        int y = cvRound(from.y * kUnit);
        const int dx = cvRound(step.x * kUnit);
        const int dy = cvRound(step.y * kUnit);
        for (int i = 0; i < count; ++i, x += dx, y += dy) {
            const auto column = static_cast<unsigned>(x >> kBits); // left of the scan: more than its width
            const auto row = static_cast<unsigned>(y >> kBits);
            visit(i, column < columns_ && row < rows_ ? pixels_[row * stride_ + column] : kWhite);
        }
    }

private:
    static constexpr int kWhite = 255;
    const uchar* pixels_;
    std::size_t stride_;
    unsigned columns_;
    unsigned rows_;
    cv::Point2d origin_;
    cv::Point2d x_;
    cv::Point2d y_;
};

struct PaperAndInk
{
    double paper = 255.0;
    double contrast = 0.0;
};

PaperAndInk levelsAround(const Scan& scan, std::span<const RectMm> boxes)
{
    const RectMm area = unite(boxes).grown(kAroundMm);
    cv::Mat seen(std::max(1, cvRound(area.height / kGridMm)), std::max(1, cvRound(area.width / kGridMm)),
                 CV_8U);
    for (int row = 0; row < seen.rows; ++row) {
        uchar* values = seen.ptr<uchar>(row);
        scan.walk(scan.pixel({area.x, area.y + row * kGridMm}), scan.direction({kGridMm, 0.0}), seen.cols,
                  [values](int i, int grey) { values[i] = static_cast<uchar>(grey); });
    }
    const page::GreyHistogram levels(seen);
    const double paper = levels.quantile(0.6);
    return {paper, paper - levels.quantile(0.005)};
}

/// Darkness across the lines of all pieces.
class Profiles
{
public:
    /// Around `shift` (mm), good for `most` steps from it in any direction.
    Profiles(const Scan& scan, double paper, std::span<const Piece> pieces, PointMm shift, const Grain& grain,
             int most)
        : pieces_(pieces), outside_(grain.outside), middle_(most + grain.halfStripe),
          length_(2 * middle_ + 1 + grain.outside),
          values_(pieces.size() * static_cast<std::size_t>(length_), 0.0F)
    {
        std::vector<int> sums(static_cast<std::size_t>(length_));
        const int white = cvRound(paper);
        float* profile = values_.data();
        for (const Piece& piece : pieces) {
            std::ranges::fill(sums, 0);
            const double inwards = middle_ * grain.stepMm;
            const PointMm inmost{piece.from.x + shift.x - piece.outward.x * inwards,
                                 piece.from.y + shift.y - piece.outward.y * inwards};
            const cv::Point2d out = scan.direction(piece.outward) * grain.stepMm;
            const cv::Point2d along = scan.direction(piece.step);
            cv::Point2d start = scan.pixel(inmost);
            for (int place = 0; place < piece.places; ++place, start += along) {
                scan.walk(start, out, length_, [data = sums.data(), white](int k, int grey) {
                    data[k] += std::max(0, white - grey);
                });
            }
            smooth(sums, grain.halfStripe, piece.places, profile);
            profile += length_;
        }
    }

    /// How much darker the lines are than what is outside them, for a further shift in steps.
    [[nodiscard]] double score(cv::Point shift) const
    {
        double sum = 0.0;
        const float* profile = values_.data() + middle_;
        for (const Piece& piece : pieces_) {
            const int at = cvRound(shift.x * piece.outward.x + shift.y * piece.outward.y);
            sum += std::max(0.0F, profile[at] - profile[at + outside_]);
            profile += length_;
        }
        return sum;
    }

private:
    std::span<const Piece> pieces_;
    int outside_;
    int middle_; ///< of a profile: the line without a further shift
    int length_;
    std::vector<float> values_;

    static void smooth(std::span<const int> sums, int half, int places, float* profile)
    {
        const int stripe = 2 * half + 1;
        const float share = 1.0F / static_cast<float>(stripe * places);
        for (auto from = sums.begin(); sums.end() - from >= stripe; ++from) {
            profile[from - sums.begin() + half] =
                static_cast<float>(std::accumulate(from, from + stripe, 0)) * share;
        }
    }
};

/// The best shift (mm) within `withinMm` of `from` in x and in y.
PointMm search(const Scan& scan, double paper, std::span<const Piece> pieces, PointMm from,
               const Grain& grain, double withinMm, double reachMm)
{
    const int most = cvRound(withinMm / grain.stepMm);
    constexpr double kDiagonal = 1.42;
    const Profiles profiles(scan, paper, pieces, from, grain, cvCeil(kDiagonal * most) + kAround + 1);
    cv::Point best(0, 0);
    double bestScore = -1.0;
    const auto look = [&](cv::Point shift) {
        const double x = (from.x + shift.x * grain.stepMm) / reachMm;
        const double y = (from.y + shift.y * grain.stepMm) / reachMm;
        const double score = profiles.score(shift) * (1.0 - kShiftPenalty * (x * x + y * y));
        if (score > bestScore) {
            bestScore = score;
            best = shift;
        }
    };
    constexpr int kStride = 2; // a line and its blur are as wide
    for (int y = -most; y <= most; y += kStride) {
        for (int x = -most; x <= most; x += kStride) {
            look({x, y});
        }
    }
    const cv::Point coarse = best;
    for (int y = -1; y <= 1; ++y) {
        for (int x = -1; x <= 1; ++x) {
            look(coarse + cv::Point(x, y));
        }
    }
    const double least = kOfPeak * profiles.score(best);
    const auto centred = [&](cv::Point direction) { // finer than the steps
        double sum = 1e-9;
        double moved = 0.0;
        for (int step = -kAround; step <= kAround; ++step) {
            const double weight = std::max(0.0, profiles.score(best + direction * step) - least);
            sum += weight;
            moved += weight * step;
        }
        return moved / sum;
    };
    return {from.x + (best.x + centred({1, 0})) * grain.stepMm,
            from.y + (best.y + centred({0, 1})) * grain.stepMm};
}

/// Share of each box's outline that is dark.
std::vector<double> seenOf(const Scan& scan, const PaperAndInk& levels, std::span<const Piece> pieces,
                           PointMm shift, std::size_t boxes)
{
    constexpr int kStripe = 2 * kFine.halfStripe + 1;
    std::vector<int> dark(boxes, 0);
    std::vector<int> all(boxes, 0);
    const double limit = kStripe * (levels.paper - kInkShare * levels.contrast);
    for (const Piece& piece : pieces) {
        const cv::Point2d out = scan.direction(piece.outward) * kFine.stepMm;
        const cv::Point2d along = scan.direction(piece.step);
        cv::Point2d start = scan.pixel({piece.from.x + shift.x, piece.from.y + shift.y}) -
                            out * static_cast<double>(kFine.halfStripe);
        for (int place = 0; place < piece.places; ++place, start += along) {
            int sum = 0;
            scan.walk(start, out, kStripe, [&sum](int, int grey) { sum += grey; });
            dark[piece.box] += sum < limit ? 1 : 0;
            ++all[piece.box];
        }
    }
    std::vector<double> shares(boxes, 0.0);
    for (std::size_t box = 0; box < boxes; ++box) {
        shares[box] = static_cast<double>(dark[box]) / std::max(1, all[box]);
    }
    return shares;
}

} // namespace

OutlineMatch snapToOutlines(const page::RegisteredPage& page, std::span<const RectMm> boxes,
                            form::BoxShape shape, double reachMm)
{
    OutlineMatch match{{}, 0.0, std::vector<double>(boxes.size(), 0.0)};
    if (boxes.empty()) {
        return match;
    }
    const Scan scan(page);
    const PaperAndInk levels = levelsAround(scan, boxes);
    if (levels.contrast < kMinContrast) {
        return match;
    }
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        shape == form::BoxShape::round ? addArcs(boxes[i], i, pieces) : addSides(boxes[i], i, pieces);
    }
    const PointMm coarse = search(scan, levels.paper, pieces, {}, kCoarse, reachMm, reachMm);
    match.shift = search(scan, levels.paper, pieces, coarse, kFine, kFineReachMm, reachMm);
    match.strengths = seenOf(scan, levels, pieces, match.shift, boxes.size());
    for (const double strength : match.strengths) {
        match.strength += strength / static_cast<double>(boxes.size());
    }
    return match;
}

} // namespace scanstraat::marks
