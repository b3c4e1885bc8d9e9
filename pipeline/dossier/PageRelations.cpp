// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PageRelations.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::dossier {

namespace {

/// From so many copies on their contents are not compared: a stack of applications, not one envelope.
constexpr std::size_t kMostCopies = 8;

/// Deviation of the print's size within an application: 0.0004 in simulated scans, and room for damp paper.
constexpr double kPrintDeviation = 0.001;
constexpr double kPrintRange = 0.05;   ///< sizes of print that occur: 0.95 to 1.0 and a little beyond
constexpr std::ptrdiff_t kNearby = 60; ///< pages that are looked at to both sides

} // namespace

PageRelations::PageRelations(std::span<const reading::PageReading> pages)
    : pages_(pages), prints_(pages.size()), copies_(pages.size())
{
    comparePrints();
    std::map<std::pair<std::string, int>, std::vector<std::size_t>> byKey;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (reading::isFormPage(pages[i])) {
            byKey[{pages[i].form, pages[i].number}].push_back(i);
            wholeForms_[pages[i].form].push_back(i);
        }
    }
    for (const auto& [key, same] : byKey) {
        if (same.size() > 1) {
            wholeForms_.erase(key.first);
        }
        for (const std::size_t i : same) {
            for (const std::size_t j : same) {
                if (i != j) {
                    const bool few = same.size() < kMostCopies;
                    copies_[i].push_back({j, few ? compareContents(pages[i], pages[j]) : Copies::unknown});
                }
            }
        }
    }
}

void PageRelations::add(std::size_t i, const PersonTable& beliefs, std::vector<double>& weights) const
{
    if (!reading::isFormPage(pages_[i])) {
        return;
    }
    for (std::size_t person = 0; person < weights.size(); ++person) {
        weights[person] += ofCopies(i, beliefs, person) + ofForm(i, beliefs, person) +
                           ofPrint(i, beliefs, person) + ofNeighbours(i, beliefs, person);
    }
}

double PageRelations::ofCopies(std::size_t i, const PersonTable& beliefs, std::size_t person) const
{
    constexpr double kNotTwice = 0.95;   ///< probability that a sheet with other answers is another person's
    constexpr double kHardlyTwice = 0.7; ///< likewise where nothing is written on them
    constexpr double kRarely = 0.05;     ///< that two sheets with the same answers are of two persons
    double weight = 0.0;
    for (const Copy& copy : copies_[i]) {
        const double has = beliefs[copy.page][person];
        weight += copy.kind == Copies::same        ? std::log(kRarely + has)
                  : copy.kind == Copies::different ? std::log(1.0 - kNotTwice * has)
                                                   : std::log(1.0 - kHardlyTwice * has);
    }
    return weight;
}

double PageRelations::ofForm(std::size_t i, const PersonTable& beliefs, std::size_t person) const
{
    constexpr double kWhole = 4.0; ///< 50 to 1
    const auto form = wholeForms_.find(pages_[i].form);
    if (form == wholeForms_.end() || form->second.size() < 2) {
        return 0.0;
    }
    double share = 0.0;
    for (const std::size_t j : form->second) {
        share += j == i ? 0.0 : beliefs[j][person];
    }
    return kWhole * share / static_cast<double>(form->second.size() - 1);
}

void PageRelations::comparePrints()
{
    for (std::ptrdiff_t i = 0; i < std::ssize(pages_); ++i) {
        const auto one = static_cast<std::size_t>(i);
        const std::optional<double> own = printScaleOf(pages_[one]);
        const std::ptrdiff_t end = own ? std::min(std::ssize(pages_), i + kNearby + 1) : 0;
        for (std::ptrdiff_t j = std::max<std::ptrdiff_t>(0, i - kNearby); j < end; ++j) {
            const auto other = static_cast<std::size_t>(j);
            const std::optional<double> scale = i == j ? std::nullopt : printScaleOf(pages_[other]);
            if (scale) {
                const double away = (*own - *scale) / kPrintDeviation;
                prints_[one].push_back({other, std::exp(-away * away / 4.0)}); // both deviate
            }
        }
    }
}

/// Against print of any size: what comes from elsewhere (an employer, a notary) is printed elsewhere.
double PageRelations::ofPrint(std::size_t i, const PersonTable& beliefs, std::size_t person) const
{
    constexpr double kElsewhere = 0.3;
    constexpr double kPeak = kPrintRange / (kPrintDeviation * 3.5449); // of two deviations: 2 sqrt(pi)
    double alike = 0.0;
    double all = 0.0;
    for (const Print& print : prints_[i]) {
        const double share = beliefs[print.page][person];
        alike += share * print.alike;
        all += share;
    }
    return all < 1.0 ? 0.0 : std::log(kElsewhere + (1.0 - kElsewhere) * kPeak * alike / all);
}

double PageRelations::ofNeighbours(std::size_t i, const PersonTable& beliefs, std::size_t person) const
{
    constexpr double kSlippedIn = 2.5; ///< 12 to 1
    double weight = 0.0;
    for (const int direction : {-1, 1}) {
        const std::optional<std::size_t> j = neighbourBeyond(i, direction);
        weight += j ? kSlippedIn * beliefs[*j][person] : 0.0;
    }
    return weight;
}

/// The page before or behind it in its form, where something else lies between.
std::optional<std::size_t> PageRelations::neighbourBeyond(std::size_t i, int direction) const
{
    constexpr std::ptrdiff_t kFarthest = 8;
    for (std::ptrdiff_t distance = 1; distance <= kFarthest; ++distance) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + direction * distance;
        if (at < 0 || at >= std::ssize(pages_)) {
            break;
        }
        const auto j = static_cast<std::size_t>(at);
        if (pages_[j].form == pages_[i].form) {
            const bool isNext = distance > 1 && pages_[j].number == pages_[i].number + direction;
            return isNext ? std::optional(j) : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace scanstraat::dossier
