// SPDX-License-Identifier: EUPL-1.2
#include "attachments/AttachmentText.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::attachments {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(AttachmentText, WordsAreCapitalsWithoutPunctuation)
{
    EXPECT_THAT(wordsOf("Geachte heer, mevrouw (J. de Vries)"),
                ElementsAre("GEACHTE", "HEER", "MEVROUW", "J", "DE", "VRIES"));
    EXPECT_THAT(wordsOf(" -- . \n"), IsEmpty());
}

TEST(AttachmentText, NamesAreTakenOutOfAMachineReadableZone)
{
    const auto words = wordsOf("P<NLDDE<VRIES<<JAN<PIETER<<<<<<");

    EXPECT_THAT(words, Contains("VRIES"));
    EXPECT_THAT(words, Contains("JAN"));
    EXPECT_THAT(words, Contains("PIETER"));
}

TEST(AttachmentText, FindsDatesInAllWaysOfWritingThem)
{
    EXPECT_THAT(
        datesOf("07-03-1985 en 7/3/1986, 7 maart 1987; 07 MAR/MRT 1988 of 1989-03-07"),
        testing::UnorderedElementsAre("1985-03-07", "1986-03-07", "1987-03-07", "1988-03-07", "1989-03-07"));
}

TEST(AttachmentText, WhatNoCalendarHasIsNoDate)
{
    EXPECT_THAT(datesOf("31-02-1985, 12-13-1990, 1-1-85, 7 foo 1985, 123-03-1985"), IsEmpty());
}

TEST(AttachmentText, FindsNumbersOfTenDigitsOnly)
{
    EXPECT_THAT(numbersOf("V-nummer: 2712345678\nook 271 234 5679 en 27.1234.5670"),
                ElementsAre("2712345678", "2712345679", "2712345670"));
    EXPECT_THAT(numbersOf("12345678901 123456789 123456789012"), IsEmpty());
}

TEST(AttachmentText, FindsTheQuestionOfALooseSheet)
{
    EXPECT_EQ(questionOf("Jan de Vries\nVervolg bij vraag 4.2: ..."), "4.2");
    EXPECT_EQ(questionOf("Vraag: 3"), "3");
    EXPECT_EQ(questionOf("een vraag aan u"), "");
}

TEST(AttachmentText, VeryLongLinesAreNoTrouble)
{
    const std::string line(2'000'000, '1');

    EXPECT_THAT(numbersOf(line), IsEmpty());
    EXPECT_THAT(datesOf(line), IsEmpty());
    EXPECT_EQ(questionOf(line), "");
}

} // namespace
} // namespace scanstraat::attachments
