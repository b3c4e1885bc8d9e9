// SPDX-License-Identifier: EUPL-1.2
// Any two things that look like two of the marks fix a similarity map. Their own size must agree with that
// map's scale, which hardly anything but marks does; the map that puts most marks on something like them
// wins. Pictures of uneven pixels are searched as if stretched to even ones. Two marks alone
// give guesses only.
#include "align/ResolutionFinder.h"

#include "align/PointFit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace scanstraat::align {

namespace {

constexpr int kLongestSide = 1400;     ///< pixels of the overview: a mark on A4 in A3 has 8 to 17 of them
constexpr int kShortestPiece = 5;      ///< pixels
constexpr double kSmallestShare = 0.5; ///< of the picture's longer side that the sheet's takes
constexpr double kLargestShare = 1.1;
constexpr double kSpreadTolerance = 0.12; ///< as in MarkFinder
constexpr double kSizeTolerance = 0.25;   ///< of the logarithm of size over scale: toner, threshold, blur
constexpr double kToleranceMm = 12.0;     ///< pixels that are 4 % uneven, too (fax: 204 x 196)
constexpr std::size_t kMostCandidates = 40;
constexpr std::size_t kFewestMarks = 3;
constexpr std::size_t kMostGuesses = 2;
constexpr double kPairUnlike = 0.25; ///< as in SheetAligner
constexpr double kSameDpi = 0.05;    ///< relative: alignSheet tries so much anyway
/// Height of a pixel over its width: even, a coarse fax, and one that was turned.
constexpr std::array kStretches{1.0, 204.0 / 98.0, 98.0 / 204.0};
/// What scanners are set to. The print's own scale explains the rest.
constexpr std::array kUsualDpi{100.0, 150.0, 200.0, 240.0, 300.0, 400.0, 600.0};
constexpr double kSmallestPrint = 0.91; ///< fit to page; and what copiers enlarge by
constexpr double kLargestPrint = 1.06;
constexpr double kEven = 0.025; ///< feeders stretch by less; fax pixels, 204 x 196, differ by more

struct Candidate
{
    cv::Point2d centre; ///< pixels of the overview, y stretched
    double scale = 1.0; ///< pixels per mm by its size
};

struct Fit
{
    std::vector<PlacedPoint> places;
    double error = 0.0; ///< sum of squares in mm
};

/// Two things alone that may be marks.
struct Pair
{
    double scale = 1.0;  ///< pixels per mm by their distance
    double unlike = 0.0; ///< sum of logarithms: their sizes' ratio, and that of size and distance
    double stretch = 1.0;
};

page::Overview coarseOverview(const page::PageImage& image)
{
    page::Overview overview{image.grey, 1.0};
    for (std::size_t i = 0; std::max(overview.grey.cols, overview.grey.rows) > kLongestSide; ++i) {
        overview = {i < image.halves.size() ? image.halves[i] : page::halved(overview.grey),
                    2 * overview.shrink};
    }
    return overview;
}

bool isNear(const Resolution& a, const Resolution& b)
{
    return std::abs(a.x.value / b.x.value - 1.0) < kSameDpi &&
           std::abs(a.y.value / b.y.value - 1.0) < kSameDpi;
}

/// The usual resolution nearest to one that was found, where a print's scale can be what is between them.
/// Uneven pixels stay as they are.
Resolution withoutPrintScale(const Resolution& found)
{
    const double dpi = std::sqrt(found.x.value * found.y.value);
    const double usual =
        *std::ranges::min_element(kUsualDpi, {}, [&](double one) { return std::abs(std::log(dpi / one)); });
    const double printed = dpi / usual;
    if (std::abs(found.x.value / found.y.value - 1.0) > kEven || printed < kSmallestPrint ||
        printed > kLargestPrint) {
        return found;
    }
    return {Dpi{found.x.value / printed}, Dpi{found.y.value / printed}};
}

/// Looks for the marks in a picture whose pixels are `stretch` times as high as wide.
class ScaleSearch
{
public:
    ScaleSearch(std::span<const InkPiece> pieces, std::span<const Mark> marks, cv::Size size, double stretch)
        : marks_(marks), stretch_(stretch)
    {
        const double longSide = std::max<double>(size.width, size.height * stretch);
        smallest_ = kSmallestShare * longSide / kA4HeightMm;
        largest_ = kLargestShare * longSide / kA4HeightMm;
        for (const Mark& mark : marks) {
            candidates_.push_back(likeMark(pieces, mark, stretch));
        }
    }

    /// What puts most marks on something like them.
    Fit run()
    {
        for (std::size_t a = 0; a < marks_.size(); ++a) {
            for (std::size_t b = a + 1; b < marks_.size(); ++b) {
                for (const Candidate& first : candidates_[a]) {
                    for (const Candidate& second : candidates_[b]) {
                        tryPair({a, b}, first, second);
                    }
                }
            }
        }
        return best_;
    }

