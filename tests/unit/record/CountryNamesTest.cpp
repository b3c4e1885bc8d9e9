// SPDX-License-Identifier: EUPL-1.2
#include "record/CountryNames.h"

#include <gtest/gtest.h>

namespace scanstraat::record {
namespace {

TEST(CountryNames, KnowsDutchNamesWithAndWithoutDiacritics)
{
    for (const char* name : {"SYRIE", "Syrië", "MAROKKO", "Turkije", "ERITREA", "IVOORKUST", "CONGO",
                             "VERENIGDE STATEN", "ZUID-KOREA", "Wit-Rusland", "NEDERLAND", "IRAN"}) {
        EXPECT_TRUE(isCountryName(name)) << name;
    }
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
} // namespace scanstraat::record
