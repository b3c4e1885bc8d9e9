// SPDX-License-Identifier: EUPL-1.2
#include "lettertest/Report.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::lettertest {
namespace {

using testing::HasSubstr;

LetterCase dateRead(bool right, bool accepted, const std::string& printed)
{
    LetterCase one;
    one.kind = "date";
    one.set = "half 0";
    one.scan = "grey 300 dpi";
    one.pen = "pencil";
    one.isComb = true;
    one.isFilled = true;
    one.isRight = right;
    one.isAccepted = accepted;
    one.confidence = 0.9;
    one.written = "07031985";
    one.read = right ? "07031985" : "01031985";
    one.value = "1985-03-07";
    one.printed = printed;
    return one;
}

Cases threeDates()
{
    Cases cases;
    cases.fields = {dateRead(true, true, "07031985"), dateRead(false, true, "0703198"),
                    dateRead(false, false, "")};
    return cases;
}

TEST(LetterReport, CountsRightAcceptedAndWhatTesseractReads)
{
    const std::string text = toMarkdown(threeDates(), "letters");

    EXPECT_THAT(text, HasSubstr("| combs, written | 3 | 33.3 | 66.7 | 1 | 33.3 |\n"));
    EXPECT_THAT(text, HasSubstr("| date | 3 | 33.3 | 66.7 | 1 | 33.3 |\n"));
    EXPECT_THAT(text, HasSubstr("| pencil | 3 |"));
    EXPECT_THAT(text, HasSubstr("| half 0 | 3 |"));
    EXPECT_THAT(text, HasSubstr("| lines, written | 0 |"));
    EXPECT_THAT(text, HasSubstr("7 → 1: 2 of 3"));
}

TEST(LetterReport, WhatIsTypedIsToldApart)
{
    Cases cases = threeDates();
    cases.fields[0].pen = "typed";

    const std::string text = toMarkdown(cases, "letters");

    EXPECT_THAT(text, HasSubstr("| combs, written | 2 |"));
    EXPECT_THAT(text, HasSubstr("| combs, typed | 1 | 100.0 |"));
    EXPECT_THAT(text, HasSubstr("| date | 2 |"));
}

TEST(LetterReport, AnEmptyFieldThatIsReadIsTold)
{
    Cases cases = threeDates();
    LetterCase empty;
    empty.kind = "date";
    empty.isComb = true;
    cases.fields.push_back(empty);
    empty.value = "1";
    empty.isAccepted = true;
    cases.fields.push_back(empty);

    EXPECT_THAT(toMarkdown(cases, ""), HasSubstr("Empty fields: 2, of which 1 were read as though something "
                                                 "stood there, 1 of these accepted."));
}

TEST(LetterReport, TimeIsForEachCharacterAndEachLine)
{
    Cases cases = threeDates();
    cases.combs = {1, 1, 8, 4.0};
    cases.lines = {1, 2, 40, 50.0};

    EXPECT_THAT(toMarkdown(cases, ""),
                HasSubstr("combs 0.50 ms a character (4.0 ms a field); lines 25.0 ms a "
                          "line, 1.25 ms a character."));
}

TEST(LetterReport, EveryFieldHasALineInTheTable)
{
    Cases cases = threeDates();
    cases.fields[0].read = "say \"A\"";

    const std::string text = toCsv(cases);

    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
    EXPECT_THAT(text, HasSubstr("\"say \"\"A\"\"\""));
}

TEST(LetterReport, ChartsOfFewCasesAreDrawn)
{
    const test::TemporaryFolder folder;

    drawCharts(threeDates(), folder.path());

    for (const char* name : {"reliability.png", "error-review-combs.png", "error-review-lines.png",
                             "confusion-combs.png", "confusion-lines.png"}) {
        EXPECT_TRUE(std::filesystem::exists(folder.path() / name)) << name;
    }
}

TEST(LetterReport, RenewsWhatStandsBehindTheMarker)
{
    const std::string page = "# Letters\n<!-- figures -->\nold\n";

    const std::string once = withFigures(page, "new\n");

    EXPECT_EQ(once, "# Letters\n<!-- figures -->\n\nnew\n");
    EXPECT_EQ(withFigures(once, "new\n"), once);
    EXPECT_THROW((void)withFigures("# Letters\n", "new\n"), Error);
}

} // namespace
} // namespace scanstraat::lettertest
