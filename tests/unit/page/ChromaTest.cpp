// SPDX-License-Identifier: EUPL-1.2
#include "page/Chroma.h"

#include "unit/page/ColouredPage.h"

#include <gtest/gtest.h>

namespace scanstraat::page {
namespace {

using test::chromaByDefinition;
using test::colouredPage;

/// Every pixel another colour.
cv::Mat noise(cv::Size size)
{
    cv::Mat picture(size, CV_8UC3);
    cv::RNG(7).fill(picture, cv::RNG::UNIFORM, 0, 256);
    return picture;
}

class EverySize : public testing::TestWithParam<cv::Size>
{
};

TEST_P(EverySize, GivesTheMeanColourOfFourPixels)
{
    const cv::Mat bgr = noise(GetParam());

    const cv::Mat chroma = chromaOf(bgr, ChannelOrder::bgr);

    ASSERT_EQ(chroma.type(), CV_8UC2);
    ASSERT_EQ(chroma.size(), chromaSize(GetParam()));
    EXPECT_EQ(test::shareOff(chroma, chromaByDefinition(bgr), 1), 0);
}

INSTANTIATE_TEST_SUITE_P(Chroma, EverySize,
                         testing::Values(cv::Size(40, 30), cv::Size(41, 30), cv::Size(40, 31),
                                         cv::Size(41, 31), cv::Size(1, 1), cv::Size(1, 5)));

TEST(Chroma, OfBlueInkIsMuchCbAndLittleCr)
{
    const cv::Mat chroma = chromaOf(cv::Mat(4, 4, CV_8UC3, cv::Scalar(255, 0, 0)), ChannelOrder::bgr);

    EXPECT_EQ(chroma.at<cv::Vec2b>(1, 1), cv::Vec2b(255, 107));
}

TEST(Chroma, OfPaperAndBlackInkIsNone)
{
    for (const int grey : {0, 128, 255}) {
        const cv::Mat chroma = chromaOf(cv::Mat(4, 4, CV_8UC3, cv::Scalar::all(grey)), ChannelOrder::bgr);

        EXPECT_EQ(chroma.at<cv::Vec2b>(1, 1), cv::Vec2b(128, 128)) << grey;
    }
}

TEST(Chroma, IsTheSameInEveryOrderOfTheChannels)
{
    const cv::Mat bgr = noise({41, 31});
    cv::Mat rgb;
    cv::Mat rgba;
    cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
    cv::cvtColor(bgr, rgba, cv::COLOR_BGR2RGBA);

    const cv::Mat chroma = chromaOf(bgr, ChannelOrder::bgr);

    EXPECT_EQ(cv::norm(chromaOf(rgb, ChannelOrder::rgb), chroma, cv::NORM_INF), 0);
    EXPECT_EQ(cv::norm(chromaOf(rgba, ChannelOrder::rgb), chroma, cv::NORM_INF), 0);
}

TEST(Chroma, OfAHalvedPictureIsThatOfThePictureAtHalfSize)
{
    for (const cv::Size size : {cv::Size(400, 320), {401, 321}, {402, 322}, {403, 323}}) {
        const cv::Mat bgr = colouredPage(size);
        cv::Mat half;
        cv::resize(bgr, half, {}, 0.5, 0.5, cv::INTER_AREA);

        const cv::Mat chroma = stretchedChroma(chromaOf(bgr, ChannelOrder::bgr), {0.5, 0.5}, half.size());

        test::expectChroma(chroma, half, 2);
    }
}

TEST(Chroma, OfAnUnevenlyStretchedPictureKeepsItsPlace)
{
    for (const cv::Point2d factor : {cv::Point2d(1.0, 204.0 / 98.0), {0.5, 1.0}, {1.4, 1.0}}) {
        const cv::Mat bgr = colouredPage({401, 323});
        cv::Mat stretched;
        cv::resize(bgr, stretched, {}, factor.x, factor.y, cv::INTER_LINEAR);

        const cv::Mat chroma = stretchedChroma(chromaOf(bgr, ChannelOrder::bgr), factor, stretched.size());

        test::expectChroma(chroma, stretched, 4, 0.6);
    }
}

TEST(Chroma, OfAPictureWithoutColoursStaysEmpty)
{
    EXPECT_TRUE(stretchedChroma({}, {0.5, 0.5}, {10, 10}).empty());
}

} // namespace
} // namespace scanstraat::page
