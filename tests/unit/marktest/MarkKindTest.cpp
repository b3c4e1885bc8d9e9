// SPDX-License-Identifier: EUPL-1.2
#include "marktest/MarkKind.h"

#include "marktest/DeckPage.h"
#include "marktest/InkCheck.h"
#include "marktest/MarkHand.h"

#include <gtest/gtest.h>

#include <set>

namespace scanstraat::marktest {
namespace {

using reading::MarkState;

constexpr auto kSide = static_cast<int>(40 * synth::kSheetPixelsPerMm);

MarkPlace placeOf(double sideMm)
{
    MarkPlace place;
    place.box = {12.0, 12.0, sideMm, sideMm};
    place.label = {place.box.right() + 2.0, 12.5, 14.0, 3.0};
    place.next = place.box.shifted({0.0, sideMm + 2.0});
    return place;
}

synth::Pen ballpoint()
{
    synth::Pen pen;
    pen.widthMm = 0.45;
    return pen;
}

synth::Sheet blankSheet(synth::Random& random)
{
    return {cv::Mat(kSide, kSide, CV_8U, cv::Scalar(255)), ballpoint(), random};
}

/// Ink in the box after a kind was drawn there; -1 when it could not be drawn.
double shareOf(const std::string& name, double sideMm, std::uint64_t stream)
{
    synth::Random random(5, stream);
    synth::Sheet sheet = blankSheet(random);
    MarkHand hand(sheet, synth::Difficulty::normal, random);
    const MarkPlace place = placeOf(sideMm);
    const bool drawn = drawTruly(sheet, hand, markKinds()[kindNamed(name)], place);
    return drawn ? measureInk(sheet.savedInk(place.box.grown(kInkMarginMm)), place, 30).share : -1.0;
}

TEST(MarkKind, NamesAreUnique)
{
    std::set<std::string> names;
    for (const MarkKind& kind : markKinds()) {
        names.insert(kind.name);
    }
    EXPECT_EQ(names.size(), markKinds().size());
}

TEST(MarkKind, EveryStateHasKindsOfTheOrdinarySet)
{
    std::set<MarkState> states;
    for (const MarkKind& kind : markKinds()) {
        if (kind.weight > 0.0) {
            states.insert(kind.truth);
        }
    }
    EXPECT_EQ(states.size(), reading::kMarkStates);
}

TEST(MarkKind, EveryKindCanBeDrawnSoThatItsTruthHolds)
{
    for (const MarkKind& kind : markKinds()) {
        if (kind.draw == nullptr) {
            continue;
        }
        int drawn = 0;
        for (std::uint64_t stream = 0; stream < 4; ++stream) {
            drawn += shareOf(kind.name, 3.2 + 0.8 * double(stream), stream) >= 0.0 ? 1 : 0;
        }
        EXPECT_GE(drawn, 3) << kind.name;
    }
}

TEST(MarkKind, BlackLeavesHardlyPaperAndACrossLeavesMuch)
{
    for (std::uint64_t stream = 0; stream < 4; ++stream) {
        EXPECT_GE(shareOf("solid", 4.0, stream), 0.82);
        const double cross = shareOf("neat cross", 4.0, stream);
        EXPECT_GE(cross, 0.08);
        EXPECT_LE(cross, 0.6);
    }
}

TEST(MarkKind, MarksBesideTheBoxLeaveItEmpty)
{
    EXPECT_LE(shareOf("cross beside the box", 4.0, 1), 0.01);
    EXPECT_LE(shareOf("circle around the label", 4.0, 2), 0.06);
    EXPECT_LE(shareOf("label underlined", 4.0, 3), 0.02);
}

TEST(MarkKind, HalfFilledIsHalfFilled)
{
    const double share = shareOf("half filled", 5.0, 4);

    EXPECT_GE(share, 0.4);
    EXPECT_LE(share, 0.6);
}

TEST(MarkKind, RubbedOutCrossLeavesLittleInk)
{
    synth::Random random(5, 1);
    synth::Sheet sheet = blankSheet(random);
    MarkHand hand(sheet, synth::Difficulty::normal, random);

    ASSERT_TRUE(drawTruly(sheet, hand, markKinds()[kindNamed("rubbed out")], placeOf(4.0)));

    double most = 0.0;
    cv::minMaxLoc(sheet.ink(), nullptr, &most);
    EXPECT_GT(most, 3.0);
    EXPECT_LE(most, 0.16 * 255);
}

TEST(MarkKind, FluidHidesTheFrame)
{
    synth::Random random(5, 1);
    cv::Mat print(kSide, kSide, CV_8U, cv::Scalar(255));
    print(cv::Rect(190, 190, 70, 70)).setTo(0);
    synth::Sheet sheet(print, ballpoint(), random);
    MarkHand hand(sheet, synth::Difficulty::normal, random);

    ASSERT_TRUE(drawTruly(sheet, hand, markKinds()[kindNamed("fluid over all")], placeOf(4.0)));

    EXPECT_GT(sheet.print().at<uchar>(224, 224), 240);
    EXPECT_EQ(sheet.ink().at<uchar>(224, 224), 0);
    EXPECT_EQ(print.at<uchar>(224, 224), 0); // the shared print stays as it is
}

} // namespace
} // namespace scanstraat::marktest
