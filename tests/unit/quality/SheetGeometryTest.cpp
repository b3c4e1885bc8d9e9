// SPDX-License-Identifier: EUPL-1.2
#include "quality/SheetGeometry.h"

#include "support/PrintedPage.h"

#include <gtest/gtest.h>

namespace scanstraat::quality {
namespace {

constexpr double kPixelsPerMm = 10.0;

/// A white sheet whose left and top `cut` millimetres are not in the picture.
page::RegisteredPage sheetWithout(PointMm cut, double scaleY = 1.0)
{
    const cv::Size size(cvRound((kA4WidthMm - cut.x) * kPixelsPerMm),
                        cvRound((kA4HeightMm - cut.y) * kPixelsPerMm * scaleY));
    const cv::Matx23d map(kPixelsPerMm, 0, -cut.x * kPixelsPerMm, 0, kPixelsPerMm * scaleY,
                          -cut.y * kPixelsPerMm * scaleY);
    return {page::PageImage{cv::Mat(size, CV_8UC1, cv::Scalar(250)), Dpi{254}}, test::registrationOf(map)};
}

form::Page layoutWith(const RectMm& answer)
{
    form::Field field;
    field.id = "answer";
    field.box = answer;
    form::Page layout;
    layout.fields = {field};
    return layout;
}

TEST(SheetGeometry, SaysHowFarTheSheetReachesOutOfThePicture)
{
    EXPECT_NEAR(cutOffMm(sheetWithout({0, 0})), 0.0, 1e-9);
    EXPECT_NEAR(cutOffMm(sheetWithout({12.5, 3})), 12.5, 1e-9);
}

TEST(SheetGeometry, NamesAnswersThatAreOutsideOrCutThrough)
{
    const page::RegisteredPage page = sheetWithout({25, 0});

    EXPECT_TRUE(answersOutside(page, layoutWith({25.1, 50, 60, 8})).empty());
    EXPECT_TRUE(answersOutside(page, layoutWith({24.8, 50, 60, 8})).empty()) << "half a frame's line";
    EXPECT_EQ(answersOutside(page, layoutWith({22, 50, 60, 8})), std::vector<std::string>{"answer"});
    EXPECT_EQ(answersOutside(page, layoutWith({2, 50, 10, 8})), std::vector<std::string>{"answer"});
}

TEST(SheetGeometry, CountsPixelsOfTheFileInTheCoarserDirection)
{
    EXPECT_NEAR(leastPixelsPerMm(sheetWithout({0, 0}, 0.5)), 5.0, 1e-9);

    const page::RegisteredPage whole = sheetWithout({0, 0});
    page::PageImage stretched = whole.image();
    stretched.filePixels = {1.0, 0.48};
    EXPECT_NEAR(leastPixelsPerMm({stretched, whole.registration()}), 4.8, 1e-9);
}

} // namespace
} // namespace scanstraat::quality
