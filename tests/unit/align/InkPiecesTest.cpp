// SPDX-License-Identifier: EUPL-1.2
#include "align/InkPieces.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <map>
#include <tuple>

namespace scanstraat::align {
namespace {

cv::Mat paper(cv::Size size = {400, 300})
{
    return {size, CV_8UC1, cv::Scalar(240)};
}

std::tuple<int, int, int, int> sides(const cv::Rect& box)
{
    return {box.x, box.y, box.width, box.height};
}

TEST(InkPieces, HaveTheMomentsOfWhatWasDrawn)
{
    cv::Mat page = paper();
    page(cv::Rect(101, 57, 16, 10)).setTo(30);

    const auto pieces = findInkPieces(page, 5);

    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_EQ(pieces[0].box, cv::Rect(101, 57, 16, 10));
    EXPECT_EQ(pieces[0].area, 160);
    EXPECT_EQ(pieces[0].centroid, cv::Point2d(109, 62));
    EXPECT_NEAR(pieces[0].mu20, 160 * (16 * 16 - 1) / 12.0, 1e-6);
    EXPECT_NEAR(pieces[0].mu02, 160 * (10 * 10 - 1) / 12.0, 1e-6);
}

TEST(InkPieces, AreThoseOfConnectedComponents)
{
    cv::Mat page = paper({403, 301}); // no multiple of the blocks that share a limit
    cv::Mat noise(page.size(), CV_8UC1);
    cv::RNG(3).fill(noise, cv::RNG::UNIFORM, 0, 256);
    page.setTo(20, noise < 100);
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(page < 100, labels, stats, centroids, 8);
    std::map<std::tuple<int, int, int, int>, std::pair<double, cv::Point2d>> expected;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, 0), stats.at<int>(i, 1), stats.at<int>(i, 2),
                           stats.at<int>(i, 3));
        if (std::min(box.width, box.height) >= 4) {
            expected[sides(box)] = {stats.at<int>(i, cv::CC_STAT_AREA),
                                    cv::Point2d(centroids.at<double>(i, 0), centroids.at<double>(i, 1))};
        }
    }

    const auto pieces = findInkPieces(page, 4);

    ASSERT_EQ(pieces.size(), expected.size());
    for (const InkPiece& piece : pieces) {
        ASSERT_TRUE(expected.contains(sides(piece.box)));
        const auto& [area, centroid] = expected.at(sides(piece.box));
        EXPECT_EQ(piece.area, area);
        EXPECT_LT(cv::norm(piece.centroid - cv::Point2d(0.5, 0.5) - centroid), 1e-9);
    }
}

TEST(InkPieces, SmallOnesAreLeftOut)
{
    cv::Mat page = paper();
    page(cv::Rect(50, 50, 30, 4)).setTo(30);

    EXPECT_EQ(findInkPieces(page, 4).size(), 1U);
    EXPECT_TRUE(findInkPieces(page, 5).empty());
}

TEST(InkPieces, ADarkBedIsNone)
{
    cv::Mat page = paper();
    page.colRange(0, 150).setTo(30);
    page(cv::Rect(230, 100, 12, 12)).setTo(30);

    const auto pieces = findInkPieces(page, 5);

    EXPECT_TRUE(std::ranges::any_of(
        pieces, [](const InkPiece& piece) { return piece.box == cv::Rect(230, 100, 12, 12); }));
    EXPECT_TRUE(std::ranges::none_of(pieces, [](const InkPiece& piece) { return piece.box.x == 0; }));
}

TEST(InkPieces, APictureOfAFewPixelsHasNone)
{
    EXPECT_TRUE(findInkPieces(paper({3, 2}), 1).empty());
}

} // namespace
} // namespace scanstraat::align
