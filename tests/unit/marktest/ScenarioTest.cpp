// SPDX-License-Identifier: EUPL-1.2
#include "marktest/Scenario.h"

#include "marktest/DeckForms.h"

#include <gtest/gtest.h>

#include <map>

namespace scanstraat::marktest {
namespace {

using reading::MarkState;

std::map<std::string, double> sharesOfKinds(Set set, int pages)
{
    const auto forms = deckForms(3);
    const Rates rates = ratesFor(forms);
    std::map<std::string, double> counts;
    double all = 0.0;
    for (int page = 0; page < pages; ++page) {
        synth::Random random(11, static_cast<std::uint64_t>(page));
        const auto pen = random.chance(0.15) ? synth::PenKind::pencil : synth::PenKind::ballpoint;
        Chooser chooser(set, pen, rates, random);
        for (const form::Field& field :
             forms[static_cast<std::size_t>(page % kDeckForms)].pages.front().fields) {
            if (field.options.empty()) {
                continue;
            }
            for (const std::size_t kind : chooser.kindsFor(field)) {
                counts[markKinds()[kind].name] += 1.0;
                all += 1.0;
            }
        }
    }
    for (auto& [name, count] : counts) {
        count /= all;
    }
    return counts;
}

TEST(Scenario, BoxesOfTheOrdinarySetAreMarkedAsOftenAsTheyShould)
{
    std::map<MarkState, double> states;
    for (const auto& [name, share] : sharesOfKinds(Set::ordinary, 480)) {
        states[markKinds()[kindNamed(name)].truth] += share;
    }

    EXPECT_NEAR(states[MarkState::empty], 0.70, 0.004);
    EXPECT_NEAR(states[MarkState::crossed], kCrossedShare, 0.004);
    EXPECT_NEAR(states[MarkState::blackened], kBlackenedShare, 0.002);
    EXPECT_NEAR(states[MarkState::recrossed], kRecrossedShare, 0.002);
    EXPECT_NEAR(states[MarkState::unclear], kUnclearShare, 0.001);
}

TEST(Scenario, TheHardSetHasEveryKindAboutEquallyOften)
{
    const auto shares = sharesOfKinds(Set::hard, 480);

    EXPECT_EQ(shares.size(), markKinds().size());
    for (const auto& [name, share] : shares) {
        EXPECT_GT(share * double(markKinds().size()), 0.5) << name;
        EXPECT_LT(share * double(markKinds().size()), 1.6) << name;
    }
}

TEST(Scenario, TheMixedSetHasAFifthOfTheHardOne)
{
    const auto mixed = sharesOfKinds(Set::mixed, 480);
    const auto ordinary = sharesOfKinds(Set::ordinary, 480);
    const auto hard = sharesOfKinds(Set::hard, 480);

    for (const auto& [name, share] : mixed) {
        const auto usual = ordinary.find(name);
        const double wanted = 0.2 * hard.at(name) + 0.8 * (usual == ordinary.end() ? 0.0 : usual->second);
        EXPECT_NEAR(share, wanted, 0.006) << name;
    }
}

} // namespace
} // namespace scanstraat::marktest
