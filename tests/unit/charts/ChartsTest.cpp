// SPDX-License-Identifier: EUPL-1.2
#include "charts/Charts.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

namespace scanstraat::charts {
namespace {

/// Pixels of the first curve's colour (blue), wherever they are.
int bluePixels(const std::filesystem::path& file)
{
    const cv::Mat picture = cv::imread(file.string());
    cv::Mat blue;
    cv::inRange(picture, cv::Scalar(150, 90, 0), cv::Scalar(200, 130, 40), blue);
    return cv::countNonZero(blue);
}

TEST(Charts, ACurveIsDrawnInItsColour)
{
    const test::TemporaryFolder folder;
    const auto curve = errorAgainstReview({{0.9, true}, {0.8, true}, {0.7, false}, {0.6, false}});

    drawErrorAgainstReview(folder.path() / "with.png", {{"all", curve}}, "fields");
    drawErrorAgainstReview(folder.path() / "without.png", {}, "fields");

    EXPECT_GT(bluePixels(folder.path() / "with.png"), 20);
    EXPECT_EQ(bluePixels(folder.path() / "without.png"), 0);
}

TEST(Charts, EverySetHasAChartBesideTheOthers)
{
    const test::TemporaryFolder folder;
    const std::vector<Bin> bins{{5, 0.5, 0.4}, {9, 0.9, 1.0}};

    drawReliability(folder.path() / "one.png", {{"combs", bins}}, "fields");
    drawReliability(folder.path() / "two.png", {{"combs", bins}, {"lines", bins}}, "fields");

    EXPECT_GT(cv::imread((folder.path() / "two.png").string()).cols,
              1.5 * cv::imread((folder.path() / "one.png").string()).cols);
}

TEST(Charts, AFolderThatIsNotThereIsAnError)
{
    EXPECT_THROW(drawReliability("/nowhere/at/all.png", {}, "fields"), Error);
}

} // namespace
} // namespace scanstraat::charts
