// SPDX-License-Identifier: EUPL-1.2
#include "marks/PassingLine.h"

#include "TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

double lineAt(const TestPage& page, double ink = 0.8)
{
    const page::RegisteredPage scanned = page.scanned();
    const auto cuts = cutBoxes(scanned, ExpectedPrint(page.layout()), page.field);
    return lineBeyond(scanned, cuts.at(0), ink);
}

TEST(PassingLine, IsSeenThroughTheTextThatItStrikesOut)
{
    for (const double slope : {-0.15, 0.0, 0.15}) {
        TestPage page(1);
        page.line({9.0, 10.0 - slope}, {30.0, 10.0 + slope * 20.0}, 0.4, 50);

        EXPECT_GT(lineAt(page), 0.9) << slope;
    }
}

TEST(PassingLine, BoldTextAloneIsLess)
{
    TestPage struck(1);
    struck.line({9.0, 10.0}, {30.0, 10.0}, 0.4, 50);

    EXPECT_LT(lineAt(TestPage(1)), 0.88);
    EXPECT_GT(lineAt(struck), lineAt(TestPage(1)) + 0.1);
}

TEST(PassingLine, AStrokeThatEndsBesideTheBoxIsNone)
{
    TestPage page(1);
    page.eraseText();
    page.line({9.0, 10.0}, {16.5, 10.0}, 0.4, 50);

    EXPECT_LT(lineAt(page), 0.3);
}

TEST(PassingLine, PencilCountsAgainstPencil)
{
    TestPage page(1);
    page.eraseText();
    page.line({9.0, 10.0}, {30.0, 10.0}, 0.5, 160);

    EXPECT_GT(lineAt(page, 0.33), 0.9);
    EXPECT_LT(lineAt(page, 1.0), 0.7);
}

TEST(PassingLine, BeyondTheSheetIsPaper)
{
    TestPage page(1);
    page.field.options[0].box.x = 54.0; // its right side is 2 mm from the edge

    EXPECT_LT(lineAt(page), 0.5);
}

} // namespace
} // namespace scanstraat::marks
