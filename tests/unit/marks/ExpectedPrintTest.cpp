// SPDX-License-Identifier: EUPL-1.2
#include "marks/ExpectedPrint.h"

#include "TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

constexpr int kSide = 40;

/// 10 mm around the first box of a page: 4 pixels a millimetre, the box of 4 mm from 12 to 28.
cv::Mat draw(const form::Page& layout)
{
    const RectMm box = layout.fields[0].options[0].box;
    const PointMm centre = box.centre();
    return ExpectedPrint(layout).draw({centre.x - 5, centre.y - 5, 10, 10}, kSide, box);
}

TEST(ExpectedPrint, DrawsTheOwnFrameAndLeavesItsInsideFree)
{
    const cv::Mat picture = draw(TestPage(1).layout());

    EXPECT_EQ(picture.at<uchar>(12, 20), ExpectedPrint::kOwnFrame);
    EXPECT_EQ(picture.at<uchar>(20, 27), ExpectedPrint::kOwnFrame);
    EXPECT_EQ(cv::countNonZero(picture(cv::Rect(14, 14, 12, 12))), 0);
    EXPECT_EQ(cv::countNonZero(picture.row(8)), 0);
}

TEST(ExpectedPrint, CoversAPixelByItsShare)
{
    form::Page layout = TestPage(1).layout();
    const PointMm centre = layout.fields[0].options[0].box.centre();
    layout.printedLines.push_back(
        {{centre.x - 9, centre.y + 3.0625}, {centre.x + 9, centre.y + 3.0625}, 0.125});

    const cv::Mat picture = draw(layout);

    EXPECT_NEAR(picture.at<uchar>(32, 20), ExpectedPrint::kOtherLine / 2, 1);
    EXPECT_EQ(picture.at<uchar>(31, 20), 0);
    EXPECT_EQ(picture.at<uchar>(33, 20), 0);
}

TEST(ExpectedPrint, DrawsTextAsABandAndOtherBoxesAsLines)
{
    form::Page layout = TestPage(2).layout(); // the second box begins 3.2 mm below the first
    const RectMm box = layout.fields[0].options[0].box;
    layout.texts.push_back({{box.right() + 1.0, box.bottom()}, 9.0, false, "Ja", 5.0, false});

    const cv::Mat picture = draw(layout);

    EXPECT_EQ(picture.at<uchar>(24, 36), ExpectedPrint::kText);
    EXPECT_EQ(picture.at<uchar>(24, 30), 0);
    EXPECT_EQ(ExpectedPrint(layout).draw({box.x, box.bottom(), 10, 10}, kSide, box).at<uchar>(13, 8),
              ExpectedPrint::kOtherLine * 8 / 10); // that much of the pixel's column is line
}

TEST(ExpectedPrint, DrawsRoundBoxesRound)
{
    form::Page layout = TestPage(1).layout();
    layout.fields[0].options[0].shape = form::BoxShape::round;

    const cv::Mat picture = draw(layout);

    EXPECT_GT(picture.at<uchar>(12, 20), 200);
    EXPECT_EQ(picture.at<uchar>(12, 12), 0);
    EXPECT_EQ(picture.at<uchar>(20, 20), 0);
}

} // namespace
} // namespace scanstraat::marks
