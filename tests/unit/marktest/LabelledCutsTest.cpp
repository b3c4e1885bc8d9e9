// SPDX-License-Identifier: EUPL-1.2
#include "marktest/LabelledCuts.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace scanstraat::marktest {
namespace {

const std::filesystem::path kModels = std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models";

/// A cut of 4.3 mm at 300 dpi with a blue line drawn into it.
cv::Mat blankCut()
{
    cv::Mat cut(51, 51, CV_8UC3, cv::Scalar(255, 255, 255));
    cv::rectangle(cut, cv::Rect(5, 5, 41, 41), cv::Scalar(220, 60, 60));
    return cut;
}

TEST(LabelledCuts, AreReadWithoutTheLinesDrawnIntoThem)
{
    const test::TemporaryFolder folder;
    cv::Mat crossed = blankCut();
    cv::line(crossed, {8, 8}, {42, 42}, cv::Scalar(0, 0, 0), 5);
    cv::line(crossed, {42, 8}, {8, 42}, cv::Scalar(0, 0, 0), 5);
    cv::imwrite((folder.path() / "a.png").string(), crossed);
    cv::imwrite((folder.path() / "b.png").string(), blankCut());
    std::ofstream(folder.path() / "labels.csv") << "file,state\na.png,crossed\nb.png,empty\n";

    const auto cuts = readLabelledCuts(folder.path(), kModels);

    ASSERT_EQ(cuts.size(), 2U);
    EXPECT_EQ(cuts[0].state, reading::MarkState::crossed);
    EXPECT_EQ(cuts[1].state, reading::MarkState::empty);
    EXPECT_NE(toMarkdown(cuts).find("| crossed | crossed | 1 |"), std::string::npos);
}

TEST(LabelledCuts, NameWhatCannotBeRead)
{
    const test::TemporaryFolder folder;
    EXPECT_THROW(static_cast<void>(readLabelledCuts(folder.path(), kModels)), Error);

    std::ofstream(folder.path() / "labels.csv") << "file,state\nmissing.png,crossed\n";
    EXPECT_THROW(static_cast<void>(readLabelledCuts(folder.path(), kModels)), Error);
}

} // namespace
} // namespace scanstraat::marktest
