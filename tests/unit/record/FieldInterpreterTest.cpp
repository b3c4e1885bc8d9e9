// SPDX-License-Identifier: EUPL-1.2
#include "record/FieldInterpreter.h"

#include <gtest/gtest.h>

namespace scanstraat::record {
namespace {

using form::FieldKind;
using form::Writing;
using reading::FieldState;

const Context kContext{std::chrono::year{2025} / 6 / 15};

form::Field makeField(FieldKind kind, bool required = false)
{
    form::Field field;
    field.id = "f.1";
    field.question = "1.1";
    field.label = "Vraag";
    field.kind = kind;
    field.required = required;
    return field;
}

reading::FieldReading readAs(const std::string& raw)
{
    reading::FieldReading reading;
    reading.fieldId = "f.1";
    reading.raw = raw;
    reading.state = raw.empty() ? FieldState::empty : FieldState::read;
    reading.confidence = 0.99;
    return reading;
}

TEST(FieldInterpreter, AcceptsAValueThatObeysItsRule)
{
    reading::FieldReading reading = readAs("111222333");

    const auto findings = FieldInterpreter().interpret(reading, makeField(FieldKind::bsn), kContext);

    EXPECT_EQ(reading.state, FieldState::read);
    EXPECT_EQ(reading.value, "111222333");
    EXPECT_DOUBLE_EQ(reading.confidence, 0.99);
    EXPECT_TRUE(findings.empty());
}

TEST(FieldInterpreter, SendsAValueThatBreaksItsRuleToReviewAndKeepsIt)
{
    reading::FieldReading reading = readAs("111222334");

    const auto findings = FieldInterpreter().interpret(reading, makeField(FieldKind::bsn), kContext);

    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_EQ(reading.value, "111222334");
    EXPECT_LE(reading.confidence, 0.5);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "field.invalid.bsn");
    EXPECT_EQ(findings[0].fieldId, "f.1");
    EXPECT_EQ(reading.reasons, std::vector<std::string>{"BSN voldoet niet aan de elfproef"});
}

TEST(FieldInterpreter, NamesTheKindInTheCodeAsTemplatesDo)
{
    reading::FieldReading reading = readAs("12");

    const auto findings = FieldInterpreter().interpret(reading, makeField(FieldKind::vNumber), kContext);

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "field.invalid.v-number");
}

TEST(FieldInterpreter, LeavesAnEmptyFieldThatIsNotRequiredAlone)
{
    reading::FieldReading reading = readAs("");

    const auto findings = FieldInterpreter().interpret(reading, makeField(FieldKind::bsn), kContext);

    EXPECT_EQ(reading.state, FieldState::empty);
    EXPECT_TRUE(findings.empty());
}

TEST(FieldInterpreter, ReportsARequiredFieldThatIsEmpty)
{
    reading::FieldReading reading = readAs("");

    const auto findings = FieldInterpreter().interpret(reading, makeField(FieldKind::bsn, true), kContext);

    EXPECT_EQ(reading.state, FieldState::unsure);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "field.required.missing");
}

TEST(FieldInterpreter, DoesNotReportWhatCouldNotBeReadAsMissing)
{
    reading::FieldReading reading = readAs("");
    reading.state = FieldState::unreadable;

    EXPECT_TRUE(FieldInterpreter().interpret(reading, makeField(FieldKind::bsn, true), kContext).empty());
    EXPECT_EQ(reading.state, FieldState::unreadable);
}

TEST(FieldInterpreter, ReportsASignatureThatIsMissing)
{
    form::Field field = makeField(FieldKind::signature, true);
    field.writing = Writing::region;
    reading::FieldReading reading = readAs("absent");
    reading.value = "absent";
    reading.state = FieldState::empty;

    const auto findings = FieldInterpreter().interpret(reading, field, kContext);

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(reading.reasons, std::vector<std::string>{"Handtekening ontbreekt"});
    EXPECT_EQ(reading.value, "absent");
}

TEST(FieldInterpreter, DoesNotAskForEachPartOfAChoiceOverSeveralPages)
{
    form::Field field = makeField(FieldKind::choice, true);
    field.writing = Writing::checkboxes;
    field.group = "6009.2";
    reading::FieldReading reading = readAs("");

    EXPECT_TRUE(FieldInterpreter().interpret(reading, field, kContext).empty());
    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(FieldInterpreter, DoesNotTouchAnAnsweredChoice)
{
    form::Field field = makeField(FieldKind::choice, true);
    field.writing = Writing::checkboxes;
    reading::FieldReading reading = readAs("man: crossed");
    reading.value = "man";
    reading.state = FieldState::correctedByApplicant;

    EXPECT_TRUE(FieldInterpreter().interpret(reading, field, kContext).empty());
    EXPECT_EQ(reading.state, FieldState::correctedByApplicant);
}

TEST(FieldInterpreter, DoesNotCallAChoiceMissingWhoseMarksGiveNoAnswer)
{
    form::Field field = makeField(FieldKind::choice, true);
    field.writing = Writing::checkboxes;
    reading::FieldReading several = readAs("man: crossed, vrouw: crossed");
    several.state = FieldState::unsure;
    reading::FieldReading none = readAs("");

    EXPECT_TRUE(FieldInterpreter().interpret(several, field, kContext).empty());
    EXPECT_EQ(FieldInterpreter().interpret(none, field, kContext).size(), 1U);
}

struct DateCase
{
    const char* raw;
    const char* validator;
    const char* code; ///< "": sound
};

TEST(FieldInterpreter, HoldsDatesAgainstTheCalendarOfLife)
{
    for (const DateCase& one :
         {DateCase{"15062025", "birth-date", ""}, DateCase{"16062025", "birth-date", "field.date.future"},
          DateCase{"31121899", "birth-date", "field.date.before-1900"},
          DateCase{"01011900", "birth-date", ""}, DateCase{"16062025", "signing-date", "field.date.future"},
          DateCase{"15062025", "signing-date", ""}, DateCase{"16062030", "not-before:f.2", ""},
          DateCase{"30022020", "birth-date", "field.invalid.date"}}) {
        form::Field field = makeField(FieldKind::date);
        field.validators = {one.validator};
        reading::FieldReading reading = readAs(one.raw);

        const auto findings = FieldInterpreter().interpret(reading, field, kContext);

        EXPECT_EQ(findings.empty() ? "" : findings[0].code, one.code) << one.raw << ' ' << one.validator;
        EXPECT_EQ(reading::isAccepted(reading.state), findings.empty());
    }
}

TEST(FieldInterpreter, NeverMakesAnUnsureFieldSure)
{
    reading::FieldReading reading = readAs("111222333");
    reading.state = FieldState::unsure;

    static_cast<void>(FieldInterpreter().interpret(reading, makeField(FieldKind::bsn), kContext));

    EXPECT_EQ(reading.state, FieldState::unsure);
}

TEST(FieldInterpreter, PutsWhatIsWrongOnAPageIntoItsFindings)
{
    form::FormTemplate form;
    form.pages.resize(1);
    form.pages[0].fields = {makeField(FieldKind::bsn)};
    reading::PageReading page;
    page.fields = {readAs("1")};

    FieldInterpreter().interpretPage(page, form, kContext);

    ASSERT_EQ(page.findings.size(), 1U);
    EXPECT_EQ(page.findings[0].code, "field.invalid.bsn");
}

} // namespace
} // namespace scanstraat::record
