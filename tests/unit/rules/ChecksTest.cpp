// SPDX-License-Identifier: EUPL-1.2
#include "rules/Checks.h"

#include <gtest/gtest.h>

namespace scanstraat::rules {
namespace {

TEST(Elfproef, AcceptsNumbersThatPass)
{
    EXPECT_TRUE(passesElfproef("111222333"));
    EXPECT_TRUE(passesElfproef("123456782"));
}

TEST(Elfproef, RefusesOneWrongDigitZerosAndOtherLengths)
{
    EXPECT_FALSE(passesElfproef("111222334"));
    EXPECT_FALSE(passesElfproef("000000000"));
    EXPECT_FALSE(passesElfproef("11122233"));
    EXPECT_FALSE(passesElfproef("11122233A"));
}

TEST(Loonheffingennummer, NeedsAnRsinThenLThenTwoDigits)
{
    EXPECT_TRUE(isLoonheffingennummer("123456782L01"));
    EXPECT_FALSE(isLoonheffingennummer("123456789L01"));
    EXPECT_FALSE(isLoonheffingennummer("123456782B01"));
    EXPECT_FALSE(isLoonheffingennummer("123456782L1"));
}

TEST(Postcode, NeedsFourDigitsAndTwoLettersThatAreInUse)
{
    EXPECT_TRUE(isPostcode("9561PZ"));
    EXPECT_FALSE(isPostcode("0561PZ"));
    EXPECT_FALSE(isPostcode("9561SS"));
    EXPECT_FALSE(isPostcode("9561SA"));
    EXPECT_FALSE(isPostcode("9561SD"));
    EXPECT_FALSE(isPostcode("9561P"));
}

TEST(Phone, IsTenDigitsOrInternational)
{
    EXPECT_TRUE(isPhone("0880430430"));
    EXPECT_TRUE(isPhone("+31880430430"));
    EXPECT_TRUE(isPhone("0031880430430"));
    EXPECT_FALSE(isPhone("088043043"));
    EXPECT_FALSE(isPhone("1880430430"));
    EXPECT_FALSE(isPhone("+1234567"));
    EXPECT_FALSE(isPhone("+1234567890123456"));
}

TEST(Email, NeedsOneAtAndADottedDomain)
{
    EXPECT_TRUE(isEmail("a.b@voorbeeld.nl"));
    EXPECT_FALSE(isEmail("a.b.voorbeeld.nl"));
    EXPECT_FALSE(isEmail("a@b@voorbeeld.nl"));
    EXPECT_FALSE(isEmail("a@voorbeeld"));
    EXPECT_FALSE(isEmail("@voorbeeld.nl"));
    EXPECT_FALSE(isEmail("a@.nl"));
}

TEST(NameText, TakesDiacriticsAndTheSignsOfNames)
{
    EXPECT_TRUE(isNameText("D'HONDT-VAN DER BERG/YILMAZ", false));
    EXPECT_TRUE(isNameText("ÖZGÜR", false));
    EXPECT_FALSE(isNameText("JANSEN3", false));
    EXPECT_TRUE(isNameText("PLEIN 1944", true));
    EXPECT_FALSE(isNameText("JAN#", true));
    EXPECT_FALSE(isNameText("-", false));
}

} // namespace
} // namespace scanstraat::rules
