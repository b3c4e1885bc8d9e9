// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PageRelations.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace scanstraat::dossier {

namespace {

/// From so many copies on their contents are not compared: a stack of applications, not one envelope.
constexpr std::size_t kMostCopies = 8;

} // namespace

PageRelations::PageRelations(std::span<const reading::PageReading> pages)
    : pages_(pages), copies_(pages.size())
{
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
        weights[person] +=
            ofCopies(i, beliefs, person) + ofForm(i, beliefs, person) + ofNeighbours(i, beliefs, person);
    }
}

double PageRelations::ofCopies(std::size_t i, const PersonTable& beliefs, std::size_t person) const
{
    constexpr double kNotTwice = 0.95; ///< probability that a sheet with other answers is another person's
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
