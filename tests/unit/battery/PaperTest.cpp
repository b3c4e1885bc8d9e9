// SPDX-License-Identifier: EUPL-1.2
#include "Paper.h"

#include "DrawnScene.h"
#include "Patch.h"

#include <gtest/gtest.h>

namespace scanstraat::battery {
namespace {

int intact(const Paper& paper)
{
    int count = 0;
    for (std::size_t mark = 0; mark < paper.markCount(); ++mark) {
        count += paper.isIntact(mark) ? 1 : 0;
    }
    return count;
}

TEST(Paper, NewSheetHasAllItsMarks)
{
    EXPECT_EQ(intact(markedPaper()), 4);
}

TEST(Paper, WhiteOverAMarkBreaksThatMarkAlone)
{
    Paper paper = markedPaper();
    Patch patch({198, 8, 4, 4});
    patch.fill({{198, 8}, {202, 8}, {202, 12}, {198, 12}});

    paper.cover(patch.cover, patch.topLeft, {255, 255, 255});

    EXPECT_FALSE(paper.isIntact(1));
    EXPECT_EQ(intact(paper), 3);
}

TEST(Paper, WhiteBesideAMarkBreaksNothing)
{
    Paper paper = markedPaper();
    Patch patch({20, 8, 8, 8});
    patch.cover.setTo(255);

    paper.cover(patch.cover, patch.topLeft, {255, 255, 255});

    EXPECT_EQ(intact(paper), 4);
}

TEST(Paper, InkThatTouchesAMarkBreaksIt)
{
    Paper paper = markedPaper();
    Patch patch({12.5, 5, 6, 10});
    patch.cover.setTo(255);

    paper.stain(patch.cover, patch.topLeft, {0.1, 0.1, 0.1});

    EXPECT_FALSE(paper.isIntact(0));
}

TEST(Paper, FaintStainLeavesTheMark)
{
    Paper paper = markedPaper();
    Patch patch({0, 0, 30, 30});
    patch.cover.setTo(255);

    paper.stain(patch.cover, patch.topLeft, {0.75, 0.75, 0.75});

    EXPECT_EQ(intact(paper), 4);
}

TEST(Paper, CornerCutAwayTakesItsMark)
{
    Paper paper = markedPaper();

    paper.cutAway({{0, 297}, {0, 270}, {27, 297}});

    EXPECT_FALSE(paper.isIntact(3));
    EXPECT_EQ(intact(paper), 3);
}

TEST(Paper, ReprintMovesMarksAndLosesThoseOffTheSheet)
{
    Paper paper = markedPaper();

    paper.reprint(turnAbout({0, 0}, 0.0, 1.0, {0, 9}), 255);

    EXPECT_DOUBLE_EQ(paper.markCentre(0).y, 19.0);
    EXPECT_EQ(intact(paper), 2);
    EXPECT_LT(paper.colour().at<cv::Vec3b>(drawingPixel({10, 19}))[0], 60);
}

TEST(Paper, CloneHasItsOwnPixels)
{
    const Paper paper = markedPaper();
    Paper other = paper.clone();

    other.cutAway({{0, 0}, {50, 0}, {0, 50}});

    EXPECT_EQ(paper.present().at<uchar>(10, 10), 255);
    EXPECT_EQ(other.present().at<uchar>(10, 10), 0);
}

} // namespace
} // namespace scanstraat::battery
