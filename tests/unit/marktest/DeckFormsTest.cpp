// SPDX-License-Identifier: EUPL-1.2
#include "marktest/DeckForms.h"

#include "form/TemplateLoader.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace scanstraat::marktest {
namespace {

TEST(DeckForms, AreSoundTemplates)
{
    for (const form::FormTemplate& form : deckForms(3)) {
        EXPECT_EQ(form::checkTemplateText(form::toJson(form), form.id), std::vector<std::string>{});
    }
}

TEST(DeckForms, AreFullOfBoxesOfThreeToSixMillimetres)
{
    for (const form::FormTemplate& form : deckForms(3)) {
        ASSERT_EQ(form.pages.size(), 1U);
        EXPECT_GE(boxesOn(form.pages.front()), 60U) << form.id;
        EXPECT_LE(boxesOn(form.pages.front()), 150U) << form.id;
        for (const form::Field& field : form.pages.front().fields) {
            for (const form::Option& option : field.options) {
                EXPECT_GE(option.box.width, 2.99);
                EXPECT_LE(option.box.width, 6.01);
            }
        }
    }
}

TEST(DeckForms, HaveRoundBoxesTablesAndPlacesToWrite)
{
    const auto forms = deckForms(3);

    std::size_t round = 0;
    for (const form::FormTemplate& form : forms) {
        const form::Page& page = form.pages.front();
        EXPECT_FALSE(page.printedLines.empty());
        const auto written = [](const form::Field& field) { return field.options.empty(); };
        EXPECT_TRUE(std::ranges::any_of(page.fields, written)) << form.id;
        for (const form::Field& field : page.fields) {
            round += static_cast<std::size_t>(
                std::ranges::count(field.options, form::BoxShape::round, &form::Option::shape));
        }
    }
    EXPECT_GT(round, 0U);
}

TEST(DeckForms, AreTheSameForTheSameSeed)
{
    EXPECT_EQ(form::toJson(deckForms(3)[4]), form::toJson(deckForms(3)[4]));
    EXPECT_NE(form::toJson(deckForms(3)[4]), form::toJson(deckForms(4)[4]));
}

} // namespace
} // namespace scanstraat::marktest
