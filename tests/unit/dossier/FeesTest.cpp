// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Fees.h"

#include "TestForms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

using reading::FieldState;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// 100 for work; 40 for one nationality, whoever asks; 7 where an uncle pays, which no form asks.
form::Catalogue catalogue(bool withUncle = false)
{
    form::FeeRule fee;
    fee.euros = 100;
    fee.scope = form::AnswerCondition{"alleen bekend voor werk", "main.2", {"work"}};
    fee.exceptions = {{40, {"de aanvrager is Turks", "main.name", {"Turkse"}}}};
    if (withUncle) {
        fee.exceptions.push_back({7, {"een oom betaalt", "", {}}});
    }
    return {{{"main", "Aanvraag", {"werk"}, fee}}};
}

reading::Record recordOf(const std::string& purpose, const std::string& nationality)
{
    reading::Record record;
    record.pages = {testPage("a", 2, "main", 2), testPage("a", 3, "main", 3)};
    record.pages[0].fields = {testReading("main.name", nationality), testReading("main.a", purpose)};
    record.pages[1].fields = {testReading("main.b", "")};
    return record;
}

reading::Fee feeAfter(reading::Record record, const form::Catalogue& fees = catalogue())
{
    noteFees(record, fees, testForms());
    EXPECT_EQ(record.fees.size(), 1U);
    return record.fees.empty() ? reading::Fee{} : record.fees.front();
}

TEST(Fees, AreTheUsualOnesWhereNoExceptionHolds)
{
    const reading::Fee fee = feeAfter(recordOf("work", "BELGISCHE"));

    EXPECT_EQ(fee.form, "main");
    EXPECT_EQ(fee.euros, 100);
    EXPECT_THAT(fee.reasons, IsEmpty());
}

TEST(Fees, AreThoseOfAnExceptionThatHolds)
{
    EXPECT_EQ(feeAfter(recordOf("work", "TURKSE")).euros, 40);
}

TEST(Fees, StayOpenOutsideTheirScope)
{
    const reading::Fee fee = feeAfter(recordOf("family", "BELGISCHE"));

    EXPECT_EQ(fee.euros, std::nullopt);
    EXPECT_THAT(fee.reasons, Contains("alleen bekend voor werk"));
}

TEST(Fees, AreNeverDecidedByAnAnswerThatWasNotAccepted)
{
    reading::Record record = recordOf("work", "TURKSE");
    record.pages[0].fields[0].state = FieldState::unsure;
    const reading::Fee fee = feeAfter(record);

    EXPECT_EQ(fee.euros, std::nullopt);
    ASSERT_EQ(fee.possible.size(), 2U);
    EXPECT_EQ(fee.possible[0].euros, 40);
    EXPECT_EQ(fee.possible[1].euros, 100);
    EXPECT_THAT(fee.reasons, Contains(HasSubstr("uitzondering")));
}

TEST(Fees, StayOpenWherePeopleMustDecide)
{
    const reading::Fee fee = feeAfter(recordOf("work", "BELGISCHE"), catalogue(true));

    EXPECT_EQ(fee.euros, std::nullopt);
    ASSERT_EQ(fee.possible.size(), 2U);
    EXPECT_EQ(fee.possible[0].condition, "een oom betaalt");
}

TEST(Fees, AreNotedForFormsOfTheCatalogueOnly)
{
    reading::Record record;
    record.pages = {testPage("a", 1, "annex", 1)};
    noteFees(record, catalogue(), testForms());

    EXPECT_THAT(record.fees, IsEmpty());
}

} // namespace
} // namespace scanstraat::dossier
