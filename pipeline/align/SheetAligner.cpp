// SPDX-License-Identifier: EUPL-1.2
// Any two things that look like two of the marks fix a similarity map (turn, scale, shift); the map
// that puts most marks on something that looks like one wins, separately for each quarter turn. The
// marks are then measured in the scan and an affine map is fitted by least squares.
#include "align/SheetAligner.h"

#include "align/PointFit.h"
#include "page/SheetMap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace scanstraat::align {

namespace {

/// Of two marks alone: logarithm of their sizes' ratio, and of the ratio of size and distance.
constexpr double kPairUnlike = 0.25;
constexpr std::size_t kMostPairs = 8;

struct Match
{
    std::size_t mark = 0;
    cv::Point2d pixel;
};

struct Hypothesis
{
    std::vector<Match> matches;
    double error = 0.0; ///< sum of squares in pixels
};

class Search
{
public:
    Search(const MarkFinder& finder, std::span<const Mark> marks, const AlignOptions& options)
        : marks_(marks), options_(options), pixelsPerMm_(finder.image().dpi.pixelsPerMm()), finder_(finder)
    {
        for (const Mark& mark : marks) {
            candidates_.push_back(finder_.find(mark));
        }
    }

    /// The best set of three matches or more for each quarter turn; where there is none at all, the
    /// likeliest pairs.
    std::vector<Hypothesis> run()
    {
        for (std::size_t a = 0; a < marks_.size(); ++a) {
            for (std::size_t b = a + 1; b < marks_.size(); ++b) {
                for (const MarkCandidate& first : candidates_[a]) {
                    for (const MarkCandidate& second : candidates_[b]) {
                        tryPair({a, first.centre}, {b, second.centre}, std::max(first.scale, second.scale),
                                std::min(first.scale, second.scale));
                    }
                }
            }
        }
        std::vector<Hypothesis> result;
        std::ranges::copy_if(best_, std::back_inserter(result),
                             [](const Hypothesis& one) { return one.matches.size() > 2; });
        return result.empty() ? likeliestPairs() : result;
    }

    /// Measures the marks in the scan and drops those that cannot be measured.
    std::vector<Match> measured(const Hypothesis& hypothesis) const
    {
        std::vector<Match> result;
        for (const Match& match : hypothesis.matches) {
            if (const auto pixel = finder_.measure(marks_[match.mark], match.pixel)) {
                result.push_back({match.mark, *pixel});
            }
        }
        return result;
    }

    [[nodiscard]] PointMm inkCentre(std::size_t mark) const { return marks_[mark].inkCentre(); }

private:
    /// Adds up everything that lies where the map through `a` and `b` puts a mark; `largest` and `smallest`
    /// are the sizes of the two.
    void tryPair(const Match& a, const Match& b, double largest, double smallest)
    {
        const Similarity map = through({inkCentre(a.mark), a.pixel}, {inkCentre(b.mark), b.pixel});
        const double scale = map.scale() / pixelsPerMm_;
        if (scale < options_.minScale || scale > options_.maxScale) {
            return;
        }
        const Hypothesis hypothesis = collect(map);
        Hypothesis& best = best_.at(static_cast<std::size_t>(page::quarterTurns(map.turn)));
        if (hypothesis.matches.size() > best.matches.size() ||
            (hypothesis.matches.size() == best.matches.size() && hypothesis.error < best.error)) {
            best = hypothesis;
        }
        const double unlike =
            std::log(largest / smallest) + std::abs(std::log(scale * scale / (largest * smallest)));
        if (hypothesis.matches.size() == 2 && unlike < kPairUnlike) {
            pairs_.push_back({{a, b}, unlike});
        }
    }

    Hypothesis collect(const Similarity& map) const
    {
        Hypothesis hypothesis;
        for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
            const cv::Point2d expected = map(inkCentre(mark));
            double nearest = options_.toleranceMm * pixelsPerMm_;
            std::optional<cv::Point2d> found;
            for (const MarkCandidate& candidate : candidates_[mark]) {
                const double distance = cv::norm(candidate.centre - expected);
                if (distance < nearest) {
                    nearest = distance;
                    found = candidate.centre;
                }
            }
            if (found) {
                hypothesis.matches.push_back({mark, *found});
                hypothesis.error += nearest * nearest;
            }
        }
        return hypothesis;
    }

