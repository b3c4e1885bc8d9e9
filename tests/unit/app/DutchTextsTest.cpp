// SPDX-License-Identifier: EUPL-1.2
#include "app/DutchTexts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace scanstraat::app {
namespace {

/// The texts of the first `count` values of an enum.
template <typename Enum>
std::set<std::string> textsOf(std::size_t count)
{
    std::set<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) {
        texts.insert(dutchText(static_cast<Enum>(i)));
    }
    return texts;
}

TEST(DutchText, HasItsOwnSentenceForEveryScanProblem)
{
    const std::set<std::string> texts = textsOf<scan::ScanProblemCode>(scan::kScanProblemCodes);

    EXPECT_EQ(texts.size(), scan::kScanProblemCodes);
    for (const std::string& text : texts) {
        EXPECT_THAT(text, testing::EndsWith("."));
        EXPECT_THAT(text, testing::ContainsRegex("^(Het|De|Dit|Op) "));
        EXPECT_THAT(text, testing::Not(testing::ContainsRegex(" (the|file|again|cannot|is not) ")));
    }
}

TEST(DutchText, SaysWhatTheMailroomDoesAboutAScanProblem)
{
    for (const std::string& text : textsOf<scan::ScanProblemCode>(scan::kScanProblemCodes)) {
        EXPECT_THAT(text, testing::ContainsRegex("Scan|scan|Controleer|Meld|Zoek")) << text;
    }
}

template <typename Enum>
void expectAWordForEach(std::size_t count)
{
    const std::set<std::string> texts = textsOf<Enum>(count);

    EXPECT_EQ(texts.size(), count);
    EXPECT_FALSE(texts.contains(""));
    EXPECT_EQ(dutchText(static_cast<Enum>(count)), "") << "a value is missing in the list of all";
}

TEST(DutchText, HasItsOwnWordForEveryState)
{
    expectAWordForEach<reading::FieldState>(reading::kFieldStates.size());
    expectAWordForEach<reading::PageClass>(reading::kPageClasses.size());
    expectAWordForEach<reading::MarkState>(reading::kMarkStates);
}

TEST(DutchText, TheListsOfAllStatesAreInTheOrderOfTheirEnum)
{
    for (std::size_t i = 0; i < reading::kFieldStates.size(); ++i) {
        EXPECT_EQ(reading::kFieldStates.at(i), static_cast<reading::FieldState>(i));
    }
    for (std::size_t i = 0; i < reading::kPageClasses.size(); ++i) {
        EXPECT_EQ(reading::kPageClasses.at(i), static_cast<reading::PageClass>(i));
    }
}

TEST(DutchWitness, TranslatesWhatAPageIsRecognisedBy)
{
    EXPECT_EQ(dutchWitness("barcode"), "barcode");
    EXPECT_EQ(dutchWitness("footer"), "voettekst");
    EXPECT_EQ(dutchWitness("layout"), "opdruk");
}

TEST(DutchPercent, NeverRoundsUpToCertainty)
{
    EXPECT_EQ(dutchPercent(0.9999), "99,9\u00A0%");
    EXPECT_EQ(dutchPercent(1.0), "100,0\u00A0%");
}

TEST(DutchValue, GivesTheLabelsOfChosenOptions)
{
    form::Field field;
    field.writing = form::Writing::checkboxes;
    field.options = {{"ja", "Ja, altijd", {}, {}}, {"anders", "Anders, namelijk:", {}, {}}};

    EXPECT_EQ(dutchValue(&field, "ja,anders"), "Ja, altijd; Anders, namelijk");
    EXPECT_EQ(dutchValue(&field, "weg"), "weg");
    EXPECT_EQ(dutchValue(&field, ""), "");
}

TEST(DutchValue, SaysWhetherASignatureIsThere)
{
    form::Field field;
    field.writing = form::Writing::region;

    EXPECT_EQ(dutchValue(&field, "present"), "aanwezig");
    EXPECT_EQ(dutchValue(&field, "absent"), "ontbreekt");
}

TEST(DutchValue, LeavesWrittenTextAsItIs)
{
    form::Field field;
    field.writing = form::Writing::lines;

    EXPECT_EQ(dutchValue(&field, "present"), "present");
    EXPECT_EQ(dutchValue(nullptr, "A,B"), "A,B");
}

} // namespace
} // namespace scanstraat::app
