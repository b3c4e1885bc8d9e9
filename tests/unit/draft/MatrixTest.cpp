// SPDX-License-Identifier: EUPL-1.2
#include "draft/FieldMaker.h"
#include "draft/LabelFinder.h"

#include "DrawnSheet.h"
#include "draft/PageSearch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::draft {

namespace {

using namespace test;
using testing::ElementsAre;
using testing::SizeIs;

void write(PageFindings& found, double x, double y, const std::string& text)
{
    double at = x;
    std::string word;
    for (const char c : text + " ") {
        if (c != ' ') {
            word += c;
            continue;
        }
        const double width = 1.8 * static_cast<double>(word.size());
        found.words.push_back({{at, y, width, 3}, word});
        at += width + 1.5;
        word.clear();
    }
    found.texts.push_back({{x, y, at - 1.5 - x, 3}, y + 2.5, 9.0, text});
}

/// Three questions with boxes under "Ja" and "Nee".
PageFindings matrix()
{
    Sheet sheet = blankSheet();
    for (int row = 0; row < 3; ++row) {
        drawFrame(sheet, {120, 100.0 + 9.0 * row, 4, 4});
        drawFrame(sheet, {140, 100.0 + 9.0 * row, 4, 4});
    }
    PageFindings found = searchPage(sheet);
    write(found, 120, 94, "Ja");
    write(found, 140, 94, "Nee");
    write(found, 30, 100.5, "Bent u gehuwd");
    write(found, 30, 109.5, "Hebt u kinderen");
    write(found, 30, 118.5, "Werkt u");
    return found;
}

std::vector<std::string> labelsOf(const form::Field& field)
{
    std::vector<std::string> labels;
    for (const form::Option& option : field.options) {
        labels.push_back(option.label);
    }
    return labels;
}

} // namespace

TEST(Matrix, IsAChoiceARowWithTheHeadsAsOptions)
{
    const form::Page page = FieldMaker("f").make(1, matrix(), {}).page;

    ASSERT_THAT(page.fields, SizeIs(3));
    EXPECT_EQ(page.fields[0].label, "Bent u gehuwd");
    EXPECT_EQ(page.fields[1].label, "Hebt u kinderen");
    EXPECT_THAT(labelsOf(page.fields[2]), ElementsAre("Ja", "Nee"));
    EXPECT_EQ(page.fields[0].options[1].id, "nee");
}

TEST(Matrix, IsNoneWhereEveryBoxHasItsText)
{
    PageFindings found = matrix();
    for (int row = 0; row < 3; ++row) {
        write(found, 126, 100.5 + 9.0 * row, "links");
        write(found, 146, 100.5 + 9.0 * row, "rechts");
    }

    const form::Page page = FieldMaker("f").make(1, found, {}).page;

    EXPECT_THAT(labelsOf(page.fields.front()), testing::Contains("links"));
}

TEST(Matrix, HasNoFieldInItsEmptyCorner)
{
    Sheet sheet = blankSheet();
    for (int row = 0; row < 3; ++row) {
        drawFrame(sheet, {28, 90.0 + 9.0 * row, 80, 9});
        drawFrame(sheet, {108, 90.0 + 9.0 * row, 24, 9});
        drawFrame(sheet, {132, 90.0 + 9.0 * row, 24, 9});
    }
    for (int row = 1; row < 3; ++row) {
        drawFrame(sheet, {118, 92.5 + 9.0 * row, 4, 4});
        drawFrame(sheet, {142, 92.5 + 9.0 * row, 4, 4});
    }
    const auto print = [&sheet](double x, double y) { // the heads' and questions' ink
        cv::rectangle(sheet.grey, cv::Rect(px(x), px(y), px(6), px(2.5)), cv::Scalar(0), cv::FILLED);
    };
    for (const double x : {117.0, 141.0}) {
        print(x, 93);
    }
    for (const double y : {102.0, 111.0}) {
        print(30, y);
    }
    PageFindings found = searchPage(sheet);
    write(found, 118, 93, "Ja");
    write(found, 142, 93, "Nee");
    write(found, 30, 102, "Een");
    write(found, 30, 111, "Twee");

    const form::Page page = FieldMaker("f").make(1, found, {}).page;

    for (const form::Field& field : page.fields) {
        EXPECT_EQ(field.writing, form::Writing::checkboxes) << field.label;
    }
    EXPECT_THAT(page.fields, SizeIs(2));
}

TEST(CaptionBelow, IsTheLabelWhereThePageHasThatHabit)
{
    Sheet sheet = blankSheet();
    for (int i = 0; i < 3; ++i) {
        drawRule(sheet, 30, 120, 60.0 + 12.0 * i, 90, 0);
    }
    PageFindings found = searchPage(sheet);
    write(found, 30, 61.5, "(naam)");
    write(found, 30, 73.5, "(adres)");
    write(found, 30, 85.5, "(woonplaats)");

    const form::Page page = FieldMaker("f").make(1, found, {}).page;

    ASSERT_THAT(page.fields, SizeIs(3));
    EXPECT_EQ(page.fields[0].label, "(naam)");
    EXPECT_EQ(page.fields[1].label, "(adres)");
    EXPECT_EQ(page.fields[2].label, "(woonplaats)");
}

TEST(SplitNumber, TakesTextsOfAnyLength)
{
    const std::string text = "1.5 " + std::string(200'000, 'x');

    const Label label = splitNumber(text);

    EXPECT_EQ(label.question, "1.5");
    EXPECT_EQ(label.text.size(), 200'000U);
}

TEST(FieldOrder, FieldsBesideEachOtherComeFromLeftToRight)
{
    Sheet sheet = blankSheet();
    drawFrame(sheet, {110, 59.6, 60, 8}); // a little higher than its neighbour
    drawFrame(sheet, {30, 60.2, 60, 8});
    drawFrame(sheet, {30, 75, 60, 8});

    const form::Page page = FieldMaker("f").make(1, searchPage(sheet), {}).page;

    ASSERT_THAT(page.fields, SizeIs(3));
    EXPECT_NEAR(page.fields[0].box.x, 30, 0.3);
    EXPECT_NEAR(page.fields[1].box.x, 110, 0.3);
    EXPECT_NEAR(page.fields[2].box.y, 75, 0.3);
}

} // namespace scanstraat::draft
