// SPDX-License-Identifier: EUPL-1.2
#include "marks/PenTrace.h"

#include "TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

/// A page with a comb of four cells, a stroke of that pen in each.
struct WrittenPage
{
    WrittenPage(double widthMm, int grey)
    {
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

TEST(PenTrace, KnowsNothingOfAPageWithoutWriting)
{
    const TestPage page(1);
    WrittenPage blank(0.5, 240);

    EXPECT_FALSE(tracePen(page.scanned(), page.layout()).isKnown());
    EXPECT_FALSE(blank.trace().isKnown());
}

} // namespace
} // namespace scanstraat::marks
