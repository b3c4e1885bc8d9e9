// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PageRelations.h"

#include "dossier/Templates.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::dossier {

namespace {

/// From so many copies on their contents are not compared: a stack of applications, not one envelope.
constexpr std::size_t kMostCopies = 8;

} // namespace

PageRelations::PageRelations(std::span<const reading::PageReading> pages,
                             std::span<const form::FormTemplate> templates)
    : pages_(pages), templates_(templates), copies_(pages.size())
{
    for (std::size_t i = 0; i < pages.size(); ++i) {
        neighbours_.push_back({neighbourBeyond(i, -1), neighbourBeyond(i, 1)});
    }
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

void PageRelations::add(std::size_t i, Owners owners, std::vector<double>& weights) const
{
    if (!reading::isFormPage(pages_[i])) {
        return;
    }
    addCopies(i, owners, weights);
    addForm(i, owners, weights);
    addNeighbours(i, owners, weights);
}

bool PageRelations::areOfOneForm(std::size_t i, std::size_t j) const
{
    return reading::isFormPage(pages_[i]) && reading::isFormPage(pages_[j]) &&
           pages_[i].form == pages_[j].form;
}

void PageRelations::addCopies(std::size_t i, Owners owners, std::vector<double>& weights) const
{
    constexpr double kTwice = 0.05; ///< probability that a sheet with other answers is the same person's
    constexpr double kPerhapsTwice = 0.3; ///< likewise where nothing is written on them
    constexpr double kTogether = 21.0;    ///< odds that two sheets with the same answers are of one person
    for (const Copy& copy : copies_[i]) {
        if (owners[copy.page] != kNobody) {
            weights[owners[copy.page]] += std::log(copy.kind == Copies::same        ? kTogether
                                                   : copy.kind == Copies::different ? kTwice
                                                                                    : kPerhapsTwice);
        }
    }
}

void PageRelations::addForm(std::size_t i, Owners owners, std::vector<double>& weights) const
{
    constexpr double kWhole = 4.0; ///< 50 to 1
    const auto form = wholeForms_.find(pages_[i].form);
    if (form == wholeForms_.end()) {
        return;
    }
    for (const std::size_t j : form->second) {
        if (j != i && owners[j] != kNobody) {
            weights[owners[j]] += kWhole / static_cast<double>(form->second.size() - 1);
        }
    }
}

void PageRelations::addNeighbours(std::size_t i, Owners owners, std::vector<double>& weights) const
{
    constexpr double kSlippedIn = 2.5; ///< 12 to 1
    for (const std::optional<std::size_t>& j : neighbours_[i]) {
        if (j && owners[*j] != kNobody) {
            weights[owners[*j]] += kSlippedIn;
        }
    }
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
            const bool isNext = distance > 1 && pages_[j].number == numberBeside(templates_, pages_[i].form,
                                                                                 pages_[i].number, direction);
            return isNext ? std::optional(j) : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace scanstraat::dossier
