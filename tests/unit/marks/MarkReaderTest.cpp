// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkReader.h"

#include "TestPage.h"
#include "base/Error.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

using reading::FieldState;
using reading::MarkState;

MarkReader& reader()
{
    static MarkReader instance(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models");
    return instance;
}

reading::FieldReading readingOf(const TestPage& page, double noise = 3.0, double errorMm = 0.2,
                                bool bitonal = false)
{
    return reader().read(page.scanned(noise, errorMm, bitonal), page.layout()).at(0);
}

MarkState stateOf(const TestPage& page, bool bitonal = false)
{
    return readingOf(page, 3.0, 0.2, bitonal).boxes.at(0).state;
}

TEST(MarkReader, ReadsCrossesOfEveryPen)
{
    for (const double widthMm : {0.3, 0.6, 1.0, 1.4}) {
        for (const int grey : {20, 90, 150}) {
            TestPage page(2);
            page.cross(0, widthMm, grey, 0.1);

            EXPECT_EQ(stateOf(page), MarkState::crossed) << widthMm << " mm, grey " << grey;
        }
    }
}

TEST(MarkReader, DoesNotTakeAHeavyCrossForABlackenedBox)
{
    for (const double over : {0.0, 0.2, 0.4}) {
        TestPage page(1, 4.5);
        page.cross(0, 1.5, 15, over);

        EXPECT_NE(stateOf(page), MarkState::blackened) << over;
        EXPECT_NE(stateOf(page, true), MarkState::blackened) << over;
    }
}

TEST(MarkReader, ReadsTicksSlashesAndDots)
{
    TestPage tick(1);
    tick.line(tick.at(0, 0.15, 0.45), tick.at(0, 0.4, 0.8), 0.5, 60);
    tick.line(tick.at(0, 0.4, 0.8), tick.at(0, 1.4, -0.4), 0.5, 60);
    TestPage slash(1);
    slash.line(slash.at(0, 0.0, 1.0), slash.at(0, 1.0, 0.0), 0.5, 60);
    TestPage dot(1);
    cv::circle(dot.grey, {TestPage::pixel(12), TestPage::pixel(10)}, TestPage::pixel(0.7), cv::Scalar(50),
               cv::FILLED);

    EXPECT_EQ(stateOf(tick), MarkState::crossed);
    EXPECT_EQ(stateOf(slash), MarkState::crossed);
    EXPECT_EQ(stateOf(dot), MarkState::crossed);
}

TEST(MarkReader, ReadsBlackenedBoxes)
{
    for (const int grey : {20, 100, 150}) {
        TestPage page(2);
        page.blacken(0, grey, 0.15);

        EXPECT_EQ(stateOf(page), MarkState::blackened) << grey;
    }
}

TEST(MarkReader, ReadsABlackBoxThatWasMarkedAgain)
{
    TestPage page(2);
    page.blacken(0, 20);
    page.cross(0, 0.5, 20, 0.5);

    EXPECT_EQ(stateOf(page), MarkState::recrossed);
}

TEST(MarkReader, DoesNotInventMarks)
{
    for (const double noise : {1.0, 4.0, 8.0}) {
        const TestPage page(4);

        const auto reading = readingOf(page, noise, 0.3);

        EXPECT_EQ(reading.state, FieldState::empty) << noise;
        EXPECT_EQ(reading.value, "");
    }
}

TEST(MarkReader, DoubtsABoxWhoseFrameIsCovered)
{
    TestPage page(2);
    page.cross(1, 0.5, 40);
    const cv::Point corner(TestPage::pixel(9), TestPage::pixel(7));
    page.grey(cv::Rect(corner, cv::Size(TestPage::pixel(6), TestPage::pixel(6)))).setTo(245);

    const auto reading = readingOf(page);

    EXPECT_EQ(reading.boxes[0].state, MarkState::unclear);
    EXPECT_EQ(reading.boxes[1].state, MarkState::crossed);
    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_NE(reading.reasons.at(0).find("1e vakje: rand niet gevonden"), std::string::npos);
}

TEST(MarkReader, DoubtsAMarkAsSmallAsDust)
{
    for (const double diameterMm : {0.25, 0.3, 0.4, 0.5}) {
        TestPage page(2);
        cv::circle(page.grey, {TestPage::pixel(12), TestPage::pixel(10)}, TestPage::pixel(diameterMm / 2),
                   cv::Scalar(20), cv::FILLED);

        const auto reading = readingOf(page);

        EXPECT_NE(reading.boxes[0].state, MarkState::crossed) << diameterMm;
    }
}

TEST(MarkReader, GivesTheCorrectedAnswerOfTheForm)
{
    TestPage page(3);
    page.blacken(0, 40, 0.1);
    page.cross(2, 0.5, 60, 0.1);

    const auto reading = readingOf(page);

    EXPECT_EQ(reading.value, "c");
    EXPECT_EQ(reading.state, FieldState::correctedByApplicant);
    EXPECT_EQ(reading.boxes.size(), 3U);
    EXPECT_EQ(reading.raw, "a: blackened, c: crossed");
}

TEST(MarkReader, ReadsBoxesAndNothingElse)
{
    TestPage page(2);
    page.cross(1, 0.5, 40);
    form::Page layout = page.layout();
    layout.fields[0].id = "boxes";
    form::Field comb;
    comb.id = "comb";
    comb.writing = form::Writing::comb;
    form::Field region;
    region.id = "region";
    region.writing = form::Writing::region;
    region.box = {30, 40, 20, 10};
    layout.fields.insert(layout.fields.begin(), {region, comb});

    const auto readings = reader().read(page.scanned(), layout);

    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0].fieldId, "boxes");
    EXPECT_EQ(readings[0].value, "b");
}

