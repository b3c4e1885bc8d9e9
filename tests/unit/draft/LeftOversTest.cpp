// SPDX-License-Identifier: EUPL-1.2
#include "draft/LeftOvers.h"

#include "DrawnSheet.h"
#include "draft/FieldConflicts.h"
#include "draft/PageSearch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::draft {

namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void fill(Sheet& sheet, const RectMm& r, int grey)
{
    cv::rectangle(sheet.grey, cv::Rect(px(r.x), px(r.y), px(r.width), px(r.height)), cv::Scalar(grey),
                  cv::FILLED);
}

DraftPage draftOf(const PageFindings& found)
{
    return FieldMaker("f").make(1, found, {});
}

} // namespace

TEST(LeftOvers, BoxesWithSomethingInThemAreOneItemARow)
{
    Sheet sheet = blankSheet();
    for (int i = 0; i < 6; ++i) {
        drawFrame(sheet, {40.0 + 9.0 * i, 100, 6, 6});
        fill(sheet, {42.5 + 9.0 * i, 101.5, 1, 3}, 0);
    }
    const PageFindings found = searchPage(sheet);

    EXPECT_THAT(leftOvers(found, draftOf(found)),
                ElementsAre(AllOf(HasSubstr("6 boxes in a row, the first at 39.9, 99.9 mm"),
                                  HasSubstr("something is printed in it"))));
}

TEST(LeftOvers, BlanksAndSignsInTheTextAreNamed)
{
    PageFindings found;
    found.texts.push_back({{20, 50, 60, 4}, 54, 9.0, "Geboren op ___ / ___ / ______"});
    found.texts.push_back({{20, 60, 60, 4}, 64, 9.0, "gehuwd [ ] ja [ ] nee"});
    found.texts.push_back({{20, 70, 60, 4}, 74, 9.0, "Vul alles in."});
    found.words.push_back({{20, 80, 3, 3}, "☐"});

    EXPECT_THAT(leftOvers(found, DraftPage()), ElementsAre(HasSubstr("sign \"☐\" at 20.0, 80.0 mm"),
                                                           HasSubstr("Geboren op"), HasSubstr("gehuwd")));
}

TEST(LeftOvers, NothingIsAskedAboutWhatBecameAField)
{
    Sheet sheet = blankSheet();
    drawFrame(sheet, {40, 100, 4, 4});
    drawFrame(sheet, {40, 120, 80, 9});
    PageFindings found = searchPage(sheet);
    found.words.push_back({{39.5, 99.5, 5, 5}, "☐"});

    EXPECT_THAT(leftOvers(found, draftOf(found)), IsEmpty());
}

TEST(TintedPlace, WithoutOutlineBecomesAField)
{
    Sheet sheet = blankSheet();
    fill(sheet, {60, 50, 80, 8}, 215);
    fill(sheet, {60, 70, 4, 4}, 215);
    const PageFindings found = searchPage(sheet);

    const form::Page page = draftOf(found).page;

    ASSERT_EQ(page.fields.size(), 2U);
    EXPECT_EQ(page.fields[0].writing, form::Writing::lines);
    EXPECT_NEAR(page.fields[0].box.width, 80, 0.3);
    ASSERT_EQ(page.fields[1].options.size(), 1U);
    EXPECT_NEAR(page.fields[1].options[0].box.x, 60, 0.3);
}

TEST(TintedPlace, WithTextIsAHeading)
{
    Sheet sheet = blankSheet();
    fill(sheet, {18, 50, 174, 8}, 215);
    fill(sheet, {20, 52, 40, 3}, 0);
    const PageFindings found = searchPage(sheet);

    EXPECT_THAT(draftOf(found).page.fields, IsEmpty());
}

TEST(TintedPage, WhiteBoxesOnADrawnPageAreFound)
{
    Sheet sheet = blankSheet(225);
    sheet.isDrawn = true;
    for (int i = 0; i < 4; ++i) {
        fill(sheet, {40, 100.0 + 10.0 * i, 4, 4}, 255);
    }

    const PageFindings found = searchPage(sheet);

    EXPECT_EQ(sortPlaces(found).checkboxes.size(), 4U);
}

TEST(DividedBox, WithTicksIsAComb)
{
    Sheet sheet = blankSheet();
    drawFrame(sheet, {60, 50, 60, 7});
    for (int i = 1; i < 10; ++i) {
        fill(sheet, {60.0 + 6.0 * i - 0.12, 54.5, 0.25, 2.5}, 0);
    }

    const AnswerPlaces places = sortPlaces(searchPage(sheet));

    ASSERT_EQ(places.combs.size(), 1U);
    EXPECT_EQ(places.combs.front().cells.size(), 10U);
    EXPECT_NEAR(places.combs.front().cells[3].x, 78.0, 0.2);
}

TEST(DividedBox, WithUnevenLinesIsNone)
{
    Sheet sheet = blankSheet();
    drawFrame(sheet, {60, 50, 60, 7});
    for (const double x : {70.0, 73.0, 100.0}) {
        fill(sheet, {x, 54.5, 0.25, 2.5}, 0);
    }

    EXPECT_THAT(sortPlaces(searchPage(sheet)).combs, IsEmpty());
}

TEST(FieldConflicts, FieldsThatShareAnEdgeAreTrimmedNotDropped)
{
    form::Page page;
    form::Field left;
    left.id = "f.1";
    left.writing = form::Writing::lines;
    left.box = {20, 50, 60.1, 8};
    left.lines = {left.box};
    left.frameMm = 0.25;
    form::Field right = left;
    right.id = "f.2";
    right.box = {80, 50, 60, 8};
    right.lines = {right.box};
    page.fields = {left, right};

    EXPECT_THAT(separateFields(page), IsEmpty());

    ASSERT_EQ(page.fields.size(), 2U);
    EXPECT_NEAR(page.fields[1].box.x, 80.1, 1e-9);
    EXPECT_NEAR(page.fields[1].lines[0].right(), 140.0, 1e-9);
}

TEST(FieldConflicts, WhatIsDroppedStaysAsPrint)
{
    form::Page page;
    form::Field field;
    field.id = "f.1";
    field.writing = form::Writing::lines;
    field.box = {20, 50, 60, 8};
    field.lines = {field.box};
    field.frameMm = 0.25;
    form::Field same = field;
    same.id = "f.2";
    same.box = {30, 51, 60, 8};
    page.fields = {field, same};

    EXPECT_THAT(separateFields(page), ElementsAre(HasSubstr("f.2")));

    EXPECT_EQ(page.fields.size(), 1U);
    ASSERT_EQ(page.printedBoxes.size(), 1U);
    EXPECT_EQ(page.printedBoxes[0].area, same.box);
}

} // namespace scanstraat::draft
