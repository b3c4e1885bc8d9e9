// SPDX-License-Identifier: EUPL-1.2
#include "AnnexChooser.h"

#include "form/TemplateLoader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::synth {
namespace {

using testing::ElementsAre;

/// Ids of the annexes of 6009 with that purpose; "paper" for each loose paper.
std::vector<std::string> annexes(const std::string& part, const std::string& purpose, bool selfEmployed,
                                 std::uint64_t seed = 1)
{
    static const auto forms = form::loadTemplates(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "templates");
    Random random(seed, 1);
    const std::map<std::string, std::string> meant{{part, purpose}};
    const AnnexChoice choice = chooseAnnexes(forms.front(), forms, {meant, selfEmployed}, random);
    std::vector<std::string> ids(static_cast<std::size_t>(choice.papers), "paper");
    for (const form::FormTemplate* form : choice.forms) {
        ids.push_back(form->id);
    }
    return ids;
}

TEST(AnnexChooser, SendsWhatThePurposeNeeds)
{
    EXPECT_THAT(annexes("6009.2.a", "vijf-jaar", true), ElementsAre("7101", "7112", "7116"));
    EXPECT_THAT(annexes("6009.2.a", "vijf-jaar", false), ElementsAre("7101", "werkgeversverklaring", "7116"));
    EXPECT_THAT(annexes("6009.2.b", "belg-of-luxemburger", true), ElementsAre("7101", "7112"));
}

TEST(AnnexChooser, SendsNothingThatThePurposeDoesNotNeed)
{
    EXPECT_THAT(annexes("6009.2.a", "in-nederland-geboren", true), ElementsAre("7101"));
    EXPECT_THAT(annexes("6009.2.e", "oud-nederlander-afstand", false), ElementsAre("7101"));
}

TEST(AnnexChooser, WhatTheFormDoesNotAskHoldsForSome)
{
    int sent = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        sent += annexes("6009.2.a", "houder-onbepaalde-tijd", true, seed).back() == "7116" ? 1 : 0;
    }

    EXPECT_GT(sent, 5);
    EXPECT_LT(sent, 35);
}

} // namespace
} // namespace scanstraat::synth
