// SPDX-License-Identifier: EUPL-1.2
#include "record/CrossChecks.h"

#include "SampleRecord.h"

#include <gtest/gtest.h>

namespace scanstraat::record {
namespace {

std::vector<form::FormTemplate> periodForm()
{
    form::FormTemplate form;
    form.id = "w";
    form.pages.resize(1);
    form::Field from;
    from.id = "w.van";
    form::Field to;
    to.id = "w.tot";
    to.validators = {"not-before:w.van"};
    form.pages[0].fields = {from, to};
    return {form};
}

reading::Record period(const std::string& from, const std::string& to)
{
    reading::Record record;
    record.pages = {samplePage("w", 1, 1)};
    record.pages[0].fields = {sampleField("w.van", from), sampleField("w.tot", to)};
    return record;
}

TEST(CrossChecks, SendsAPeriodThatEndsBeforeItBeginsToReview)
{
    reading::Record record = period("2024-05-01", "2024-04-30");

    checkAcrossFields(record, periodForm());

    ASSERT_EQ(record.findings.size(), 1U);
    EXPECT_EQ(record.findings[0].code, "field.date.order");
    EXPECT_EQ(record.pages[0].fields[0].state, reading::FieldState::unsure);
    EXPECT_EQ(record.pages[0].fields[1].state, reading::FieldState::unsure);
}

TEST(CrossChecks, LeavesSoundAndIncompletePeriodsAlone)
{
    for (const char* to : {"2024-05-01", "2025-01-01", "", "2024-02-31"}) {
        reading::Record record = period("2024-05-01", to);

        checkAcrossFields(record, periodForm());

        EXPECT_TRUE(record.findings.empty()) << to;
    }
}

} // namespace
} // namespace scanstraat::record
