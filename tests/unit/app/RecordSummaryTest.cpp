// SPDX-License-Identifier: EUPL-1.2
#include "app/RecordSummary.h"

#include "form/TemplateLoader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::app {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<form::FormTemplate>& templates()
{
    static const std::vector<form::FormTemplate> all =
        form::loadTemplates(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "templates");
    return all;
}

reading::FieldReading field(const std::string& id, const std::string& value, reading::FieldState state)
{
    reading::FieldReading field;
    field.fieldId = id;
    field.value = value;
    field.state = state;
    field.confidence = 0.8764;
    return field;
}

reading::PageReading page(int number, std::vector<reading::FieldReading> fields)
{
    reading::PageReading page;
    page.source = {"post/a.tif", "", number};
    page.pageClass = reading::PageClass::form;
    page.form = "7101";
    page.number = number;
    page.identifiedBy = "footer";
    page.fields = std::move(fields);
    return page;
}

reading::Record someRecord()
{
    using reading::FieldState;
    reading::FieldReading doubtful = field("7101.2.1", "8444319202", FieldState::unsure);
    doubtful.reasons = {"teken 3 is niet zeker"};
    reading::Record record;
    record.id = "a";
    record.pages = {page(1, {field("7101.1.1", "ja", FieldState::read)}),
                    page(2, {doubtful, field("7101.2.3", "", FieldState::empty)})};
    record.findings.push_back({"dossier.annex.missing", "Bijlage ontbreekt", "", true});
    record.fees.push_back({"6009", std::nullopt, {{174, ""}, {58, "Turkse nationaliteit"}}, {"1.8 is onzeker"}});
    return record;
}

TEST(RecordSummary, NamesFormsFindingsFeesAndPages)
{
    const std::string text = recordSummary(someRecord(), templates());

    EXPECT_THAT(text, HasSubstr("Aanvraag a\n  7101, Bijlage Antecedentenverklaring: pagina's 1-2\n"));
    EXPECT_THAT(text, HasSubstr("Bevindingen: 1\n  ! Bijlage ontbreekt  [dossier.annex.missing]\n"));
    EXPECT_THAT(text, HasSubstr("6009: nog niet zeker\n    € 174\n    € 58 als Turkse nationaliteit\n"));
    EXPECT_THAT(text, HasSubstr("post/a.tif, pagina 2: formulier 7101 pagina 2 (voettekst)"));
}

TEST(RecordSummary, KeepsWhatWasAcceptedApartFromWhatSomebodyMustLookAt)
{
    const std::string text = recordSummary(someRecord(), templates());
    const std::size_t read = text.find("\nGelezen\n");

    ASSERT_NE(read, std::string::npos);
    EXPECT_THAT(text.substr(0, read), HasSubstr("Na te kijken: 1 veld\n  7101.2.1"));
    EXPECT_THAT(text.substr(0, read), HasSubstr("\"8444319202\"? 87,6\u00A0%; teken 3 is niet zeker"));
    EXPECT_THAT(text.substr(read), HasSubstr("7101.1.1"));
    EXPECT_THAT(text.substr(read), HasSubstr(": Ja\n"));
    EXPECT_THAT(text.substr(read), Not(HasSubstr("8444319202")));
    EXPECT_THAT(text.substr(read), HasSubstr("en 1 leeg veld"));
}

TEST(RecordSummary, TakesTheFieldsOfADoublePageOnce)
{
    reading::Record record = someRecord();
    record.pages.push_back(page(1, {field("7101.1.1", "nee", reading::FieldState::read)}));

    const std::string text = recordSummary(record, templates());

    EXPECT_THAT(text, Not(HasSubstr(": Nee")));
    EXPECT_THAT(text, HasSubstr("Pagina's: 3"));
}

TEST(RecordSummary, CannotSteerTheTerminal)
{
    reading::Record record = someRecord();
    record.pages[0].fields[0].fieldId = "7101.9.9";
    record.pages[0].fields[0].value = "\x1b[2J";

    EXPECT_THAT(recordSummary(record, templates()), Not(HasSubstr("\x1b")));
}

} // namespace
} // namespace scanstraat::app
