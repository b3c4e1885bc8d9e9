// SPDX-License-Identifier: EUPL-1.2
#include "marks/OutlineSnap.h"

#include "TestPage.h"

#include <gtest/gtest.h>

#include <array>

namespace scanstraat::marks {
namespace {

using form::BoxShape;

constexpr RectMm kBox{10, 10, 4, 4};
constexpr double kReachMm = 0.9;

TestPage printed(BoxShape shape)
{
    TestPage page(0);
    const PointMm centre = kBox.centre();
    const int lineWidth = TestPage::pixel(0.25);
    if (shape == BoxShape::round) {
        cv::circle(page.grey, {TestPage::pixel(centre.x), TestPage::pixel(centre.y)}, TestPage::pixel(1.88),
                   cv::Scalar(30), lineWidth, cv::LINE_AA);
    } else {
        cv::rectangle(page.grey, {TestPage::pixel(kBox.x + 0.125), TestPage::pixel(kBox.y + 0.125)},
                      {TestPage::pixel(kBox.right() - 0.125), TestPage::pixel(kBox.bottom() - 0.125)},
                      cv::Scalar(30), lineWidth);
    }
    return page;
}

class OutlineSnap : public testing::TestWithParam<BoxShape>
{
protected:
    static OutlineMatch snap(const TestPage& page, double errorMm)
    {
        const std::array<RectMm, 1> boxes{kBox};
        return snapToOutlines(page.scanned(3.0, errorMm), boxes, GetParam(), kReachMm);
    }
};

TEST_P(OutlineSnap, FindsABox)
{
    for (const double error : {-0.6, -0.2, 0.0, 0.4}) {
        const OutlineMatch found = snap(printed(GetParam()), error);

        EXPECT_NEAR(found.shift.x, -error, 0.1) << error;
        EXPECT_NEAR(found.shift.y, -error, 0.1) << error;
        EXPECT_GT(found.strength, 0.9) << error;
        EXPECT_EQ(found.strengths, std::vector{found.strength});
    }
}

TEST_P(OutlineSnap, FindsItUnderACrossAndWhenItIsBlackened)
{
    TestPage crossed = printed(GetParam());
    crossed.line({9.5, 9.5}, {14.5, 14.5}, 0.6, 40);
    crossed.line({14.5, 9.5}, {9.5, 14.5}, 0.6, 40);
    TestPage black = printed(GetParam());
    if (GetParam() == BoxShape::round) {
        cv::circle(black.grey, {TestPage::pixel(12), TestPage::pixel(12)}, TestPage::pixel(1.9),
                   cv::Scalar(40), cv::FILLED);
    } else {
        cv::rectangle(black.grey, cv::Point(TestPage::pixel(10), TestPage::pixel(10)),
                      cv::Point(TestPage::pixel(14), TestPage::pixel(14)), cv::Scalar(40), cv::FILLED);
    }

    for (const TestPage& page : {crossed, black}) {
        EXPECT_NEAR(snap(page, 0.3).shift.x, -0.3, 0.15);
        EXPECT_NEAR(snap(page, 0.3).shift.y, -0.3, 0.15);
    }
}

TEST_P(OutlineSnap, FindsNothingOnBarePaper)
{
    TestPage other(0);
    other.line({2, 30}, {40, 30}, 0.5, 30); // out of reach

    const OutlineMatch found = snap(other, 0.0);

    EXPECT_LT(found.strength, 0.1);
    EXPECT_EQ(found.strengths.size(), 1U);
}

TEST_P(OutlineSnap, TakesWhatLiesOutsideTheScanForPaper)
{
    const std::array<RectMm, 2> boxes{RectMm{-9, -9, 4, 4}, RectMm{900, 900, 4, 4}};

    const OutlineMatch found = snapToOutlines(printed(GetParam()).scanned(), boxes, GetParam(), kReachMm);

    EXPECT_EQ(found.strength, 0.0);
}

INSTANTIATE_TEST_SUITE_P(Shapes, OutlineSnap, testing::Values(BoxShape::square, BoxShape::round));

TEST(OutlineSnapOfSeveral, SaysWhichBoxHasNoOutline)
{
    const TestPage page(2);
    const std::array<RectMm, 3> boxes{page.field.options[0].box, page.field.options[1].box,
                                      page.field.options[1].box.shifted({0.0, 9.0})};

    const OutlineMatch found = snapToOutlines(page.scanned(), boxes, BoxShape::square, kReachMm);

    EXPECT_GT(found.strengths.at(0), 0.9);
    EXPECT_GT(found.strengths.at(1), 0.9);
    EXPECT_LT(found.strengths.at(2), 0.2);
}

TEST(OutlineSnapOfSeveral, OfNoneIsNone)
{
    EXPECT_TRUE(snapToOutlines(TestPage(0).scanned(), {}, BoxShape::square, kReachMm).strengths.empty());
}

} // namespace
} // namespace scanstraat::marks
