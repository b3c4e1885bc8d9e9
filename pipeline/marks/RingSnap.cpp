// SPDX-License-Identifier: EUPL-1.2
// For each shift: how dark it is on the circle less how dark it is just outside it, in places all round, so
// that the edge of a blackened box beats its inside. It fails where a thick stroke follows the circle.
#include "marks/RingSnap.h"

#include "page/GreyHistogram.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scanstraat::marks {

namespace {

constexpr double kPixelsPerMm = 8.0;
constexpr double kMarginMm = 1.0;
constexpr double kLineMm = 0.12;       ///< from the circle's outer edge to the middle of its line
constexpr double kOutsideMm = 0.45;    ///< outside that edge, where it should be paper
constexpr double kShiftPenalty = 0.12; ///< of the score, at full reach
constexpr double kInkShare = 0.35;     ///< of the local contrast: darker counts as printed
constexpr double kMinContrast = 24.0;  ///< grey levels; less is paper without print
constexpr double kCoarse = 2.0;        ///< pixels between the shifts that are tried first
constexpr int kPlaces = 24;            ///< round a circle

struct Ring
{
    cv::Point2d centre; ///< pixels
    double radius = 0.0;
};

class Scene
{
public:
    Scene(const page::PagePart& part, std::span<const RectMm> rings)
    {
        const page::GreyHistogram levels(part.grey());
        const double paper = levels.quantile(0.6);
        contrast_ = paper - levels.quantile(0.005);
        cv::subtract(cv::Scalar(paper), part.grey(), dark_);
        cv::blur(dark_, dark_, {3, 3});
        for (const RectMm& ring : rings) {
            const PointMm centre = ring.centre();
            rings_.push_back(
                {{(centre.x - part.area().x) * kPixelsPerMm, (centre.y - part.area().y) * kPixelsPerMm},
                 ring.width / 2 * kPixelsPerMm});
        }
        for (int i = 0; i < kPlaces; ++i) {
            const double angle = i * 2 * CV_PI / kPlaces;
            directions_.at(static_cast<std::size_t>(i)) = {std::cos(angle), std::sin(angle)};
        }
    }

    [[nodiscard]] double contrast() const { return contrast_; }
    [[nodiscard]] const std::vector<Ring>& rings() const { return rings_; }

    [[nodiscard]] double score(cv::Point2d shift) const
    {
        double sum = 0.0;
        for (const Ring& ring : rings_) {
            for (const cv::Point2d& direction : directions_) {
                const cv::Point2d centre = ring.centre + shift;
                const double on = darkAt(centre + direction * (ring.radius - kLineMm * kPixelsPerMm));
                const double out = darkAt(centre + direction * (ring.radius + kOutsideMm * kPixelsPerMm));
                sum += std::max(0.0, on - out);
            }
        }
        return sum;
    }

    /// Share of the circle's places that are dark.
    [[nodiscard]] double seen(const Ring& ring, cv::Point2d shift) const
    {
        int dark = 0;
        for (const cv::Point2d& direction : directions_) {
            double most = 0.0;
            for (const double inwards : {-0.5, 1.0, 2.5}) { // pixels: the line has a width
                most = std::max(most, darkAt(ring.centre + shift + direction * (ring.radius - inwards)));
            }
            dark += most > kInkShare * contrast_ ? 1 : 0;
        }
        return static_cast<double>(dark) / kPlaces;
    }

private:
    cv::Mat dark_;
    double contrast_ = 0.0;
    std::vector<Ring> rings_;
    std::array<cv::Point2d, kPlaces> directions_;

    [[nodiscard]] double darkAt(cv::Point2d place) const
    {
        const int x = cvFloor(place.x);
        const int y = cvFloor(place.y);
        return x < 0 || y < 0 || x >= dark_.cols || y >= dark_.rows ? 0.0 : dark_.at<uchar>(y, x);
    }
};

/// Where the score is highest in that direction, finer than the steps: a line is as wide as they are.
double centreOfPeak(const Scene& scene, cv::Point2d best, cv::Point2d direction)
{
    constexpr double kOfPeak = 0.7;
    const double least = kOfPeak * scene.score(best);
    double sum = 1e-9;
    double moved = 0.0;
    for (double step = -2.0; step <= 2.0; step += 0.5) {
        const double weight = std::max(0.0, scene.score(best + direction * step) - least);
        sum += weight;
        moved += weight * step;
    }
    return best.dot(direction) + moved / sum;
}

cv::Point2d bestShift(const Scene& scene, double reach)
{
    cv::Point2d best(0.0, 0.0);
    double bestScore = -1.0;
    const auto look = [&](cv::Point2d shift) {
        const double far = (shift.x * shift.x + shift.y * shift.y) / (reach * reach);
        const double score = scene.score(shift) * (1.0 - kShiftPenalty * far);
        if (score > bestScore) {
            bestScore = score;
            best = shift;
        }
    };
    const auto lookAround = [&](cv::Point2d centre, double distance, double step) {
        for (double y = -distance; y <= distance; y += step) {
            for (double x = -distance; x <= distance; x += step) {
                look(centre + cv::Point2d(x, y));
            }
        }
    };
    lookAround({0.0, 0.0}, reach, kCoarse); // a line and its blur are three pixels wide
    lookAround(best, kCoarse / 2, kCoarse / 2);
    return {centreOfPeak(scene, best, {1.0, 0.0}), centreOfPeak(scene, best, {0.0, 1.0})};
}

} // namespace

page::Snap snapToRings(const page::RegisteredPage& page, std::span<const RectMm> rings, double reachMm)
{
    if (rings.empty()) {
        return {};
    }
    const page::PagePart part(page, unite(rings).grown(reachMm + kMarginMm), kPixelsPerMm);
    const Scene scene(part, rings);
    if (scene.contrast() < kMinContrast) {
        return {};
    }
    const cv::Point2d shift = bestShift(scene, reachMm * kPixelsPerMm);
    page::Snap snap{{shift.x / kPixelsPerMm, shift.y / kPixelsPerMm}};
    for (const Ring& ring : scene.rings()) {
        snap.strengths.push_back(scene.seen(ring, shift));
        snap.strength += snap.strengths.back() / static_cast<double>(rings.size());
    }
    return snap;
}

} // namespace scanstraat::marks
