// SPDX-License-Identifier: EUPL-1.2
#include "letters/GlyphImage.h"

#include "letters/CharacterClassifier.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::letters {
namespace {

constexpr double kCapitalHeight = 42.0;

/// Ink that fills `box` on an empty picture.
cv::Mat inkIn(const cv::Rect& box)
{
    cv::Mat ink = cv::Mat::zeros(90, 120, CV_8UC1);
    ink(box).setTo(255);
    return ink;
}

cv::Rect inkBox(const cv::Mat& glyph)
{
    return cv::boundingRect(glyph > 0);
}

TEST(GlyphImage, ScalesTheLongerSideToTheBox)
{
    const cv::Rect box(20, 10, 30, 60);

    const cv::Mat glyph = glyphImage(inkIn(box)(box), kCapitalHeight);

    EXPECT_EQ(glyph.size(), cv::Size(kGlyphSide, kGlyphSide));
    EXPECT_EQ(glyph.type(), CV_8UC1);
    EXPECT_EQ(inkBox(glyph).height, kGlyphBox);
}

TEST(GlyphImage, KeepsTheAspect)
{
    const cv::Rect tall(20, 10, 30, 60);
    const cv::Rect wide(20, 10, 60, 30);

    const cv::Mat tallGlyph = glyphImage(inkIn(tall)(tall), kCapitalHeight);
    const cv::Mat wideGlyph = glyphImage(inkIn(wide)(wide), kCapitalHeight);

    EXPECT_EQ(inkBox(tallGlyph).size(), cv::Size(kGlyphBox / 2, kGlyphBox));
    EXPECT_EQ(inkBox(wideGlyph).size(), cv::Size(kGlyphBox, kGlyphBox / 2));
}

TEST(GlyphImage, CentresTheInkWhereverItStood)
{
    const cv::Rect box(80, 2, 20, 40);

    const cv::Mat glyph = glyphImage(inkIn(box)(box), kCapitalHeight);

    const cv::Rect ink = inkBox(glyph);
    EXPECT_NEAR(ink.x + ink.width / 2.0, kGlyphSide / 2.0, 0.5);
    EXPECT_NEAR(ink.y + ink.height / 2.0, kGlyphSide / 2.0, 0.5);
}

TEST(GlyphImage, LeavesOutInkBesideTheBox)
{
    const cv::Rect box(20, 10, 30, 60);
    cv::Mat ink = cv::Mat::zeros(90, 120, CV_8UC1);
    ink(cv::Rect(60, 10, 30, 60)).setTo(255);

    const cv::Mat glyph = glyphImage(ink(box), kCapitalHeight);

    EXPECT_EQ(cv::countNonZero(glyph), 0);
}

TEST(GlyphImage, KeepsASmallSignSmall)
{
    const cv::Rect hyphen(20, 40, 14, 5);

    const cv::Mat glyph = glyphImage(inkIn(hyphen)(hyphen), kCapitalHeight);

    EXPECT_EQ(inkBox(glyph).size(), cv::Size(8, 3));
}

TEST(GlyphImage, DoesNotTakeALowLetterForASign)
{
    const cv::Rect low(20, 40, 20, 30);

    const cv::Mat glyph = glyphImage(inkIn(low)(low), kCapitalHeight);

    EXPECT_EQ(inkBox(glyph).height, kGlyphBox);
}

TEST(GlyphImage, FillsTheBoxWhenTheCapitalsAreNotKnown)
{
    const cv::Rect hyphen(20, 40, 16, 4);

    const cv::Mat glyph = glyphImage(inkIn(hyphen)(hyphen), 0.0);

    EXPECT_EQ(inkBox(glyph).size(), cv::Size(24, 6));
}

TEST(GlyphImage, DoesNotLoseAStrokeOfOnePixel)
{
    const cv::Rect stroke(20, 10, 1, 70);

    const cv::Mat glyph = glyphImage(inkIn(stroke)(stroke), kCapitalHeight);

    EXPECT_EQ(inkBox(glyph).size(), cv::Size(1, kGlyphBox));
}

} // namespace
} // namespace scanstraat::letters
