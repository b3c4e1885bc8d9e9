// SPDX-License-Identifier: EUPL-1.2
#include "align/ResolutionFinder.h"

#include "DrawnPage.h"

#include <gtest/gtest.h>

namespace scanstraat::align {
namespace {

using test::cornerMarks;
using test::kFinePixelsPerMm;

constexpr double kTrueDpi = 200;

/// How the sheet lies on which bed.
struct Bed
{
    cv::Size2d mm{210, 297};
    int tone = 255;
    double degrees = 0.0;
    double print = 1.0; ///< scale of sheet and print
};

const Bed kA4{};
const Bed kWhiteA3{{297, 420}, 250, 2.0};
const Bed kBlackA3{{420, 297}, 20, -1.0};

/// A sheet with text on a bed; `uneven` is the resolution across over that along.
page::PageImage scanned(const cv::Mat& sheet, const Bed& bed, double uneven = 1.0)
{
    const double pixelsPerMm = kTrueDpi / 25.4;
    const cv::Size size(cvRound(bed.mm.width * pixelsPerMm), cvRound(bed.mm.height * pixelsPerMm));
    const cv::Matx23d map = test::sheetMap(pixelsPerMm * bed.print, bed.degrees, size);
    cv::Mat grey = test::scanSheet(sheet, kFinePixelsPerMm, map, size);
    const cv::Mat paper(sheet.size(), CV_8UC1, cv::Scalar(0));
    const cv::Mat around = test::scanSheet(paper, kFinePixelsPerMm, map, size);
    grey.setTo(bed.tone, around > 127);
    cv::resize(grey, grey, {}, 1.0, 1.0 / uneven, cv::INTER_AREA);
    return {grey, Dpi{kTrueDpi}, false, {1, 1}};
}

cv::Mat sheetWithText(const std::vector<form::AdjustmentField>& marks)
{
    cv::Mat sheet = test::drawSheet(marks);
    for (int line = 0; line < 50; ++line) {
        cv::putText(sheet, "Tekst met letters tussen de paskruisen", {600, 700 + line * 90},
                    cv::FONT_HERSHEY_DUPLEX, 3.0, cv::Scalar(20), 8);
    }
    return sheet;
}

std::optional<Resolution> resolutionOf(page::PageImage image, double tag = kTrueDpi)
{
    image.dpi = Dpi{tag};
    page::addHalves(image);
    return ResolutionFinder(image).find(marksOf(cornerMarks()));
}

class EveryTag : public testing::TestWithParam<double>
{
};

TEST_P(EveryTag, DoesNotMatterWhereMarksShow)
{
    const cv::Mat sheet = sheetWithText(cornerMarks());
    for (const Bed& bed : {kA4, kWhiteA3, kBlackA3}) {
        const auto found = resolutionOf(scanned(sheet, bed), GetParam());

        ASSERT_TRUE(found);
        EXPECT_NEAR(found->x.value, kTrueDpi, 2.0);
        EXPECT_NEAR(found->y.value, kTrueDpi, 2.0);
    }
}

INSTANTIATE_TEST_SUITE_P(ResolutionFinder, EveryTag,
                         testing::Values(72.0, 100.0, 150.0, 300.0, 600.0, 1200.0));

class EveryPrint : public testing::TestWithParam<double>
{
};

TEST_P(EveryPrint, LeavesTheScannersResolution)
{
    const auto found =
        resolutionOf(scanned(sheetWithText(cornerMarks()), {{215, 305}, 255, 0.5, GetParam()}), 600.0);

    ASSERT_TRUE(found);
    EXPECT_NEAR(found->x.value, kTrueDpi, 1.0);
    EXPECT_NEAR(found->y.value, kTrueDpi, 1.0);
}

INSTANTIATE_TEST_SUITE_P(ResolutionFinder, EveryPrint, testing::Values(0.92, 0.97, 1.03));

TEST(ResolutionFinder, AnUnusualResolutionStaysAsItIs)
{
    constexpr double kReduced = 0.87; // 174 dpi: no print on A4 is as large or as small
    const auto found =
        resolutionOf(scanned(sheetWithText(cornerMarks()), {{215, 305}, 255, 0.5, kReduced}), 600.0);

    ASSERT_TRUE(found);
    EXPECT_NEAR(found->x.value, kReduced * kTrueDpi, 2.0);
}

TEST(ResolutionFinder, ThreeMarksAreEnough)
{
    auto marks = cornerMarks();
    marks.erase(marks.begin() + 1);

    const auto found = resolutionOf(scanned(sheetWithText(marks), kWhiteA3));

    ASSERT_TRUE(found);
    EXPECT_NEAR(found->x.value, kTrueDpi, 2.0);
}

class EveryPair : public testing::TestWithParam<std::pair<std::size_t, std::size_t>>
{
};

TEST_P(EveryPair, OfMarksIsEnoughForAGuess)
{
    const auto all = cornerMarks();
    const std::vector<form::AdjustmentField> two{all[GetParam().first], all[GetParam().second]};
    page::PageImage image = scanned(sheetWithText(two), kBlackA3);
    image.dpi = Dpi{2 * kTrueDpi};
    page::addHalves(image);

    const auto guesses = ResolutionFinder(image).guess(marksOf(all));

    EXPECT_LE(guesses.size(), 2U);
    EXPECT_TRUE(std::ranges::any_of(guesses, [](const Resolution& guess) {
        return std::abs(guess.x.value - kTrueDpi) < 4.0 && std::abs(guess.y.value - kTrueDpi) < 4.0;
    }));
}

INSTANTIATE_TEST_SUITE_P(ResolutionFinder, EveryPair,
                         testing::Values(std::pair{0U, 1U}, std::pair{0U, 2U}, std::pair{0U, 3U},
                                         std::pair{1U, 2U}, std::pair{1U, 3U}, std::pair{2U, 3U}));

TEST(ResolutionFinder, DoesNotGuessWhatTheFileSays)
{
    auto marks = cornerMarks();
    marks.resize(2);
    page::PageImage image = scanned(sheetWithText(marks), kA4);
    page::addHalves(image);

    for (const Resolution& guess : ResolutionFinder(image).guess(marksOf(cornerMarks()))) {
        EXPECT_GT(std::abs(guess.x.value / kTrueDpi - 1.0), 0.05);
    }
}

TEST(ResolutionFinder, TwoMarksAreNot)
{
    auto marks = cornerMarks();
    marks.resize(2);

    EXPECT_FALSE(resolutionOf(scanned(sheetWithText(marks), kWhiteA3)));
}

TEST(ResolutionFinder, PixelsMayBeUneven)
{
    const cv::Mat sheet = sheetWithText(cornerMarks());
    for (const double uneven : {204.0 / 98.0, 2.0, 204.0 / 196.0}) {
        const auto found = resolutionOf(scanned(sheet, {{214, 301}, 255, 1.5}, uneven));

        ASSERT_TRUE(found);
        EXPECT_NEAR(found->x.value, kTrueDpi, 3.0);
        EXPECT_NEAR(found->y.value, kTrueDpi / uneven, 3.0 / uneven);
    }
}

TEST(ResolutionFinder, ATurnedFaxIsUnevenTheOtherWay)
{
    page::PageImage image = scanned(sheetWithText(cornerMarks()), kA4, 204.0 / 98.0);
    cv::rotate(image.grey, image.grey, cv::ROTATE_90_CLOCKWISE);

    const auto found = resolutionOf(image);

    ASSERT_TRUE(found);
    EXPECT_NEAR(found->x.value, kTrueDpi * 98 / 204, 2.0);
    EXPECT_NEAR(found->y.value, kTrueDpi, 3.0);
}

TEST(ResolutionFinder, ALetterHasNone)
{
    EXPECT_FALSE(resolutionOf(scanned(sheetWithText({}), kA4)));
    EXPECT_FALSE(resolutionOf(scanned(sheetWithText({}), kBlackA3)));
}

TEST(ResolutionFinder, FilledCheckboxesAndPunchHolesHaveNone)
{
    cv::Mat sheet = sheetWithText({});
    for (int row = 0; row < 20; ++row) {
        test::fillMm(sheet, {20.0 + 60.0 * (row % 3), 30.0 + 11.0 * row, 4, 4}, 30);
    }
    for (const double y : {28.5, 108.5, 188.5, 268.5}) { // four holes of 6 mm, 80 mm apart
        cv::circle(sheet, cv::Point2d(12, y) * kFinePixelsPerMm, 60, cv::Scalar(20), cv::FILLED);
    }

    EXPECT_FALSE(resolutionOf(scanned(sheet, kA4)));
}

TEST(ResolutionFinder, ABlankSheetHasNone)
{
    EXPECT_FALSE(resolutionOf(scanned(test::drawSheet({}), kA4)));
}

} // namespace
} // namespace scanstraat::align
