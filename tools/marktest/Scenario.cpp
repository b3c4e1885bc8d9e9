// SPDX-License-Identifier: EUPL-1.2
#include "Scenario.h"

#include <algorithm>

namespace scanstraat::marktest {

namespace {

using reading::MarkState;

/// Marks that a person makes out of habit, the rest are as the table has them.
constexpr double kHabit = 0.7;

/// How often a kind that only some pens make comes on their pages of the hard set, so that it is as common as
/// others over all pages.
constexpr double kRarePen = 5.0;

std::size_t drawn(const std::vector<double>& weights, synth::Random& random)
{
    double total = 0.0;
    for (const double weight : weights) {
        total += weight;
    }
    double rest = random.uniform() * total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (rest < weights[i]) {
            return i;
        }
        rest -= weights[i];
    }
    return 0;
}

} // namespace

std::string toString(Set set)
{
    switch (set) {
    case Set::ordinary:
        return "ordinary";
    case Set::mixed:
        return "mixed";
    default:
        return "hard";
    }
}

Rates ratesFor(double options)
{
    constexpr double kSeveral = 0.012;
    constexpr double kTwoBoxes = 1.08; // some unclear marks take two boxes
    Rates rates;
    rates.unclear = kUnclearShare * options / kTwoBoxes;
    rates.recrossed = kRecrossedShare * options;
    rates.onlyBlack = 0.12 * kBlackenedShare * options;
    rates.corrected = 0.88 * kBlackenedShare * options;
    rates.several = kSeveral;
    rates.crossed = kCrossedShare * options - rates.corrected - 2 * kSeveral;
    return rates;
}

Rates ratesFor(std::span<const form::FormTemplate> forms)
{
    double groups = 0.0;
    double boxes = 0.0;
    for (const form::FormTemplate& form : forms) {
        for (const form::Page& page : form.pages) {
            for (const form::Field& field : page.fields) {
                if (!field.options.empty() && !field.multiple) {
                    groups += 1.0;
                    boxes += double(field.options.size());
                }
            }
        }
    }
    return ratesFor(boxes / std::max(1.0, groups));
}

Chooser::Chooser(Set set, synth::PenKind pen, const Rates& rates, synth::Random& random)
    : set_(set), pen_(pen), rates_(rates), random_(random), habit_(anyKind(MarkState::crossed))
{
}

std::size_t Chooser::anyKind(MarkState state)
{
    std::vector<double> weights;
    for (const MarkKind& kind : markKinds()) {
        const bool possible = kind.truth == state && (!kind.pen || *kind.pen == pen_) && !kind.takesNext;
        weights.push_back(possible ? kind.weight : 0.0);
    }
    return drawn(weights, random_);
}

std::size_t Chooser::kindOf(MarkState state)
{
    return state == MarkState::crossed && random_.chance(kHabit) ? habit_ : anyKind(state);
}

std::vector<MarkState> Chooser::statesOfOne(std::size_t options)
{
    std::vector<MarkState> states(options, MarkState::empty);
    const std::size_t one = random_.index(options);
    const std::size_t other = (one + 1 + random_.index(options - 1)) % options;
    const double none = std::max(0.0, 1.0 - rates_.crossed - rates_.corrected - rates_.recrossed -
                                          rates_.onlyBlack - rates_.several - rates_.unclear);
    switch (random_.weighted({rates_.crossed, rates_.corrected, rates_.recrossed, rates_.onlyBlack,
                              rates_.several, rates_.unclear, none})) {
    case 0:
        states[one] = MarkState::crossed;
        break;
    case 1:
        states[one] = MarkState::crossed;
        states[other] = MarkState::blackened;
        break;
    case 2:
        states[one] = MarkState::recrossed;
        break;
    case 3:
        states[one] = MarkState::blackened;
        break;
    case 4:
        states[one] = states[other] = MarkState::crossed;
        break;
    case 5:
        states[one] = MarkState::unclear;
        break;
    default:
        break;
    }
    return states;
}

std::vector<MarkState> Chooser::statesOfAny(std::size_t options)
{
    constexpr double empty = 1.0 - kCrossedShare - kBlackenedShare - kRecrossedShare - kUnclearShare;
    std::vector<MarkState> states;
    for (std::size_t i = 0; i < options; ++i) {
        states.push_back(static_cast<MarkState>(
            random_.weighted({empty, kCrossedShare, kBlackenedShare, kRecrossedShare, kUnclearShare})));
    }
    return states;
}

std::vector<std::size_t> Chooser::hardKinds(std::size_t options)
{
    std::vector<double> weights;
    for (const MarkKind& kind : markKinds()) {
        const bool possible = !kind.pen || *kind.pen == pen_;
        weights.push_back(!possible ? 0.0 : kind.pen ? kRarePen : kind.takesNext ? 0.6 : 1.0);
    }
    std::vector<std::size_t> kinds;
    while (kinds.size() < options) {
        const std::size_t kind = drawn(weights, random_);
        const bool two = markKinds()[kind].takesNext;
        if (!two || kinds.size() + 2 <= options) {
            kinds.insert(kinds.end(), two ? 2 : 1, kind);
        }
    }
    return kinds;
}

std::vector<std::size_t> Chooser::kindsFor(const form::Field& field)
{
    constexpr double kHardGroups = 0.2;
    if (set_ == Set::hard || (set_ == Set::mixed && random_.chance(kHardGroups))) {
        return hardKinds(field.options.size());
    }
    const auto states =
        field.multiple ? statesOfAny(field.options.size()) : statesOfOne(field.options.size());
    std::vector<std::size_t> kinds;
    for (const MarkState state : states) {
        kinds.push_back(kindOf(state));
    }
    const std::size_t two = kindNamed("cross over two");
    for (std::size_t i = 0; i + 1 < kinds.size(); ++i) {
        if (states[i] == MarkState::unclear && states[i + 1] == MarkState::empty && random_.chance(0.08)) {
            kinds[i] = kinds[i + 1] = two;
        }
    }
    return kinds;
}

} // namespace scanstraat::marktest
