// SPDX-License-Identifier: EUPL-1.2
#include "align/LineProbe.h"

#include "DrawnPage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace scanstraat::align {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::array kOffsets{-1.4, -0.55, 0.0, 0.35, 1.2};
const LinePiece kUpright{{80, 100}, true, 1.2};
const LinePiece kLying{{120, 160}, false, 1.2};

std::array<double, 6> arrayOf(const cv::Matx23d& map)
{
    std::array<double, 6> values{};
    std::copy(map.val, map.val + 6, values.begin());
    return values;
}

/// What the probe sees at a piece of a sheet, up to 1.5 mm away.
std::vector<double> seen(const cv::Mat& sheet, const LinePiece& piece, const test::ScanLook& look = {})
{
    const test::Scan scan = test::scan(sheet, look);
    return LineProbe(scan.image, arrayOf(scan.truth)).offsets(piece, 1.5);
}

void drawAcross(cv::Mat& sheet, const LinePiece& piece, double offset, double widthMm = test::kFrameMm)
{
    const PointMm at{piece.middle.x + (piece.vertical ? offset : 0.0),
                     piece.middle.y + (piece.vertical ? 0.0 : offset)};
    const double x = piece.vertical ? 0.0 : 6.0;
    const double y = piece.vertical ? 6.0 : 0.0;
    test::drawLine(sheet, {at.x - x, at.y - y}, {at.x + x, at.y + y}, widthMm);
}

LinePiece inRow(LinePiece piece, std::size_t row)
{
    piece.middle.y += 15.0 * static_cast<double>(row);
    return piece;
}

class EveryLook : public testing::TestWithParam<test::ScanLook>
{
};

TEST_P(EveryLook, ShowsThinLinesToATwentiethOfAMillimetre)
{
    cv::Mat sheet = test::drawSheet({});
    for (std::size_t i = 0; i < kOffsets.size(); ++i) {
        drawAcross(sheet, inRow(kUpright, i), kOffsets[i]);
        drawAcross(sheet, inRow(kLying, i), -kOffsets[i]);
    }
    const test::Scan scan = test::scan(sheet, GetParam());
    const LineProbe probe(scan.image, arrayOf(scan.truth));

    for (std::size_t i = 0; i < kOffsets.size(); ++i) {
        EXPECT_THAT(probe.offsets(inRow(kUpright, i), 1.5), ElementsAre(DoubleNear(kOffsets[i], 0.05)));
        EXPECT_THAT(probe.offsets(inRow(kLying, i), 1.5), ElementsAre(DoubleNear(-kOffsets[i], 0.05)));
    }
}

INSTANTIATE_TEST_SUITE_P(
    LineProbe, EveryLook,
    testing::Values(test::ScanLook{300, 0.0, 0.0, false}, test::ScanLook{300, 1.0, 10.0, false},
                    test::ScanLook{300, -1.0, 10.0, true}, test::ScanLook{200, 0.7, 10.0, false},
                    test::ScanLook{200, -0.7, 10.0, true}, test::ScanLook{300, 90.5, 10.0, false},
                    test::ScanLook{300, 180.0, 10.0, false}));

TEST(LineProbe, ShowsTheClearestOfSeveralLinesFirst)
{
    cv::Mat sheet = test::drawSheet({});
    drawAcross(sheet, kLying, -0.8);
    test::fillMm(sheet, {110, 160.9, 20, 0.2}, 120); // a fainter one

    EXPECT_THAT(seen(sheet, kLying), ElementsAre(DoubleNear(-0.8, 0.05), DoubleNear(1.0, 0.05)));
}

TEST(LineProbe, LinesBeyondItsReachAreNotSeen)
{
    cv::Mat sheet = test::drawSheet({});
    drawAcross(sheet, kUpright, 1.8);

    EXPECT_TRUE(seen(sheet, kUpright).empty());
}

TEST(LineProbe, LinesAcrossAreNotSeen)
{
    cv::Mat sheet = test::drawSheet({});
    test::drawLine(sheet, {70, 100}, {90, 100});

    EXPECT_TRUE(seen(sheet, kUpright).empty());
}

TEST(LineProbe, TheEdgeOfAnAreaIsNoLine)
{
    for (const int grey : {0, 40, 140, 210}) {
        cv::Mat sheet = test::drawSheet({});
        test::fillMm(sheet, {80.3, 90, 20, 20}, grey);

        EXPECT_TRUE(seen(sheet, kUpright).empty()) << grey;
    }
}

TEST(LineProbe, ABroadStrokeIsNoLine)
{
    cv::Mat sheet = test::drawSheet({});
    drawAcross(sheet, kUpright, 0.2, 1.4);

    EXPECT_TRUE(seen(sheet, kUpright).empty());
}

TEST(LineProbe, SeesNothingOnWhite)
{
    for (const test::ScanLook look : {test::ScanLook{300, 0.6, 12.0, false}, {200, 0.6, 12.0, true}}) {
        const test::Scan scan = test::scan(test::drawSheet({}), look);
        const LineProbe probe(scan.image, arrayOf(scan.truth));

        for (double y = 20; y < 280; y += 1.7) {
            EXPECT_THAT(probe.offsets({{90, y}, true, 1.2}, 1.5), IsEmpty());
            EXPECT_THAT(probe.offsets({{90, y}, false, 1.2}, 1.5), IsEmpty());
        }
    }
}

TEST(LineProbe, PiecesOutsideTheScanAreNotSeen)
{
    const page::PageImage image{cv::Mat(200, 100, CV_8UC1, cv::Scalar(255)), Dpi{254}, false, {1, 1}};
    const LineProbe probe(image, {10, 0, 0, 0, 10, 0}); // 10 x 20 mm

    EXPECT_TRUE(probe.sees({{0.2, 10}, true, 1.0}));
    EXPECT_TRUE(probe.sees({{9.7, 19.7}, true, 1.0}));
    EXPECT_FALSE(probe.sees({{0.05, 10}, true, 1.0}));
    EXPECT_FALSE(probe.sees({{5, -3}, true, 1.0}));
    EXPECT_FALSE(probe.sees({{9.9, 10}, true, 1.0}));
    EXPECT_FALSE(probe.sees({{5, 19.9}, false, 1.0}));
}

TEST(LineProbe, TheRimOfTheScanIsNoLine)
{
    const page::PageImage image{cv::Mat(200, 100, CV_8UC1, cv::Scalar(250)), Dpi{254}, false, {1, 1}};
    const LineProbe probe(image, {10, 0, 0, 0, 10, 0});

    EXPECT_TRUE(probe.offsets({{0.5, 10}, true, 1.0}, 1.5).empty());
    EXPECT_TRUE(probe.offsets({{5, 19.5}, false, 1.0}, 1.5).empty());
}

} // namespace
} // namespace scanstraat::align
