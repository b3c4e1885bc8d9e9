// SPDX-License-Identifier: EUPL-1.2
// A page with coloured patches, and what its chroma must be by definition.
#pragma once

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace scanstraat::test {

inline const cv::Scalar kWhiteBgr(255, 255, 255);
inline const cv::Scalar kBlackBgr(20, 20, 20);
inline const cv::Scalar kBlueBgr(200, 60, 30);
inline const cv::Scalar kRedBgr(40, 30, 210);

/// 8-bit BGR, at least 200 x 200 pixels: a blue, a red and a black patch, each with odd sides, and green in
/// the last corner. No two turns of it look alike.
inline cv::Mat colouredPage(cv::Size size)
{
    cv::Mat page(size, CV_8UC3, kWhiteBgr);
    page(cv::Rect(21, 30, 61, 33)).setTo(kBlueBgr);
    page(cv::Rect(120, 41, 41, 24)).setTo(kRedBgr);
    page(cv::Rect(30, 100, 51, 51)).setTo(kBlackBgr);
    page(cv::Rect(cv::Point(size.width - 35, size.height - 29), cv::Point(size)))
        .setTo(cv::Scalar(30, 150, 40));
    return page;
}

/// Cb and Cr of JFIF 1.02, before rounding.
inline cv::Vec2d chromaOfColour(const cv::Vec3d& bgr)
{
    return {128 - 0.168736 * bgr[2] - 0.331264 * bgr[1] + 0.5 * bgr[0],
            128 + 0.5 * bgr[2] - 0.418688 * bgr[1] - 0.081312 * bgr[0]};
}

/// Pixel by pixel: the mean of the two by two pixels, or of those that are there.
inline cv::Mat chromaByDefinition(const cv::Mat& bgr)
{
    cv::Mat chroma((bgr.rows + 1) / 2, (bgr.cols + 1) / 2, CV_8UC2);
    for (int y = 0; y < chroma.rows; ++y) {
        for (int x = 0; x < chroma.cols; ++x) {
            const cv::Rect four = cv::Rect(2 * x, 2 * y, 2, 2) & cv::Rect({0, 0}, bgr.size());
            const cv::Scalar mean = cv::mean(bgr(four));
            const cv::Vec2d colour = chromaOfColour({mean[0], mean[1], mean[2]});
            chroma.at<cv::Vec2b>(y, x) = {cv::saturate_cast<uchar>(colour[0]),
                                          cv::saturate_cast<uchar>(colour[1])};
        }
    }
    return chroma;
}

/// Share of pixels of which Cb or Cr is more than `tolerance` away.
inline double shareOff(const cv::Mat& chroma, const cv::Mat& expected, int tolerance)
{
    cv::Mat difference;
    cv::absdiff(chroma, expected, difference);
    std::array<cv::Mat, 2> channels;
    cv::split(difference, channels.data());
    return cv::countNonZero(cv::max(channels[0], channels[1]) > tolerance) /
           static_cast<double>(difference.total());
}

/// Where the colour lies in pixels of the picture, if each pixel of the plane covers two by two: the centre
/// of what has more of channel `channel` (0: Cb, 1: Cr) than no colour.
inline cv::Point2d centreOfColour(const cv::Mat& chroma, int channel)
{
    cv::Mat plane;
    cv::extractChannel(chroma, plane, channel);
    cv::subtract(plane, cv::Scalar(128 + 8), plane);
    const cv::Moments moments = cv::moments(plane);
    return {2 * (moments.m10 / moments.m00 + 0.5), 2 * (moments.m01 / moments.m00 + 0.5)};
}

/// Right size, right colours at the right places, up to `offset` pixels of the picture. `tolerance`: of Cb
/// and Cr; of one pixel in thirty, those at the rims of the patches, anything is taken.
inline void expectChroma(const cv::Mat& chroma, const cv::Mat& bgr, int tolerance, double offset = 0.3)
{
    const cv::Mat expected = chromaByDefinition(bgr);
    ASSERT_EQ(chroma.type(), CV_8UC2);
    ASSERT_EQ(chroma.size(), expected.size());
    EXPECT_LT(shareOff(chroma, expected, tolerance), 1.0 / 30);
    for (const int channel : {0, 1}) {
        const cv::Point2d centre = centreOfColour(chroma, channel);
        EXPECT_NEAR(centre.x, centreOfColour(expected, channel).x, offset) << "channel " << channel;
        EXPECT_NEAR(centre.y, centreOfColour(expected, channel).y, offset) << "channel " << channel;
    }
}

} // namespace scanstraat::test
