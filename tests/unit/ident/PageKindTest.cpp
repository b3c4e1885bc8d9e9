// SPDX-License-Identifier: EUPL-1.2
#include "ident/PageKind.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::ident {
namespace {

page::PageImage sheet(int brightness = 245)
{
    return {cv::Mat(2339, 1654, CV_8UC1, cv::Scalar(brightness)), Dpi{200}, false, {1, 1}};
}

TEST(PageKind, AnEmptySheetIsBlank)
{
    EXPECT_TRUE(isBlank(sheet()));
    EXPECT_TRUE(isBlank(sheet(200)));
}

TEST(PageKind, NoiseDustAndBleedThroughAreNotInk)
{
    page::PageImage page = sheet(235);
    cv::Mat noise(page.grey.size(), CV_8UC1);
    cv::RNG random(3);
    random.fill(noise, cv::RNG::NORMAL, 0, 12);
    page.grey -= noise;
    for (int i = 0; i < 60; ++i) {
        page.grey.at<uchar>(random.uniform(0, 2339), random.uniform(0, 1654)) = 60;
    }
    cv::putText(page.grey, "doorschijnend", {300, 900}, cv::FONT_HERSHEY_SIMPLEX, 3, cv::Scalar(212), 6);

    EXPECT_TRUE(isBlank(page));
}

TEST(PageKind, AShortLineOfTextIsNotBlank)
{
    page::PageImage page = sheet();
    cv::putText(page.grey, "Zie ommezijde", {300, 900}, cv::FONT_HERSHEY_SIMPLEX, 1.2, cv::Scalar(60), 3);

    EXPECT_FALSE(isBlank(page));
}

TEST(PageKind, ANarrowSlipWithWritingIsNotBlank)
{
    page::PageImage slip{cv::Mat(150, 900, CV_8UC1, cv::Scalar(245)), Dpi{200}, false, {1, 1}}; // 19 mm high
    EXPECT_TRUE(isBlank(slip));
    cv::putText(slip.grey, "Bel mij: 06", {300, 90}, cv::FONT_HERSHEY_SIMPLEX, 1.2, cv::Scalar(60), 3);

    EXPECT_FALSE(isBlank(slip));
}

} // namespace
} // namespace scanstraat::ident
