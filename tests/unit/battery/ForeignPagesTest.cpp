// SPDX-License-Identifier: EUPL-1.2
#include "ForeignPages.h"

#include "DrawnScene.h"

#include <gtest/gtest.h>

namespace scanstraat::battery {
namespace {

TEST(ForeignPages, EveryKindIsDrawnAndTheSameForOneSeed)
{
    for (const std::string& kind : foreignKinds()) {
        synth::Random once(3, 3);
        synth::Random again(3, 3);
        const cv::Mat first = scanOf(foreignScene(kind, deck(), once)).pixels;
        const cv::Mat second = scanOf(foreignScene(kind, deck(), again)).pixels;

        ASSERT_EQ(first.size(), second.size()) << kind;
        EXPECT_EQ(cv::norm(first, second, cv::NORM_INF), 0.0) << kind;
        EXPECT_GT(cv::mean(first < 128)[0], kind == "blank" ? -1.0 : 0.5) << kind;
    }
}

} // namespace
} // namespace scanstraat::battery
