// SPDX-License-Identifier: EUPL-1.2
#include "letters/CtcSearch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace scanstraat::letters {
namespace {

const std::u32string kAlphabet = U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'./ \u0301#";
constexpr char32_t kBlank = U'~';

using Place = std::map<char32_t, double>; ///< what a place may be, with its probability

cv::Mat logsOf(const std::vector<Place>& places)
{
    cv::Mat logs(static_cast<int>(places.size()), static_cast<int>(kAlphabet.size()) + 1, CV_32F,
                 cv::Scalar(-30.0));
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (const auto& [token, probability] : places[i]) {
            const std::size_t index = token == kBlank ? kAlphabet.size() : kAlphabet.find(token);
            logs.at<float>(static_cast<int>(i), static_cast<int>(index)) =
                static_cast<float>(std::log(probability));
        }
    }
    return logs;
}

/// One place for each character, surely; '~' is a blank.
std::vector<Place> sure(std::u32string_view text)
{
    std::vector<Place> places;
    for (const char32_t token : text) {
        places.push_back({{token, 1.0}});
    }
    return places;
}

LineTexts searched(const std::vector<Place>& places, form::FieldKind kind)
{
    return searchLine(logsOf(places), kAlphabet, LinePrior(kind, nullptr));
}

std::vector<LineText> read(const std::vector<Place>& places, form::FieldKind kind = form::FieldKind::email)
{
    return searched(places, kind).texts;
}

TEST(CtcSearch, PlacesWithTheSameTokenAreOneAndABlankPartsThem)
{
    const auto texts = read(sure(U"~AAB~BB~~C"));

    ASSERT_FALSE(texts.empty());
    EXPECT_EQ(texts.front().tokens, U"ABBC");
    EXPECT_NEAR(texts.front().probability, 1.0, 1e-6);
}

TEST(CtcSearch, AddsUpAllWaysToWriteAText)
{
    // Best path: two blanks, 0.36. But A has three ways: A~, ~A, AA: 0.24 + 0.24 + 0.16.
    const auto texts = read({{{kBlank, 0.6}, {U'A', 0.4}}, {{kBlank, 0.6}, {U'A', 0.4}}});

    ASSERT_EQ(texts.size(), 2U);
    EXPECT_EQ(texts[0].tokens, U"A");
    EXPECT_NEAR(texts[0].probability, 0.64, 1e-6);
    EXPECT_EQ(texts[1].tokens, U"");
}

TEST(CtcSearch, WhatMayNotStandInTheFieldIsNotRead)
{
    const LineTexts found = searched({{{U'A', 0.9}, {U'7', 0.1}}}, form::FieldKind::kvk);

    EXPECT_EQ(found.texts.front().tokens, U"7");
    EXPECT_NEAR(found.allowed, 0.1, 1e-6) << "the line shows something else";
}

TEST(CtcSearch, AnOIsAZeroWhereOnlyDigitsStand)
{
    const LineTexts found = searched({{{U'O', 0.9}, {U'0', 0.1}}}, form::FieldKind::kvk);

    EXPECT_EQ(found.texts.front().tokens, U"0");
    EXPECT_NEAR(found.allowed, 1.0, 1e-6);
}

TEST(CtcSearch, NothingIsBelievedWhereNothingMayStandThere)
{
    const LineTexts found = searched(sure(U"A"), form::FieldKind::kvk);

    EXPECT_EQ(found.texts.front().tokens, U"");
    EXPECT_LT(found.allowed, 1e-6);
}

TEST(CtcSearch, WordsAreOfLettersOrOfDigits)
{
    const Place either{{U'O', 0.6}, {U'0', 0.4}};
    const auto number = read({{{U'2', 1.0}}, either, {{U'1', 1.0}}, {{U'9', 1.0}}});
    const auto word = read({{{U'R', 1.0}}, {{U'O', 0.4}, {U'0', 0.6}}, {{U'S', 1.0}}, {{U'A', 1.0}}});

    EXPECT_EQ(number.front().tokens, U"2019");
    EXPECT_EQ(word.front().tokens, U"ROSA");
    EXPECT_GT(number.front().probability, 0.9);
}

TEST(CtcSearch, ProbabilitiesSumToOneBestFirst)
{
    const auto texts =
        read({{{U'A', 0.5}, {U'B', 0.3}, {U'C', 0.2}}, {{kBlank, 1.0}}, {{U'D', 0.7}, {U'E', 0.3}}});
    double sum = 0.0;
    for (const LineText& text : texts) {
        sum += text.probability;
    }

    EXPECT_EQ(texts.size(), 6U);
    EXPECT_NEAR(sum, 1.0, 1e-9);
    EXPECT_NEAR(texts.front().probability, 0.35, 1e-6);
    EXPECT_TRUE(std::ranges::is_sorted(texts, std::greater{}, &LineText::probability));
}

TEST(CtcSearch, TheBestPathPrefersNothing)
{
    const std::vector<Place> places{
        {{U'I', 0.6}, {U'1', 0.4}}, {{kBlank, 1.0}}, {{U'2', 1.0}}, {{U'2', 1.0}}};

    EXPECT_EQ(bestPath(logsOf(places), kAlphabet), U"I2");
}

TEST(CtcSearch, AMarkStandsOnlyOnALetterThatHasIt)
{
    const auto good = read(sure(U"E\u0301"), form::FieldKind::name);
    const auto odd = read({{{U'K', 1.0}}, {{U'\u0301', 0.9}, {kBlank, 0.1}}}, form::FieldKind::name);

    EXPECT_EQ(good.front().tokens, U"E\u0301");
    EXPECT_EQ(odd.front().tokens, U"K");
}

TEST(CtcSearch, TellsWhereEachTokenStands)
{
    const auto places = placesOf(U"ABB", logsOf(sure(U"~AA~B~~B")), kAlphabet);

    ASSERT_EQ(places.size(), 3U);
    EXPECT_EQ(places[0].first, 1);
    EXPECT_EQ(places[0].last, 2);
    EXPECT_EQ(places[1].first, 4);
    EXPECT_EQ(places[1].last, 4);
    EXPECT_EQ(places[2].first, 7);
}

TEST(CtcSearch, PlacesOfNothingAreNone)
{
    EXPECT_TRUE(placesOf(U"", logsOf(sure(U"~~")), kAlphabet).empty());
}

TEST(CtcSearch, BelievesATokenAsFarAsTheTextsAgree)
{
    const auto beliefs = beliefsOf({{U"ANNA", 0.6}, {U"ANNE", 0.3}, {U"ANA", 0.1}});

    ASSERT_EQ(beliefs.size(), 4U);
    EXPECT_NEAR(beliefs[0].probability, 1.0, 1e-9);
    EXPECT_NEAR(beliefs[3].probability, 0.7, 1e-9);
    EXPECT_NEAR(beliefs[2].probability, 0.9, 1e-9);
    ASSERT_EQ(beliefs[3].others.size(), 1U);
    EXPECT_EQ(beliefs[3].others[0].first, U'E');
    EXPECT_NEAR(beliefs[3].others[0].second, 0.3, 1e-9);
}

} // namespace
} // namespace scanstraat::letters
