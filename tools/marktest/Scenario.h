// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "MarkKind.h"
#include "Random.h"
#include "form/FormTemplate.h"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::marktest {

/// Which marks: as common as people make them; ordinary ones with a group in five as in the hard set; or
/// every kind equally often.
enum class Set { ordinary, mixed, hard };
inline constexpr std::array kSets{Set::ordinary, Set::mixed, Set::hard};

[[nodiscard]] std::string toString(Set set);

/// Shares of the states among the boxes of the ordinary set; the rest is empty.
inline constexpr double kCrossedShare = 0.25;
inline constexpr double kBlackenedShare = 0.03;
inline constexpr double kRecrossedShare = 0.014;
inline constexpr double kUnclearShare = 0.006;

/// How often a group of which one may be chosen is answered in each way: per group, so that the boxes of all
/// groups together come to the shares above.
struct Rates
{
    double crossed = 0.7;   ///< one is crossed
    double corrected = 0.1; ///< one is blackened, another crossed
    double recrossed = 0.04;
    double onlyBlack = 0.01;
    double several = 0.01; ///< two are crossed
    double unclear = 0.02; ///< one mark that a person must look at
};

/// Rates for forms whose groups of one have so many options on average.
[[nodiscard]] Rates ratesFor(double options);
[[nodiscard]] Rates ratesFor(std::span<const form::FormTemplate> forms);

/// What one person puts into the boxes of a page: mostly the same kind of mark.
class Chooser
{
public:
    Chooser(Set set, synth::PenKind pen, const Rates& rates, synth::Random& random);

    /// Indices into markKinds(), one an option.
    [[nodiscard]] std::vector<std::size_t> kindsFor(const form::Field& field);

private:
    [[nodiscard]] std::size_t kindOf(reading::MarkState state);
    [[nodiscard]] std::size_t anyKind(reading::MarkState state);
    [[nodiscard]] std::vector<std::size_t> hardKinds(std::size_t options);
    [[nodiscard]] std::vector<reading::MarkState> statesOfOne(std::size_t options);
    [[nodiscard]] std::vector<reading::MarkState> statesOfAny(std::size_t options);

    Set set_;
    synth::PenKind pen_;
    Rates rates_;
    synth::Random& random_;
    std::size_t habit_; ///< the cross that this person makes
};

} // namespace scanstraat::marktest
