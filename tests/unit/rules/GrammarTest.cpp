// SPDX-License-Identifier: EUPL-1.2
#include "rules/Grammar.h"

#include "rules/Checks.h"

#include <gtest/gtest.h>

#include <string>

namespace scanstraat::rules {
namespace {

form::Field comb(form::FieldKind kind, std::vector<int> groups = {})
{
    form::Field field;
    field.kind = kind;
    field.writing = form::Writing::comb;
    field.groups = std::move(groups);
    return field;
}

double likelihood(const form::Field& field, const std::string& cells)
{
    const auto grammar = grammarOf(field);
    Grammar::State state = Grammar::kStart;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        state = grammar->after(state, i, cells[i]);
    }
    return grammar->likelihood(state);
}

const form::Field kBsn = comb(form::FieldKind::bsn);
const form::Field kDate = comb(form::FieldKind::date, {2, 2, 4});
const form::Field kPostcode = comb(form::FieldKind::postcode);
const form::Field kPhone = comb(form::FieldKind::phone);
const form::Field kMoney = comb(form::FieldKind::money);

TEST(Grammar, AgreesWithTheElfproefOnManyNumbers)
{
    int passing = 0;
    for (int number = 123'456'700; number < 123'458'000; ++number) {
        const std::string digits = std::to_string(number);
        const bool passes = passesElfproef(digits);
        passing += passes ? 1 : 0;
        EXPECT_EQ(likelihood(kBsn, digits) == 1.0, passes) << digits;
    }
    EXPECT_GT(passing, 100);
}

TEST(Grammar, FindsANumberThatFailsTheElfproefUnlikelyNotImpossible)
{
    EXPECT_LT(likelihood(kBsn, "123456783"), 0.01);
    EXPECT_GT(likelihood(kBsn, "123456783"), 0.0);
    EXPECT_LT(likelihood(kBsn, "1234 6782"), 0.01) << "a digit is missing";
}

TEST(Grammar, ALoonheffingennummerPassesByItsFirstNineDigits)
{
    const form::Field field = comb(form::FieldKind::rsin);

    EXPECT_EQ(likelihood(field, "123456782L01"), 1.0);
    EXPECT_EQ(likelihood(field, "123456782L99"), 1.0);
    EXPECT_LT(likelihood(field, "123456783L01"), 0.01);
}

TEST(Grammar, KnowsTheCalendar)
{
    for (const char* date : {"01011900", "31121999", "28022023", "29022024", "29022000", "30042099"}) {
        EXPECT_EQ(likelihood(kDate, date), 1.0) << date;
    }
    for (const char* date : {"31041985", "29022023", "29021900", "30022024"}) {
        EXPECT_LT(likelihood(kDate, date), 0.2) << date;
        EXPECT_GT(likelihood(kDate, date), 0.05) << date << ": people do write that";
    }
    for (const char* date :
         {"32011985", "00011985", "01131985", "01001985", "01011885", "01012100", "01019999"}) {
        EXPECT_LT(likelihood(kDate, date), 0.01) << date;
        EXPECT_GT(likelihood(kDate, date), 0.0) << date;
    }
}

TEST(Grammar, ADayOrAMonthMayHaveOneDigitInEitherCell)
{
    for (const char* date : {" 7 31985", "7 3 1985", "07 31985", " 7031985"}) {
        EXPECT_EQ(likelihood(kDate, date), 1.0) << date;
    }
    EXPECT_LT(likelihood(kDate, "0703 985"), 0.01) << "a year has four";
    EXPECT_LT(likelihood(kDate, "  031985"), 0.01) << "no day";
}

TEST(Grammar, ADateInOtherCellsHasNone)
{
    EXPECT_EQ(grammarOf(comb(form::FieldKind::date, {8})), nullptr);
    EXPECT_EQ(grammarOf(comb(form::FieldKind::vNumber)), nullptr);
}

TEST(Grammar, AgreesWithTheRuleForPostcodes)
{
    for (const char* text :
         {"1234AB", "9999ZZ", "0234AB", "1234SA", "1234SD", "1234SS", "1234SB", "1234AS"}) {
        EXPECT_EQ(likelihood(kPostcode, text) == 1.0, isPostcode(text)) << text;
        EXPECT_GT(likelihood(kPostcode, text), 0.0) << text;
    }
}

TEST(Grammar, APhoneNumberBeginsWithANoughtOrAPlus)
{
    EXPECT_EQ(likelihood(kPhone, "0612345678"), 1.0);
    EXPECT_EQ(likelihood(kPhone, "+31612345678"), 1.0);
    EXPECT_EQ(likelihood(kPhone, "  0612345678"), 1.0);
    EXPECT_LT(likelihood(kPhone, "6612345678"), 0.1);
    EXPECT_LT(likelihood(kPhone, "06123+5678"), 0.1);
}

TEST(Grammar, AMinusStandsBeforeAnAmount)
{
    EXPECT_EQ(likelihood(kMoney, "  -1250"), 1.0);
    EXPECT_EQ(likelihood(kMoney, "1250"), 1.0);
    EXPECT_LT(likelihood(kMoney, "12-50"), 0.1);
}

} // namespace
} // namespace scanstraat::rules
