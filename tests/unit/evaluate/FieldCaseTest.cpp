// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/FieldCase.h"

#include <gtest/gtest.h>

namespace scanstraat::evaluate {
namespace {

using reading::FieldState;

reading::FieldReading readAs(const std::string& id, const std::string& value, FieldState state)
{
    reading::FieldReading field;
    field.fieldId = id;
    field.value = value;
    field.state = state;
    return field;
}

/// One page with a date that was filled in and a name that was not.
struct Read
{
    std::vector<Truth> truth{1};
    std::vector<reading::Record> records{1};

    explicit Read(std::vector<reading::FieldReading> fields)
    {
        TruthPage page;
        page.file = "app.tif";
        page.pageClass = "form";
        TruthField date;
        date.kind = "date";
        date.file = "app.tif";
        date.value = "1985-03-07";
        truth[0].pages = {page};
        truth[0].fields["f.1"] = date;
        reading::PageReading read;
        read.source = {"in/app.tif", "", 1};
        read.fields = std::move(fields);
        records[0].pages = {read};
    }
};

TEST(FieldCase, WhatTheTruthNamesIsComparedWithItsValue)
{
    const Read read({readAs("f.1", "1985-03-07", FieldState::read)});
    const PageIndex pages(read.records);

    const auto cases = fieldCases(read.truth, pages);

    ASSERT_EQ(cases.size(), 1U);
    EXPECT_TRUE(cases[0].isFilled());
    EXPECT_TRUE(cases[0].isRight());
    EXPECT_TRUE(cases[0].isAccepted());
}

TEST(FieldCase, WhatTheTruthDoesNotNameMustBeEmpty)
{
    const Read read({readAs("f.1", "1985-03-07", FieldState::read), readAs("f.2", "X", FieldState::unsure),
                     readAs("f.3", "", FieldState::empty)});
    const PageIndex pages(read.records);

    const auto cases = fieldCases(read.truth, pages);

    ASSERT_EQ(cases.size(), 3U);
    EXPECT_EQ(cases[0].id, "f.2");
    EXPECT_FALSE(cases[0].isFilled());
    EXPECT_FALSE(cases[0].isRight());
    EXPECT_TRUE(cases[1].isRight());
}

TEST(FieldCase, WhatNoRecordHasIsNeitherRightNorAccepted)
{
    const Read read({});
    const PageIndex pages(read.records);

    const auto cases = fieldCases(read.truth, pages);

    ASSERT_EQ(cases.size(), 1U);
    EXPECT_EQ(cases[0].reading, nullptr);
    EXPECT_TRUE(cases[0].isFilled());
    EXPECT_FALSE(cases[0].isRight());
    EXPECT_FALSE(cases[0].isAccepted());
}

TEST(FieldCase, AnAbsentSignatureIsAnEmptyField)
{
    Read read({readAs("f.1", "absent", FieldState::read)});
    read.truth[0].fields["f.1"].value = "absent";
    const PageIndex pages(read.records);

    const auto cases = fieldCases(read.truth, pages);

    EXPECT_FALSE(cases[0].isFilled());
    EXPECT_TRUE(cases[0].isRight());
}

} // namespace
} // namespace scanstraat::evaluate
