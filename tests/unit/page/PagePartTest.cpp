// SPDX-License-Identifier: EUPL-1.2
#include "page/PagePart.h"

#include <gtest/gtest.h>

namespace scanstraat::page {
namespace {

/// A page of 4 pixels per millimetre that is darker by one level from column to column.
RegisteredPage shadedPage()
{
    cv::Mat grey(400, 240, CV_8UC1);
    for (int x = 0; x < grey.cols; ++x) {
        grey.col(x).setTo(250 - x);
    }
    reading::Registration registration;
    registration.mmToPixel = {4, 0, 0, 0, 4, 0};
    return {{grey, Dpi{101.6}, false, {1, 1}}, registration};
}

TEST(PagePart, HoldsWholePixelsFromTheTopLeftOfItsArea)
{
    const PagePart part(shadedPage(), {10, 20, 7.6, 5}, 2.0);

    EXPECT_EQ(part.grey().size(), cv::Size(15, 10));
    EXPECT_EQ(part.area(), (RectMm{10, 20, 7.5, 5}));
}

TEST(PagePart, TurnsMillimetresIntoItsOwnPixels)
{
    const PagePart part(shadedPage(), {10, 20, 20, 20}, 2.0);

    EXPECT_EQ(part.toPixels({12, 21, 3, 4}), cv::Rect(4, 2, 6, 8));
    EXPECT_EQ(part.toPixels({5, 21, 7, 4}), cv::Rect(0, 2, 4, 8));
    EXPECT_TRUE(part.toPixels({50, 50, 3, 4}).empty());
}

TEST(PagePart, AnInnerPartKnowsItsPlaceAndSharesThePixels)
{
    const PagePart part(shadedPage(), {10, 20, 20, 20}, 2.0);

    const PagePart inner = part.inner({12.2, 21.1, 3, 4});

    EXPECT_EQ(inner.area(), (RectMm{12, 21, 3, 4}));
    EXPECT_EQ(inner.grey().data, part.grey().ptr(2) + 4);
    EXPECT_EQ(inner.toPixels({13, 22, 1, 1}), cv::Rect(2, 2, 2, 2));
}

} // namespace
} // namespace scanstraat::page
