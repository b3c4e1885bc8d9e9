// SPDX-License-Identifier: EUPL-1.2
#include "rules/CountryNames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::rules {
namespace {

TEST(CountryNames, KnowsDutchNamesWithAndWithoutDiacritics)
{
    for (const char* name : {"SYRIE", "Syrië", "MAROKKO", "Turkije", "ERITREA", "IVOORKUST", "CONGO",
                             "VERENIGDE STATEN", "ZUID-KOREA", "Wit-Rusland", "NEDERLAND", "IRAN"}) {
        EXPECT_TRUE(isCountryName(name)) << name;
    }
}

TEST(CountryNames, ListsThemAsTheyAreSpelled)
{
    const auto names = countryNames();

    EXPECT_THAT(names, testing::IsSupersetOf({"SYRIË", "ZUID-KOREA", "MAROKKO", "BAHAMA'S"}));
    EXPECT_THAT(names, testing::Not(testing::Contains("SYRIE")));
    EXPECT_THAT(nationalities(), testing::IsSupersetOf({"SYRISCHE", "HAÏTIAANSE"}));
    for (const std::string_view name : names) {
        EXPECT_TRUE(isCountryName(name)) << name;
    }
}

TEST(CountryNames, SpellsThemProperly)
{
    EXPECT_EQ(properSpelling("Roemenie"), "ROEMENIË");
    EXPECT_EQ(properSpelling("ROEMENIË"), "ROEMENIË");
    EXPECT_FALSE(properSpelling("NEDERLAND"));
    EXPECT_FALSE(properSpelling("ROEMEN"));
}

TEST(CountryNames, DoesNotTakeAnythingForACountry)
{
    for (const char* name : {"", "SYRIF", "AMSTERDAM", "X", "STAAT", "REPUBLIEK"}) {
        EXPECT_FALSE(isCountryName(name)) << name;
    }
}

TEST(Nationalities, KnowsBothFormsAndCountryNames)
{
    for (const char* name : {"SYRISCHE", "Syrisch", "MAROKKAANSE", "TURKSE", "ERITREESE", "INDIASE", "POOLSE",
                             "BRITSE", "CHINESE", "IRAANSE", "AFGHAANSE", "GRIEKSE", "TURKIJE"}) {
        EXPECT_TRUE(isNationality(name)) << name;
    }
    EXPECT_FALSE(isNationality("MAROKAANSF"));
    EXPECT_FALSE(isNationality(""));
}

} // namespace
} // namespace scanstraat::rules
