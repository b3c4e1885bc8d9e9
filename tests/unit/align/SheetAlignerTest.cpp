// SPDX-License-Identifier: EUPL-1.2
#include "align/SheetAligner.h"

#include "support/DrawnSheet.h"

#include <gmock/gmock.h>
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

double worstErrorMm(const cv::Matx23d& truth, const reading::Registration& found)
{
    double worst = 0.0;
    for (const form::AdjustmentField& mark : test::cornerMarks()) {
        worst = std::max(worst, errorMm(truth, found, mark.centre));
    }
    return worst;
}

/// Makes what lies around the sheet dark, with the noise of a scanner.
void layOnBed(page::PageImage& image, const cv::Matx23d& map, int grey)
{
    const cv::Mat paper(cvRound(297 * test::kFinePixelsPerMm), cvRound(210 * test::kFinePixelsPerMm), CV_8UC1,
                        cv::Scalar(0));
    const cv::Mat around = test::scanSheet(paper, test::kFinePixelsPerMm, map, image.grey.size());
    cv::Mat bed(image.grey.size(), CV_8UC1);
    cv::RNG(2).fill(bed, cv::RNG::NORMAL, grey, 6.0);
    bed.copyTo(image.grey, around > 127);
}

Result<std::vector<reading::Registration>, AlignProblem>
findWays(const page::PageImage& image, const std::vector<form::AdjustmentField>& marks)
{
    return alignSheet(MarkFinder(image), marksOf(marks));
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

/// The sheet with dark things on the marks with those numbers, and a paper that is longer than it should be.
struct Hidden
{
    cv::Mat sheet = test::drawSheet(test::cornerMarks());
    cv::Matx23d truth =
        test::sheetMap(300 / 25.4, -1.0, kUpright) * cv::Matx33d(1.002, 0, 0, 0, 0.998, 0, 0, 0, 1);

    explicit Hidden(const std::vector<std::size_t>& numbers)
    {
        for (const std::size_t number : numbers) {
            const PointMm at = test::cornerMarks()[number].centre;
            cv::ellipse(sheet, cv::Point2d(at.x, at.y) * test::kFinePixelsPerMm, cv::Size(140, 170), 25, 0,
                        360, cv::Scalar(60), cv::FILLED);
        }
    }
    [[nodiscard]] auto ways() const { return findWays(scanned(sheet, truth, kUpright), test::cornerMarks()); }
};

class EveryMark : public testing::TestWithParam<std::size_t>
{
};

TEST_P(EveryMark, MayBeHidden)
{
    const Hidden hidden({GetParam()});

    const auto ways = hidden.ways();

    ASSERT_TRUE(ways);
    EXPECT_EQ(ways->front().marks.size(), 3U);
    EXPECT_LT(bestErrorMm(hidden.truth, *ways), 0.15);
}

INSTANTIATE_TEST_SUITE_P(SheetAligner, EveryMark, testing::Values(0U, 1U, 2U, 3U));

class EveryTwoMarks : public testing::TestWithParam<std::vector<std::size_t>>
{
};

/// 3 mm is what PrintFitter takes from two marks.
TEST_P(EveryTwoMarks, MayBeHidden)
{
    const Hidden hidden(GetParam());

    const auto ways = hidden.ways();

    ASSERT_TRUE(ways);
    EXPECT_LE(ways->size(), 8U);
    EXPECT_TRUE(std::ranges::any_of(*ways, [&](const reading::Registration& way) {
        return way.marks.size() == 2 && worstErrorMm(hidden.truth, way) < 3.0;
    }));
}

INSTANTIATE_TEST_SUITE_P(SheetAligner, EveryTwoMarks,
                         testing::Values(std::vector<std::size_t>{0, 1}, std::vector<std::size_t>{0, 2},
                                         std::vector<std::size_t>{0, 3}, std::vector<std::size_t>{1, 2},
                                         std::vector<std::size_t>{1, 3}, std::vector<std::size_t>{2, 3}));

TEST(SheetAligner, AMarkThatTheScanCutsIsNone)
{
    const cv::Matx23d truth = test::sheetMap(300 / 25.4, 0.5, kUpright);
    page::PageImage image = scanned(test::drawSheet(test::cornerMarks()), truth, kUpright);
    const int belowMark = cvRound(apply(truth, test::cornerMarks()[2].centre).y + 1.5 * 300 / 25.4);
    image.grey = image.grey.rowRange(0, belowMark).clone(); // a fifth of its height is gone

    const auto ways = findWays(image, test::cornerMarks());

    ASSERT_TRUE(ways);
    EXPECT_LE(ways->front().marks.size(), 3U);
    EXPECT_THAT(ways->front().marks, testing::Each(testing::Ne(marksOf(test::cornerMarks())[2].inkCentre())));
    EXPECT_LT(bestErrorMm(truth, *ways), 0.1);
}

TEST(SheetAligner, OneMarkIsAProblem)
{
    const auto ways = Hidden({1, 2, 3}).ways();

    ASSERT_FALSE(ways);
    EXPECT_LE(ways.error().marksFound, 1);
}

/// Grey levels around the sheet: a black border, scanner beds with an open lid.
class EveryBed : public testing::TestWithParam<int>
{
};

TEST_P(EveryBed, DoesNotHideTheMarks)
{
    const cv::Size size(3100, 4100);
    const cv::Matx23d truth = test::sheetMap(300 / 25.4, 1.5, size);
    page::PageImage image = scanned(test::drawSheet(test::cornerMarks()), truth, size);
    layOnBed(image, truth, GetParam());

    const auto ways = findWays(image, test::cornerMarks());

    ASSERT_TRUE(ways);
    EXPECT_EQ(ways->front().marks.size(), 4U);
    EXPECT_LT(bestErrorMm(truth, *ways), 0.1);
}

TEST_P(EveryBed, DoesNotHideTheMarksWhereOneIsGone)
{
    const Hidden hidden({0});
    page::PageImage image = scanned(hidden.sheet, hidden.truth, kUpright);
    layOnBed(image, hidden.truth, GetParam());

    const auto ways = findWays(image, test::cornerMarks());

    ASSERT_TRUE(ways);
    EXPECT_LT(bestErrorMm(hidden.truth, *ways), 0.15);
}

TEST_P(EveryBed, HoldsNoMarks)
{
    const cv::Size size(3100, 4100);
    const cv::Matx23d truth = test::sheetMap(300 / 25.4, 1.5, size);
    page::PageImage image = scanned(test::drawSheet({}), truth, size);
    layOnBed(image, truth, GetParam());

    EXPECT_FALSE(findWays(image, test::cornerMarks()));
}

INSTANTIATE_TEST_SUITE_P(SheetAligner, EveryBed, testing::Values(0, 25, 55));

TEST(SheetAligner, DarkThingsOnTheBedAreNotMarks)
{
    const cv::Matx23d truth = test::sheetMap(300 / 25.4, 0.0, kUpright);
    page::PageImage image = scanned(test::drawSheet(test::cornerMarks()), truth, kUpright);
    image.grey = image.grey * 0.2; // paper becomes 51, as dark as a bed

    EXPECT_FALSE(findWays(image, test::cornerMarks()));
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
