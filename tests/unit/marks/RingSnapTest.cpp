// SPDX-License-Identifier: EUPL-1.2
#include "marks/RingSnap.h"

#include "TestPage.h"

#include <gtest/gtest.h>

#include <array>

namespace scanstraat::marks {
namespace {

constexpr RectMm kRing{10, 10, 4, 4};

TestPage ringPage()
{
    TestPage page(0);
    const PointMm centre = kRing.centre();
    cv::circle(page.grey, {TestPage::pixel(centre.x), TestPage::pixel(centre.y)}, TestPage::pixel(1.88),
               cv::Scalar(30), TestPage::pixel(0.25), cv::LINE_AA);
    return page;
}

page::Snap snap(const TestPage& page, double errorMm)
{
    const std::array<RectMm, 1> rings{kRing};
    return snapToRings(page.scanned(3.0, errorMm), rings, 0.9);
}

TEST(RingSnap, FindsARoundBox)
{
    for (const double error : {-0.6, -0.2, 0.0, 0.4}) {
        const page::Snap found = snap(ringPage(), error);

        EXPECT_NEAR(found.shift.x, -error, 0.1) << error;
        EXPECT_NEAR(found.shift.y, -error, 0.1) << error;
        EXPECT_GT(found.strength, 0.9) << error;
    }
}

TEST(RingSnap, FindsItUnderACrossAndWhenItIsBlackened)
{
    TestPage crossed = ringPage();
    crossed.line({9.5, 9.5}, {14.5, 14.5}, 0.6, 40);
    crossed.line({14.5, 9.5}, {9.5, 14.5}, 0.6, 40);
    TestPage black = ringPage();
    cv::circle(black.grey, {TestPage::pixel(12), TestPage::pixel(12)}, TestPage::pixel(1.9), cv::Scalar(40),
               cv::FILLED);

    for (const TestPage& page : {crossed, black}) {
        EXPECT_NEAR(snap(page, 0.3).shift.x, -0.3, 0.15);
        EXPECT_NEAR(snap(page, 0.3).shift.y, -0.3, 0.15);
    }
}

TEST(RingSnap, FindsNothingOnBarePaper)
{
    TestPage other(0);
    other.line({2, 30}, {40, 30}, 0.5, 30); // out of reach

    EXPECT_LT(snap(other, 0.0).strength, 0.1);
}

} // namespace
} // namespace scanstraat::marks
