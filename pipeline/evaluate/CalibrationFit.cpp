// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/CalibrationFit.h"

#include "evaluate/Evaluator.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::evaluate {

namespace {

const std::set<std::string> kLineKinds{"email",  "country",      "nationality", "name",
                                       "street", "house-number", "place",       "free-text"};

double logOdds(double probability)
{
    constexpr double kNearest = 1e-6;
    const double p = std::clamp(probability, kNearest, 1.0 - kNearest);
    return std::log(p / (1.0 - p));
}

/// Filled fields of a kind whose confidence comes from reading alone.
std::vector<Judged> readingsOf(const Report& report, const std::string& kind)
{
    std::vector<Judged> readings;
    const auto found = report.kinds.find(kind);
    if (found != report.kinds.end()) {
        std::ranges::copy_if(found->second.judged, std::back_inserter(readings), [](const Judged& one) {
            return one.isFilled && one.confidence > 0.0 && one.confidence != reading::kContradictedConfidence;
        });
    }
    return readings;
}

std::vector<Judged> recalibrated(std::vector<Judged> judged, const reading::Curve& curve)
{
    for (Judged& one : judged) {
        one.confidence = curve.probability(one.confidence);
    }
    return judged;
}

} // namespace

reading::Curve fitLogistic(const std::vector<Judged>& judged, const LogisticPrior& prior)
{
    constexpr int kSteps = 50;
    const double slopeWeight = 1.0 / (prior.slopeDeviation * prior.slopeDeviation);
    const double offsetWeight = 1.0 / (prior.offsetDeviation * prior.offsetDeviation);
    reading::Curve fit = prior.start;
    for (int step = 0; step < kSteps; ++step) {
        double slopePull = slopeWeight * (prior.start.slope - fit.slope);
        double offsetPull = offsetWeight * (prior.start.offset - fit.offset);
        double slopeSlope = slopeWeight;
        double slopeOffset = 0.0;
        double offsetOffset = offsetWeight;
        for (const Judged& one : judged) {
            const double z = logOdds(one.confidence);
            const double p = 1.0 / (1.0 + std::exp(-(fit.slope * z + fit.offset)));
            const double missing = (one.right ? 1.0 : 0.0) - p;
            const double weight = p * (1.0 - p);
            slopePull += missing * z;
            offsetPull += missing;
            slopeSlope += weight * z * z;
            slopeOffset += weight * z;
            offsetOffset += weight;
        }
        const double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
        const double slopeStep = (offsetOffset * slopePull - slopeOffset * offsetPull) / determinant;
        const double offsetStep = (slopeSlope * offsetPull - slopeOffset * slopePull) / determinant;
        // Newton may overshoot far from the optimum.
        const double damping = std::min(1.0, 2.0 / std::max(std::abs(slopeStep), std::abs(offsetStep)));
        fit.slope = std::max(0.05, fit.slope + damping * slopeStep);
        fit.offset += damping * offsetStep;
        if (std::abs(slopeStep) + std::abs(offsetStep) < 1e-9) {
            break;
        }
    }
    return fit;
}

double acceptanceFor(std::vector<Judged> judged, double targetError)
{
    std::ranges::stable_sort(judged, std::greater{}, &Judged::confidence);
    double limit = 1.0;
    int wrong = 0;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        wrong += judged[i].right ? 0 : 1;
        const auto count = static_cast<double>(i + 1);
        const bool isLast = i + 1 == judged.size() || judged[i + 1].confidence < judged[i].confidence;
        if (isLast && wrong <= std::floor(targetError * count)) {
            limit = judged[i].confidence;
        }
    }
    return limit;
}

double acceptanceForOthers(const std::vector<Judged>& judged, double targetError)
{
    const double limit = acceptanceFor(judged, targetError);
    double accepted = 1.0;
    double wrong = 1.0;
    for (const Judged& one : judged) {
        accepted += one.confidence >= limit ? 1.0 : 0.0;
        wrong += one.confidence >= limit && !one.right ? 1.0 : 0.0;
    }
    return 1.0 - (1.0 - limit) * std::min(1.0, std::sqrt(targetError * accepted / wrong));
}

reading::Calibration fitCalibration(const Report& report, const reading::Calibration& used,
                                    double targetError)
{
    reading::Calibration result = used;
    for (const auto* group : {&combKinds(), &kLineKinds}) {
        std::vector<Judged> all;
        for (const std::string& kind : *group) {
            const std::vector<Judged> readings = readingsOf(report, kind);
            all.insert(all.end(), readings.begin(), readings.end());
        }
        const reading::Curve common = fitLogistic(all, {});
        std::vector<Judged> calibrated;
        std::map<std::string, reading::Curve> fits;
        for (const std::string& kind : *group) {
            constexpr double kFixed = 1e-3;
            constexpr double kBetweenKinds = 0.7; // nats between the offsets of kinds
            const std::vector<Judged> readings = readingsOf(report, kind);
            fits[kind] = fitLogistic(readings, {common, kFixed, kBetweenKinds});
            const std::vector<Judged> now = recalibrated(readings, fits[kind]);
            calibrated.insert(calibrated.end(), now.begin(), now.end());
        }
        const double limit = std::max(kLeastSure, acceptanceForOthers(calibrated, targetError));
        for (const auto& [kind, fit] : fits) {
            const reading::Curve& before = used.of(kind);
            result.set(kind, {fit.slope * before.slope, fit.slope * before.offset + fit.offset, limit});
        }
    }
    return result;
}

} // namespace scanstraat::evaluate
