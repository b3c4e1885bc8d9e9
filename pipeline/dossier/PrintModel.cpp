// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PrintModel.h"

#include "dossier/PageContent.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace scanstraat::dossier {

namespace {

/// Deviation of the print's size within an application: 0.0004 in simulated scans, and room for damp paper.
constexpr double kDeviation = 0.001;
constexpr double kLeast = 0.935; ///< sizes of print that occur (design: 94 to 103 %)
constexpr double kMost = 1.035;
constexpr double kRange = 0.05; ///< among how wide a range they are, as most are between 0.95 and 1
constexpr double kElsewhere = 0.3;
constexpr std::size_t kBins = 201; ///< a half deviation wide

double logMeanExp(const std::vector<double>& logarithms)
{
    const double most = std::ranges::max(logarithms);
    double sum = 0.0;
    for (const double one : logarithms) {
        sum += std::exp(one - most);
    }
    // The bins are spread over more than the range that counts.
    return most + std::log(sum * (kMost - kLeast) / kRange / static_cast<double>(logarithms.size()));
}

} // namespace

PrintModel::PrintModel(std::span<const reading::PageReading> pages, std::size_t persons)
    : persons_(persons, Curve(kBins, 0.0))
{
    for (const reading::PageReading& page : pages) {
        const std::optional<double> scale = printScaleOf(page);
        pages_.push_back(scale ? std::optional(curveOf(*scale)) : std::nullopt);
    }
}

PrintModel::Curve PrintModel::curveOf(double scale)
{
    constexpr double kPeak = kRange / (kDeviation * std::numbers::sqrt2 / std::numbers::inv_sqrtpi);
    Curve curve;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        const double size = kLeast + (kMost - kLeast) * static_cast<double>(bin) / (kBins - 1);
        const double away = (scale - size) / kDeviation;
        curve.push_back(std::log(kElsewhere + (1.0 - kElsewhere) * kPeak * std::exp(-away * away / 2.0)));
    }
    return curve;
}

double PrintModel::gain(std::size_t i, std::size_t person) const
{
    if (!pages_[i]) {
        return 0.0;
    }
    Curve with = persons_[person];
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        with[bin] += (*pages_[i])[bin];
    }
    return logMeanExp(with) - logMeanExp(persons_[person]);
}

double PrintModel::logLikelihood() const
{
    double sum = 0.0;
    for (const Curve& person : persons_) {
        sum += logMeanExp(person);
    }
    return sum;
}

void PrintModel::give(std::size_t i, std::size_t person)
{
    for (std::size_t bin = 0; bin < kBins && pages_[i]; ++bin) {
        persons_[person][bin] += (*pages_[i])[bin];
    }
}

void PrintModel::take(std::size_t i, std::size_t person)
{
    for (std::size_t bin = 0; bin < kBins && pages_[i]; ++bin) {
        persons_[person][bin] -= (*pages_[i])[bin];
    }
}

} // namespace scanstraat::dossier
