// SPDX-License-Identifier: EUPL-1.2
#include "app/PagePictures.h"
#include "app/PictureNames.h"

#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

namespace scanstraat::app {
namespace {

PageResult pageOf(const cv::Size& size, double dpi)
{
    PageResult page;
    page.reading.source = {"a.tif", "", 1};
    page.reading.widthPixels = size.width;
    page.reading.heightPixels = size.height;
    page.image = {cv::Mat(size, CV_8UC1, cv::Scalar(255)), Dpi{dpi}, false, {1, 1}};
    return page;
}

TEST(PictureName, IsSafeAndStable)
{
    EXPECT_EQ(pictureName({"ma/scan 1.tif", "", 2}), "ma_47_scan_32_1.tif-p2.jpg");
}

TEST(PictureName, DiffersForDifferentFiles)
{
    EXPECT_NE(pictureName({"a/b.tif", "", 1}), pictureName({"a_47_b.tif", "", 1}));
}

TEST(PictureName, OfALongNameFitsAFileSystemAndStillDiffers)
{
    const std::string start = std::string(100, ' ') + std::string(120, 'a');

    const std::string one = pictureName({start + "1.tif", "", 1000});
    const std::string two = pictureName({start + "2.tif", "", 1000});

    EXPECT_LE(one.size(), 255);
    EXPECT_NE(one, two);
}

TEST(WritePagePicture, WritesAPageOfAnyShape)
{
    const test::TemporaryFolder folder;
    for (const PageResult& page :
         {pageOf({2480, 3508}, 300), pageOf({1, 1}, 300), pageOf({3000, 1}, 300), pageOf({200, 200}, 1)}) {
        writePagePicture(page, folder / "");
        EXPECT_TRUE(hasPicture(page.reading));
        EXPECT_FALSE(cv::imread(folder / "a.tif-p1.jpg").empty());
        std::filesystem::remove(folder / "a.tif-p1.jpg");
    }
}

TEST(WritePagePicture, WritesNothingForAPageWithoutPicture)
{
    const test::TemporaryFolder folder;

    writePagePicture(PageResult{}, folder / "");

    EXPECT_FALSE(hasPicture(reading::PageReading{}));
    EXPECT_TRUE(std::filesystem::is_empty(folder / ""));
}

} // namespace
} // namespace scanstraat::app
