// SPDX-License-Identifier: EUPL-1.2
#include "marks/PenTrace.h"

#include "TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

/// A page with a comb of four cells, a stroke of that pen in each.
struct WrittenPage
{
    WrittenPage(double widthMm, int grey, const std::optional<InkColour>& colour = {})
    {
        if (colour) {
            page.dip(*colour);
        }
        comb.writing = form::Writing::comb;
        for (int i = 0; i < 4; ++i) {
            const RectMm cell{10.0 + i * 6.0, 40.0, 6.0, 7.0};
            comb.cells.push_back(cell);
            page.line({cell.x + 2.0, cell.y + 1.5}, {cell.x + 4.0, cell.y + 5.5}, widthMm, grey);
        }
        layout = page.layout();
        layout.fields.push_back(comb);
    }

    [[nodiscard]] PenTrace trace() const { return tracePen(page.scanned(), layout); }

    TestPage page{1};
    form::Field comb;
    form::Page layout;
};

TEST(PenTrace, MeasuresTheWidthOfStrokesWithTheirBlur)
{
    for (const double widthMm : {0.4, 0.7, 1.1}) {
        const PenTrace trace = WrittenPage(widthMm, 30).trace();

        EXPECT_TRUE(trace.isKnown());
        EXPECT_GT(trace.widthMm, widthMm);
        EXPECT_LT(trace.widthMm, widthMm + 0.4);
    }
}

TEST(PenTrace, TellsPencilFromInk)
{
    const double ink = WrittenPage(0.6, 30).trace().darkness;
    const double pencil = WrittenPage(0.6, 150).trace().darkness;

    EXPECT_GT(ink, 0.75);
    EXPECT_NEAR(pencil, 0.37, 0.1);
}

TEST(PenTrace, SeesTheColourOfTheInkHoweverPaleItIs)
{
    constexpr InkColour kBlue{0.25, -0.08};
    for (const int grey : {60, 120}) {
        const PenTrace trace = WrittenPage(0.5, grey, kBlue).trace();

        ASSERT_TRUE(trace.colour) << grey;
        EXPECT_LT(trace.colour->distanceTo(kBlue), 0.06) << grey;
    }
    EXPECT_LT(WrittenPage(0.5, 30, InkColour{}).trace().colour.value().strength(), 0.02);
    EXPECT_FALSE(WrittenPage(0.5, 30).trace().colour) << "a scan without colours";
}

TEST(PenTrace, TellsSpecksFromStrokesInBlackAndWhite)
{
    WrittenPage whole(0.5, 30);
    WrittenPage specks(0.5, 240);
    for (const RectMm& cell : specks.comb.cells) {
        for (int i = 0; i < 12; ++i) {
            const PointMm at{cell.x + 1.5 + i % 3 * 1.2, cell.y + 1.2 + i / 3 * 1.2};
            specks.page.line(at, {at.x + 0.2, at.y}, 0.4, 30);
        }
    }

    EXPECT_LT(tracePen(whole.page.scanned(1.0, 0.0, true), whole.layout).broken, 0.05);
    EXPECT_GT(tracePen(specks.page.scanned(1.0, 0.0, true), specks.layout).broken, 0.9);
    EXPECT_EQ(specks.trace().broken, 0.0) << "grey scans lose nothing";
}

TEST(PenTrace, KnowsNothingOfAPageWithoutWriting)
{
    const TestPage page(1);
    WrittenPage blank(0.5, 240);

    EXPECT_FALSE(tracePen(page.scanned(), page.layout()).isKnown());
    EXPECT_FALSE(blank.trace().isKnown());
}

} // namespace
} // namespace scanstraat::marks
