// SPDX-License-Identifier: EUPL-1.2
#include "ident/PrintFollower.h"

#include "support/PrintedPage.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace scanstraat::ident {
namespace {

constexpr double kPixelsPerMm = 200 / 25.4;
const cv::Size kSize(1660, 2345);

/// 7101 page 1 a little askew; no page is read.
class PrintFollowerTest : public testing::Test
{
protected:
    cv::Matx23d truth_ = test::sheetMap(kPixelsPerMm, 0.8, kSize);
    const form::FormTemplate& form_ = test::forms()[test::formIndex("7101")];
    LayoutPrint print_{form_.pages[0]};
    PageInk ink_{test::scanPage(form_, 0, truth_, kSize, 200)};

    [[nodiscard]] double errorMm(const cv::Matx23d& map) const
    {
        double worst = 0.0;
        for (const PointMm corner : {PointMm{20, 20}, {190, 20}, {20, 277}, {190, 277}}) {
            worst = std::max(worst,
                             cv::norm(test::apply(map, corner) - test::apply(truth_, corner)) / kPixelsPerMm);
        }
        return worst;
    }
};

TEST_F(PrintFollowerTest, MovesAMapOntoThePrint)
{
    cv::Matx23d map = test::sheetMap(kPixelsPerMm * 1.01, 0.2, kSize);
    map(0, 2) += 2.5 * kPixelsPerMm;
    map(1, 2) -= 2.0 * kPixelsPerMm;
    const double before = errorMm(map);

    const double coarse = PrintFollower(print_, 2).follow(ink_, map, 12);
    const double fine = PrintFollower(print_, 1).follow(ink_, map, 12);

    EXPECT_GT(before, 3.0);
    EXPECT_LT(errorMm(map), 0.8);
    EXPECT_GT(coarse, 0.6);
    EXPECT_GT(fine, 0.6);
}

/// align::PrintFitter takes up to 3 mm from there.
TEST_F(PrintFollowerTest, DoesNotLeadAwayFromTheRightPlace)
{
    cv::Matx23d map = truth_;

    PrintFollower(print_, 1).follow(ink_, map, 12);

    EXPECT_LT(errorMm(map), 1.5);
}

TEST_F(PrintFollowerTest, SaysThatAnotherPageIsNotThere)
{
    const form::FormTemplate& other = test::forms()[test::formIndex("7112")];
    cv::Matx23d map = truth_;

    EXPECT_LT(PrintFollower(LayoutPrint(other.pages[2]), 1).follow(ink_, map, 12), 0.5);
}

} // namespace
} // namespace scanstraat::ident