    /// Pairs that run() has seen to which no third mark belongs.
    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }

private:
    /// Pieces of the mark's shape and of a size that the sheet can have; the likest, if they are many.
    [[nodiscard]] std::vector<Candidate> likeMark(std::span<const InkPiece> pieces, const Mark& mark,
                                                  double stretch) const
    {
        std::vector<std::pair<double, Candidate>> likely;
        for (const InkPiece& piece : pieces) {
            const double side = std::sqrt(piece.area * stretch / mark.model.areaShare);
            const Candidate one{{piece.centroid.x, piece.centroid.y * stretch}, side / mark.field.sizeMm};
            const double spread = (piece.mu20 / stretch + piece.mu02 * stretch) / (piece.area * piece.area);
            const double unlike = std::abs(spread / mark.model.spread - 1.0);
            if (unlike <= kSpreadTolerance && canHaveSize(one)) {
                likely.emplace_back(unlike, one);
            }
        }
        std::ranges::stable_sort(likely, {}, &std::pair<double, Candidate>::first);
        likely.resize(std::min(likely.size(), kMostCandidates));
        std::vector<Candidate> found;
        std::ranges::transform(likely, std::back_inserter(found), &std::pair<double, Candidate>::second);
        return found;
    }

    [[nodiscard]] bool canHaveSize(const Candidate& candidate) const
    {
        return std::log(smallest_ / candidate.scale) <= kSizeTolerance &&
               std::log(candidate.scale / largest_) <= kSizeTolerance;
    }

    static bool hasSize(const Candidate& candidate, double scale)
    {
        return std::abs(std::log(candidate.scale / scale)) <= kSizeTolerance;
    }

    void tryPair(std::pair<std::size_t, std::size_t> marks, const Candidate& a, const Candidate& b)
    {
        const Similarity map = through({marks_[marks.first].inkCentre(), a.centre},
                                       {marks_[marks.second].inkCentre(), b.centre});
        const double scale = map.scale();
        if (scale < smallest_ || scale > largest_ || !hasSize(a, scale) || !hasSize(b, scale)) {
            return;
        }
        Fit fit = collect(map, scale);
        const double unlike =
            std::abs(std::log(a.scale / b.scale)) + std::abs(std::log(scale * scale / (a.scale * b.scale)));
        if (fit.places.size() < kFewestMarks && unlike < kPairUnlike) {
            pairs_.push_back({scale, unlike, stretch_});
        }
        if (fit.places.size() > best_.places.size() ||
            (fit.places.size() == best_.places.size() && fit.error < best_.error)) {
            best_ = std::move(fit);
        }
    }

    [[nodiscard]] Fit collect(const Similarity& map, double scale) const
    {
        Fit fit;
        for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
            const cv::Point2d expected = map(marks_[mark].inkCentre());
            double nearest = kToleranceMm * scale;
            const Candidate* found = nullptr;
            for (const Candidate& candidate : candidates_[mark]) {
                const double distance = cv::norm(candidate.centre - expected);
                if (distance < nearest && hasSize(candidate, scale)) {
                    nearest = distance;
                    found = &candidate;
                }
            }
            if (found != nullptr) {
                fit.places.push_back({marks_[mark].inkCentre(), found->centre});
                fit.error += nearest * nearest / (scale * scale);
            }
        }
        return fit;
    }

    std::span<const Mark> marks_;
    double stretch_;
    std::vector<std::vector<Candidate>> candidates_;
    double smallest_ = 0.0; ///< pixels per mm
    double largest_ = 0.0;
    Fit best_;
    std::vector<Pair> pairs_;
};

} // namespace

ResolutionFinder::ResolutionFinder(const page::PageImage& image)
{
    const page::Overview overview = coarseOverview(image);
    pieces_ = findInkPieces(overview.grey, kShortestPiece);
    size_ = overview.grey.size();
    shrink_ = overview.shrink;
    dpi_ = image.dpi.value;
}

std::optional<Resolution> ResolutionFinder::find(std::span<const Mark> marks) const
{
    Fit best;
    double stretched = 1.0;
    for (const double stretch : kStretches) {
        Fit fit = ScaleSearch(pieces_, marks, size_, stretch).run();
        if (fit.places.size() > best.places.size()) {
            best = std::move(fit);
            stretched = stretch;
        }
    }
    if (best.places.size() < kFewestMarks) {
        return std::nullopt;
    }
    const cv::Matx23d map = fitAffine(best.places);
    const double inch = kMillimetresPerInch * shrink_;
    const Resolution found{Dpi{std::hypot(map(0, 0), map(0, 1)) * inch},
                           Dpi{std::hypot(map(1, 0), map(1, 1)) * inch / stretched}};
    return withoutPrintScale(found);
}

std::vector<Resolution> ResolutionFinder::guess(std::span<const Mark> marks) const
{
    std::vector<Pair> pairs;
    for (const double stretch : kStretches) {
        ScaleSearch search(pieces_, marks, size_, stretch);
        search.run();
        pairs.insert(pairs.end(), search.pairs().begin(), search.pairs().end());
    }
    std::ranges::stable_sort(pairs, {}, &Pair::unlike);
    std::vector<Resolution> guesses;
    for (const Pair& pair : pairs) {
        const double x = pair.scale * kMillimetresPerInch * shrink_;
        const Resolution seen{Dpi{x}, Dpi{x / pair.stretch}};
        const Resolution guess = withoutPrintScale(seen);
        const bool known =
            isNear(guess, {Dpi{dpi_}, Dpi{dpi_}}) ||
            std::ranges::any_of(guesses, [&](const Resolution& other) { return isNear(guess, other); });
        if (!known && guesses.size() < kMostGuesses) {
            guesses.push_back(guess);
        }
    }
    return guesses;
}

} // namespace scanstraat::align
