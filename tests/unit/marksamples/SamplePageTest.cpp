// SPDX-License-Identifier: EUPL-1.2
#include "marks/SamplePage.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace scanstraat::train {
namespace {

std::size_t boxesOf(const form::Page& layout)
{
    std::size_t count = 0;
    for (const form::Field& field : layout.fields) {
        count += field.options.size();
    }
    return count;
}

TEST(SamplePage, TheSameSeedGivesTheSamePage)
{
    const SamplePage one = drawSamplePage(3, Mix::even);
    const SamplePage again = drawSamplePage(3, Mix::even);
    const SamplePage other = drawSamplePage(4, Mix::even);

    EXPECT_EQ(cv::norm(one.scan.image.grey, again.scan.image.grey, cv::NORM_INF), 0.0);
    EXPECT_EQ(one.scan.registration.mmToPixel, again.scan.registration.mmToPixel);
    EXPECT_NE(one.scan.registration.mmToPixel, other.scan.registration.mmToPixel);
}

TEST(SamplePage, SomeScansHaveColoursAndBlueInkShowsInThem)
{
    int coloured = 0;
    int blue = 0;
    for (std::uint64_t seed = 30; seed < 60; ++seed) {
        const page::PageImage image = drawSamplePage(seed, Mix::real).scan.image;
        if (image.chroma.empty()) {
            continue;
        }
        EXPECT_FALSE(image.bitonal) << seed;
        EXPECT_EQ(image.chroma.cols, (image.grey.cols + 1) / 2) << seed;
        EXPECT_EQ(image.chroma.rows, (image.grey.rows + 1) / 2) << seed;
        cv::Mat cb;
        cv::extractChannel(image.chroma, cb, 0);
        const double paper = cv::mean(cb)[0];
        ++coloured;
        blue += cv::countNonZero(cb > paper + 10) > 500 ? 1 : 0;
    }

    EXPECT_GT(coloured, 4);
    EXPECT_LT(coloured, 20);
    EXPECT_GT(blue, 0);
    EXPECT_LT(blue, coloured);
}

TEST(SamplePage, AnOddHandMakesManyUnclearMarks)
{
    const auto unclear = [](Mix mix) {
        int count = 0;
        for (std::uint64_t seed = 70; seed < 76; ++seed) {
            for (const DrawnMark& mark : drawSamplePage(seed, mix).marks) {
                count += mark.state == reading::MarkState::unclear ? 1 : 0;
            }
        }
        return count;
    };

    EXPECT_GT(unclear(Mix::odd), 3 * unclear(Mix::real) + 3);
}

TEST(SamplePage, EveryBoxHasAMark)
{
    for (std::uint64_t seed = 20; seed < 26; ++seed) {
        const SamplePage page = drawSamplePage(seed, Mix::even);

        EXPECT_GT(page.marks.size(), 3U) << seed;
        EXPECT_EQ(page.marks.size(), boxesOf(page.layout)) << seed;
    }
}

TEST(SamplePage, StatesAreAsFrequentAsOnForms)
{
    std::array<double, reading::kMarkStates> counts{};
    double all = 0.0;
    for (std::uint64_t seed = 100; seed < 140; ++seed) {
        for (const DrawnMark& mark : drawSamplePage(seed, Mix::real).marks) {
            if (mark.state) {
                ++counts.at(static_cast<std::size_t>(*mark.state));
                ++all;
            }
        }
    }

    EXPECT_NEAR(counts[0] / all, 0.70, 0.06);
    EXPECT_NEAR(counts[1] / all, 0.26, 0.06);
    EXPECT_NEAR(counts[2] / all, 0.03, 0.025);
}

TEST(SamplePage, ABlackAndWhiteScanHasTwoLevels)
{
    int bitonal = 0;
    for (std::uint64_t seed = 200; seed < 215; ++seed) {
        const SamplePage page = drawSamplePage(seed, Mix::even);
        if (!page.scan.image.bitonal) {
            continue;
        }
        ++bitonal;
        const cv::Mat& grey = page.scan.image.grey;
        EXPECT_EQ(cv::countNonZero((grey > 0) & (grey < 255)), 0) << seed;
    }
    EXPECT_GT(bitonal, 0);
}

} // namespace
} // namespace scanstraat::train