    /// Pairs of like things at the right distance, the most alike first.
    std::vector<Hypothesis> likeliestPairs()
    {
        std::ranges::stable_sort(pairs_, {}, &Hypothesis::error);
        pairs_.resize(std::min(pairs_.size(), kMostPairs));
        return pairs_;
    }

    std::span<const Mark> marks_;
    const AlignOptions& options_;
    double pixelsPerMm_;
    const MarkFinder& finder_;
    std::vector<std::vector<MarkCandidate>> candidates_;
    std::array<Hypothesis, 4> best_;
    std::vector<Hypothesis> pairs_; ///< of two marks alone; their error is how unlike they are
};

/// The map through two marks: turn, one scale, shift.
cv::Matx23d throughTwo(const Search& search, const std::vector<Match>& matches)
{
    const Similarity map = through({search.inkCentre(matches[0].mark), matches[0].pixel},
                                   {search.inkCentre(matches[1].mark), matches[1].pixel});
    return {map.turn.x, -map.turn.y, map.shift.x, map.turn.y, map.turn.x, map.shift.y};
}

/// An affine map where three marks or more fix one.
cv::Matx23d mapThrough(const Search& search, const std::vector<Match>& matches)
{
    if (matches.size() == 2) {
        return throughTwo(search, matches);
    }
    std::vector<PlacedPoint> places;
    for (const Match& match : matches) {
        places.push_back({search.inkCentre(match.mark), match.pixel});
    }
    return fitAffine(places);
}

reading::Registration describe(const Search& search, const std::vector<Match>& matches, double pixelsPerMm)
{
    const cv::Matx23d map = mapThrough(search, matches);
    reading::Registration result;
    page::setMap(result, map, pixelsPerMm);
    const double scale = std::sqrt(result.scaleX * result.scaleY) * pixelsPerMm;
    double squares = 0.0;
    for (const Match& match : matches) {
        const PointMm mm = search.inkCentre(match.mark);
        const cv::Point2d fitted(map(0, 0) * mm.x + map(0, 1) * mm.y + map(0, 2),
                                 map(1, 0) * mm.x + map(1, 1) * mm.y + map(1, 2));
        const cv::Point2d off = (fitted - match.pixel) / scale;
        squares += off.dot(off);
        result.marks.push_back(mm);
    }
    result.residualMm = std::sqrt(squares / static_cast<double>(matches.size()));
    return result;
}

} // namespace

Result<std::vector<reading::Registration>, AlignProblem>
alignSheet(const MarkFinder& finder, std::span<const Mark> marks, const AlignOptions& options)
{
    constexpr std::size_t kFewestMarks = 2;
    Search search(finder, marks, options);
    std::vector<reading::Registration> found;
    AlignProblem problem;
    for (const Hypothesis& hypothesis : search.run()) {
        problem.marksFound = std::max(problem.marksFound, static_cast<int>(hypothesis.matches.size()));
        if (hypothesis.matches.size() < kFewestMarks) {
            continue;
        }
        const std::vector<Match> matches = search.measured(hypothesis);
        if (matches.size() < kFewestMarks) {
            continue;
        }
        const reading::Registration registration =
            describe(search, matches, finder.image().dpi.pixelsPerMm());
        if (registration.residualMm <= options.maxResidualMm) {
            found.push_back(registration);
        }
    }
    if (found.empty()) {
        problem.marksFound = std::min(problem.marksFound, static_cast<int>(kFewestMarks) - 1);
        return Failure{problem};
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
        if (a.marks.size() != b.marks.size()) {
            return a.marks.size() > b.marks.size();
        }
        const bool aUpright = a.orientation == 0; // the same fit both ways: most sheets lie upright
        const bool bUpright = b.orientation == 0;
        return aUpright != bUpright ? aUpright : a.residualMm < b.residualMm;
    });
    return found;
}

} // namespace scanstraat::align
