// SPDX-License-Identifier: EUPL-1.2
#include "Judge.h"

#include <gtest/gtest.h>

namespace scanstraat::battery {
namespace {

/// A page that lies straight at 10 pixels a millimetre.
PageTruth straightPage()
{
    return {
        "6009",
        3,
        {{50, 50}, {150, 50}, {50, 250}},
        TruthMap({1, 0, 0, 0, 1, 0, 0, 0, 1}, BedMap(cv::Matx33d::eye(), {10, 10}, {}), cv::Matx33d::eye())};
}

reading::PageReading readWith(std::array<double, 6> map)
{
    reading::PageReading reading;
    reading.pageClass = reading::PageClass::form;
    reading.form = "6009";
    reading.number = 3;
    reading.registration.mmToPixel = map;
    return reading;
}

TEST(Judge, ExactRegistrationIsRight)
{
    const Verdict verdict = judge(straightPage(), readWith({10, 0, 0, 0, 10, 0}));

    EXPECT_EQ(verdict.outcome, Outcome::right);
    EXPECT_NEAR(verdict.rmsMm, 0.0, 1e-9);
}

TEST(Judge, ShiftOfThreePixelsIsCoarse)
{
    const Verdict verdict = judge(straightPage(), readWith({10, 0, 3, 0, 10, 0}));

    EXPECT_EQ(verdict.outcome, Outcome::coarse);
    EXPECT_NEAR(verdict.rmsMm, 0.3, 1e-9);
    EXPECT_NEAR(verdict.worstMm, 0.3, 1e-9);
}

TEST(Judge, OneFarFieldMakesAPageMisregistered)
{
    const Verdict verdict = judge(straightPage(), readWith({10, 0, 0, 0, 10.03, 0}));

    EXPECT_EQ(verdict.outcome, Outcome::misregistered);
    EXPECT_NEAR(verdict.worstMm, 0.75, 1e-9);
}

TEST(Judge, WrongTurnIsMisregistered)
{
    EXPECT_EQ(judge(straightPage(), readWith({-10, 0, 2100, 0, -10, 2970})).outcome, Outcome::misregistered);
}

TEST(Judge, AnotherPageOfTheFormIsAWrongIdentity)
{
    reading::PageReading reading = readWith({10, 0, 0, 0, 10, 0});
    reading.number = 4;

    EXPECT_EQ(judge(straightPage(), reading).outcome, Outcome::wrongIdentity);
}

TEST(Judge, PageThatIsNotReadIsRefused)
{
    reading::PageReading reading;
    reading.pageClass = reading::PageClass::rejected;
    reading.findings.push_back({"page.marks.missing", "", "", true, ""});

    const Verdict verdict = judge(straightPage(), reading);

    EXPECT_EQ(verdict.outcome, Outcome::refused);
    EXPECT_EQ(verdict.readAs, "rejected page.marks.missing");
}

TEST(Judge, ForeignPageThatIsReadIsAWrongIdentity)
{
    EXPECT_EQ(judge({}, readWith({10, 0, 0, 0, 10, 0})).outcome, Outcome::wrongIdentity);
}

TEST(Judge, PageToBeRefusedIsUnfitWhenRead)
{
    PageTruth truth = straightPage();
    truth.mustBeRefused = true;

    EXPECT_EQ(judge(truth, readWith({10, 0, 0, 0, 10, 0})).outcome, Outcome::unfit);
    EXPECT_EQ(judge(truth, {}).outcome, Outcome::refused);
}

TEST(Judge, MeasuresMillimetresWherePixelsAreNotSquare)
{
    PageTruth fax = straightPage();
    fax.map = TruthMap(cv::Matx33d::eye(), BedMap(cv::Matx33d::eye(), {8, 4}, {}), cv::Matx33d::eye());

    EXPECT_NEAR(judge(fax, readWith({8, 0, 0, 0, 4, 1})).worstMm, 0.25, 1e-9);
}

TEST(Judge, PageWithoutFieldsIsJudgedByItsMarks)
{
    form::Page page;
    page.adjustmentFields.push_back({form::MarkShape::filledSquare, {10, 10}, 5.0, 1.0});

    EXPECT_EQ(judgedPoints(page), (std::vector<PointMm>{{10, 10}}));
}

} // namespace
} // namespace scanstraat::battery