TEST(MarkReader, DoesNotTakeWhatIsBesideABoxForAnAnswer)
{
    TestPage ring(1);
    cv::circle(ring.grey, {TestPage::pixel(12), TestPage::pixel(10)}, TestPage::pixel(3.4), cv::Scalar(40),
               TestPage::pixel(0.5), cv::LINE_AA);
    TestPage strike(1);
    strike.line(strike.at(0, -0.4, 0.5), strike.at(0, 6.0, 0.6), 0.5, 40);

    EXPECT_EQ(stateOf(ring), MarkState::unclear);
    EXPECT_EQ(stateOf(strike), MarkState::unclear);
}

TEST(MarkReader, SaysWhyABoxIsUnclear)
{
    TestPage page(2);
    const cv::Point corner(TestPage::pixel(10.0), TestPage::pixel(8.0));
    page.grey(cv::Rect(corner, cv::Size(TestPage::pixel(2.0), TestPage::pixel(4.0)))).setTo(30);

    const auto reading = readingOf(page);

    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_TRUE(reading.reasons.at(0).starts_with("1e vakje: ")) << reading.reasons.at(0);
}

/// A black and white scan of a page with writing of which only specks are left.
reading::FieldReading readingBesideSpecks(TestPage page)
{
    form::Page layout = page.layout();
    form::Field comb;
    comb.writing = form::Writing::comb;
    for (int cell = 0; cell < 4; ++cell) {
        comb.cells.push_back({25.0 + cell * 6.0, 45.0, 6.0, 7.0});
        for (int i = 0; i < 12; ++i) {
            const PointMm at{26.5 + cell * 6.0 + i % 3 * 1.2, 46.2 + i / 3 * 1.2};
            page.line(at, {at.x + 0.2, at.y}, 0.4, 30);
        }
    }
    layout.fields.push_back(comb);
    return reader().read(page.scanned(1.0, 0.0, true), layout).at(0);
}

TEST(MarkReader, DoubtsAnEmptyGroupWhereTheScanLosesThePen)
{
    const auto reading = readingBesideSpecks(TestPage(3));

    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_EQ(reading.boxes[0].state, MarkState::unclear);
    EXPECT_EQ(reading.reasons.at(0),
              "1e vakje: waarschijnlijk leeg, maar het schrift is te licht voor een zwart-witscan");
}

TEST(MarkReader, AClearCrossLeavesNothingToBeLost)
{
    TestPage page(3);
    page.cross(1, 0.5, 30);

    const auto reading = readingBesideSpecks(page);

    EXPECT_EQ(reading.state, FieldState::read);
    EXPECT_EQ(reading.value, "b");
}

TEST(MarkReader, AmongOddMarksAnyMarkIsDoubtedSooner)
{
    const auto crossedWith = [](int oddMarks) {
        TestPage page(5, 4.0);
        page.field.multiple = true;
        page.cross(0, 0.5, 40);
        for (int box = 1; box <= oddMarks; ++box) {
            page.line(page.at(box, -0.4, 0.5), page.at(box, 5.0, 0.6), 0.5, 40);
        }
        return readingOf(page).boxes.at(0).probabilities[static_cast<std::size_t>(MarkState::crossed)];
    };

    EXPECT_LT(crossedWith(4), crossedWith(0));
}

TEST(MarkReader, SaysThatAPageIsFullOfOddMarks)
{
    TestPage page(5);
    for (int box = 0; box < 5; ++box) {
        page.line(page.at(box, -0.4, 0.5), page.at(box, 5.0, 0.6), 0.5, 40);
    }

    EXPECT_EQ(readingOf(page).reasons.at(5), "veel ongewone tekens op deze pagina");
}

TEST(MarkReader, NamesItsVersionAndMissesItsModel)
{
    EXPECT_TRUE(reader().version().starts_with("marks "));
    EXPECT_THROW(MarkReader("/no/such/folder"), Error);
}

} // namespace
} // namespace scanstraat::marks
