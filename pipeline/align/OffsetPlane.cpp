// SPDX-License-Identifier: EUPL-1.2
#include "align/OffsetPlane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <random>

namespace scanstraat::align {

namespace {

constexpr double kAgreeMm = 0.3;
constexpr double kLineMm = 0.08;  ///< standard deviation of one measured line
constexpr double kTogether = 3.0; ///< pieces of one line that share its error
constexpr int kEnoughToTell = 20; ///< lines from which their own residuals tell how exact they are
constexpr int kTrials = 400;
constexpr std::size_t kSampleSize = 3;

/// Normal equations that begin with the prior.
class Equations
{
public:
    explicit Equations(const OffsetPrior& prior)
        : left_(cv::Matx33d::diag(
              {1.0 / square(prior.constantMm), 1.0 / square(prior.slopeMm), 1.0 / square(prior.slopeMm)}))
    {
        for (const PointMm& anchor : prior.anchors) {
            add(anchor, 0.0, prior.anchorMm);
        }
    }

    void add(PointMm place, double offset, double deviation)
    {
        const cv::Vec3d basis = OffsetPlane::basis(place);
        left_ += basis * basis.t() * (1.0 / square(deviation));
        right_ += basis * (offset / square(deviation));
    }

    [[nodiscard]] cv::Matx33d covariance() const { return left_.inv(cv::DECOMP_CHOLESKY); }
    [[nodiscard]] OffsetPlane solve() const { return {covariance() * right_}; }

private:
    static double square(double value) { return value * value; }

    cv::Matx33d left_;
    cv::Vec3d right_;
};

/// The seen offset nearest to the plane, if one is within `limit`.
std::optional<double> nearest(const OffsetSeen& seen, const OffsetPlane& plane, double limit)
{
    const double expected = plane.at(seen.place);
    std::optional<double> best;
    for (const double offset : seen.offsets) {
        if (std::abs(offset - expected) < limit) {
            limit = std::abs(offset - expected);
            best = offset;
        }
    }
    return best;
}

int countAgreeing(std::span<const OffsetSeen> seen, const OffsetPlane& plane)
{
    return static_cast<int>(std::ranges::count_if(
        seen, [&](const OffsetSeen& one) { return nearest(one, plane, kAgreeMm).has_value(); }));
}

OffsetPlane search(std::span<const OffsetSeen> seen, const OffsetPrior& prior)
{
    std::minstd_rand random(1); // the same page must give the same map
    const auto draw = [&](std::size_t count) { return static_cast<std::size_t>(random()) % count; };
    OffsetPlane best;
    int most = countAgreeing(seen, best);
    for (int trial = 0; trial < kTrials; ++trial) {
        Equations equations(prior);
        for (std::size_t i = 0; i < kSampleSize; ++i) {
            const OffsetSeen& one = seen[draw(seen.size())];
            if (!one.offsets.empty()) {
                equations.add(one.place, one.offsets[draw(one.offsets.size())], kLineMm);
            }
        }
        const OffsetPlane plane = equations.solve();
        const int agreeing = countAgreeing(seen, plane);
        if (agreeing > most) {
            most = agreeing;
            best = plane;
        }
    }
    return best;
}

/// What agrees with the plane to `limit`, each line with that standard deviation, and the prior.
Equations equationsOf(std::span<const OffsetSeen> seen, const OffsetPrior& prior, const OffsetPlane& plane,
                      double limit, double lineMm)
{
    Equations equations(prior);
    for (const OffsetSeen& one : seen) {
        if (const auto offset = nearest(one, plane, limit)) {
            equations.add(one.place, *offset, lineMm * std::sqrt(kTogether));
        }
    }
    return equations;
}

} // namespace

double OffsetFit::deviation(PointMm place) const
{
    const cv::Vec3d basis = OffsetPlane::basis(place);
    return std::sqrt(basis.dot(covariance * basis));
}

OffsetFit fitOffsets(std::span<const OffsetSeen> seen, const OffsetPrior& prior)
{
    constexpr std::array kLimits{1.5, 1.0, 0.7, 0.45, kAgreeMm, kAgreeMm};
    OffsetFit fit;
    if (prior.wide && !seen.empty()) {
        fit.plane = search(seen, prior);
    }
    for (const double limit : kLimits) {
        const Equations equations =
            equationsOf(seen, prior, fit.plane, prior.wide ? kAgreeMm : limit, kLineMm);
        fit.plane = equations.solve();
        fit.covariance = equations.covariance();
    }
    for (const OffsetSeen& one : seen) {
        if (const auto offset = nearest(one, fit.plane, kAgreeMm)) {
            const double distance = *offset - fit.plane.at(one.place);
            fit.squares += distance * distance;
            ++fit.agreeing;
        }
    }
    if (fit.agreeing >= kEnoughToTell) {
        const double measured = std::sqrt(fit.squares / fit.agreeing);
        const double lineMm = std::clamp(2 * measured, kLineMm / 2, kLineMm);
        fit.covariance = equationsOf(seen, prior, fit.plane, kAgreeMm, lineMm).covariance();
    }
    return fit;
}

} // namespace scanstraat::align
