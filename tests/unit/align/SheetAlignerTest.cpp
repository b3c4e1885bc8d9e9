// SPDX-License-Identifier: EUPL-1.2
#include "align/SheetAligner.h"

#include "support/DrawnSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::align {
namespace {

using test::apply;

constexpr PointMm kFieldCentre{130, 90};
const cv::Size kUpright(2600, 3600);

page::PageImage scanned(const cv::Mat& sheet, const cv::Matx23d& map, cv::Size size, double dpi = 300)
{
    return {test::scanSheet(sheet, test::kFinePixelsPerMm, map, size), Dpi{dpi}, false, {1, 1}};
}

/// Distance in mm between where the true map and the found one put a place on the form.
double errorMm(const cv::Matx23d& truth, const reading::Registration& found, PointMm place)
{
    const cv::Matx23d map(found.mmToPixel.data());
    return cv::norm(apply(truth, place) - apply(map, place)) / (300 / 25.4);
}

/// The found way that comes nearest to the truth: marks alone cannot tell up from down.
double bestErrorMm(const cv::Matx23d& truth, const std::vector<reading::Registration>& ways)
{
    double best = 1e9;
    for (const reading::Registration& way : ways) {
        best = std::min(best, errorMm(truth, way, kFieldCentre));
    }
    return best;
}

Result<std::vector<reading::Registration>, AlignProblem>
findWays(const page::PageImage& image, const std::vector<form::AdjustmentField>& marks)
{
    return alignSheet(MarkFinder(image), marks);
}

class EveryTurn : public testing::TestWithParam<double>
{
};

TEST_P(EveryTurn, PutsAFieldWithinATenthOfAMillimetre)
{
    const bool lying = std::abs(std::sin(GetParam() * std::numbers::pi / 180)) > 0.7;
    const cv::Size size = lying ? cv::Size(kUpright.height, kUpright.width) : kUpright;
    const cv::Matx23d truth = test::sheetMap(300 / 25.4 * 0.97, GetParam(), size);

    const auto ways =
        findWays(scanned(test::drawSheet(test::cornerMarks()), truth, size), test::cornerMarks());

    ASSERT_TRUE(ways);
    EXPECT_LT(bestErrorMm(truth, *ways), 0.1);
    EXPECT_EQ(ways->front().marks.size(), 4U);
    EXPECT_LT(ways->front().residualMm, 0.1);
    EXPECT_NEAR(ways->front().scaleX, 0.97, 0.003);
    EXPECT_NEAR(std::abs(ways->front().skewDegrees), std::abs(std::remainder(GetParam(), 90.0)), 0.05);
}

INSTANTIATE_TEST_SUITE_P(SheetAligner, EveryTurn,
                         testing::Values(0.0, 1.5, -3.0, 6.0, 90.0, 88.0, 180.0, 182.5, 270.0));

class EveryShape : public testing::TestWithParam<form::MarkShape>
{
};

TEST_P(EveryShape, IsFound)
{
    const auto marks = test::cornerMarks(GetParam());
    const cv::Matx23d truth = test::sheetMap(300 / 25.4, 1.0, kUpright);

    const auto ways = findWays(scanned(test::drawSheet(marks), truth, kUpright), marks);

    ASSERT_TRUE(ways);
    EXPECT_LT(bestErrorMm(truth, *ways), 0.15);
}

INSTANTIATE_TEST_SUITE_P(SheetAligner, EveryShape,
                         testing::Values(form::MarkShape::filledSquare, form::MarkShape::bracket,
                                         form::MarkShape::dot, form::MarkShape::ring,
                                         form::MarkShape::cross));

TEST(SheetAligner, ThreeMarksAreEnough)
{
    auto printed = test::cornerMarks();
    printed.erase(printed.begin() + 1);
    const cv::Matx23d truth = test::sheetMap(300 / 25.4, -1.0, kUpright);

    const auto ways = findWays(scanned(test::drawSheet(printed), truth, kUpright), test::cornerMarks());

    ASSERT_TRUE(ways);
    EXPECT_EQ(ways->front().marks.size(), 3U);
    EXPECT_LT(bestErrorMm(truth, *ways), 0.15);
}

TEST(SheetAligner, TwoMarksAreAProblemThatSaysHowMany)
{
    auto printed = test::cornerMarks();
    printed.resize(2);
    const cv::Matx23d truth = test::sheetMap(300 / 25.4, 0.0, kUpright);

    const auto ways = findWays(scanned(test::drawSheet(printed), truth, kUpright), test::cornerMarks());

    ASSERT_FALSE(ways);
    EXPECT_EQ(ways.error().marksFound, 2);
}

TEST(SheetAligner, ABlankSheetIsAProblem)
{
    const page::PageImage blank{cv::Mat(kUpright, CV_8UC1, cv::Scalar(250)), Dpi{300}, false, {1, 1}};

    const auto ways = findWays(blank, test::cornerMarks());

    ASSERT_FALSE(ways);
    EXPECT_EQ(ways.error().marksFound, 0);
}

TEST(SheetAligner, TextAndNoiseAreNotMarks)
{
    cv::Mat sheet = test::drawSheet({});
    for (int line = 0; line < 60; ++line) {
        cv::putText(sheet, "Een brief zonder paskruisen, gewoon tekst op papier", {300, 400 + line * 90},
                    cv::FONT_HERSHEY_DUPLEX, 3.0, cv::Scalar(20), 8);
    }
    const cv::Matx23d truth = test::sheetMap(300 / 25.4, 0.5, kUpright);
    page::PageImage image = scanned(sheet, truth, kUpright);
    cv::Mat noise(image.grey.size(), CV_8UC1);
    cv::RNG(7).fill(noise, cv::RNG::UNIFORM, 0, 40);
    image.grey -= noise;

    EXPECT_FALSE(findWays(image, test::cornerMarks()));
}

TEST(SheetAligner, RefusesMarksOfASheetThatIsTooSmall)
{
    const cv::Matx23d truth = test::sheetMap(300 / 25.4 * 0.7, 0.0, kUpright);

    EXPECT_FALSE(
        findWays(scanned(test::drawSheet(test::cornerMarks()), truth, kUpright), test::cornerMarks()));
}

} // namespace
} // namespace scanstraat::align
