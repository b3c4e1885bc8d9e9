// SPDX-License-Identifier: EUPL-1.2
#include "ForeignPages.h"

#include "DrawnScene.h"
#include "ident/PatchReader.h"

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

TEST(ForeignPages, NoneCarriesAPatchCode)
{
    for (const std::string& kind : foreignKinds()) {
        for (std::uint64_t seed = 0; seed < 3; ++seed) {
            synth::Random random(seed, 8);
            const Scene scene = foreignScene(kind, deck(), random);
            page::PageImage image{scanOf(scene).pixels, Dpi{scene.scanner.dpiX}};
            if (image.grey.channels() == 3) {
                cv::cvtColor(image.grey, image.grey, cv::COLOR_BGR2GRAY);
            }
            page::addHalves(image);

            EXPECT_EQ(ident::readPatchCode(image), std::nullopt) << kind << " " << seed;
        }
    }
}

} // namespace
} // namespace scanstraat::battery
