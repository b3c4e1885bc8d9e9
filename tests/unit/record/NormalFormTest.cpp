// SPDX-License-Identifier: EUPL-1.2
#include "record/NormalForm.h"

#include <gtest/gtest.h>

namespace scanstraat::record {
namespace {

using form::FieldKind;

NormalForm normal(FieldKind kind, const std::string& raw)
{
    form::Field field;
    field.kind = kind;
    reading::FieldReading reading;
    reading.raw = raw;
    return normalForm(reading, field);
}

struct Case
{
    FieldKind kind;
    const char* raw;
    const char* value;
};

TEST(NormalForm, BringsValidTextIntoTheFormOfTheTruth)
{
    for (const Case& one : {Case{FieldKind::vNumber, "2712345678", "2712345678"},
                            Case{FieldKind::bsn, "111222333", "111222333"},
                            Case{FieldKind::rsin, "123456782L01", "123456782L01"},
                            Case{FieldKind::kvk, "12345678", "12345678"},
                            Case{FieldKind::becon, "123456", "123456"},
                            Case{FieldKind::date, "07031985", "1985-03-07"},
                            Case{FieldKind::date, "7-3-1985", "1985-03-07"},
                            Case{FieldKind::postcode, "9561 pz", "9561PZ"},
                            Case{FieldKind::phone, "+31 88 043 04 30", "+31880430430"},
                            Case{FieldKind::phone, "088-0430430", "0880430430"},
                            Case{FieldKind::email, "J.JANSEN@VOORBEELD.NL", "j.jansen@voorbeeld.nl"},
                            Case{FieldKind::money, "2.350,00", "2350"},
                            Case{FieldKind::money, "-120", "-120"},
                            Case{FieldKind::number, "37,5", "37,5"},
                            Case{FieldKind::country, "Syrië", "SYRIË"},
                            Case{FieldKind::country, "ROEMENIE", "ROEMENIË"},
                            Case{FieldKind::country, "ZUID KOREA", "ZUID-KOREA"},
                            Case{FieldKind::nationality, "HAITIAANSE", "HAÏTIAANSE"},
                            Case{FieldKind::nationality, "syrische", "SYRISCHE"},
                            Case{FieldKind::name, "van  der\nberg", "VAN DER BERG"},
                            Case{FieldKind::street, "Plein 1944", "PLEIN 1944"},
                            Case{FieldKind::houseNumber, "12 a", "12 A"},
                            Case{FieldKind::place, "'s-Gravenhage", "'S-GRAVENHAGE"},
                            Case{FieldKind::freeText, "geen 2e\npaspoort!", "GEEN 2E PASPOORT!"}}) {
        const NormalForm form = normal(one.kind, one.raw);
        EXPECT_EQ(form.value, one.value);
        EXPECT_EQ(form.problem, "") << one.raw;
    }
}

TEST(NormalForm, KeepsTheValueThatBreaksItsRule)
{
    for (const Case& one :
         {Case{FieldKind::vNumber, "271234567", "271234567"},
          Case{FieldKind::vNumber, "0000000000", "0000000000"},
          Case{FieldKind::bsn, "111222334", "111222334"},
          Case{FieldKind::rsin, "123456789L01", "123456789L01"}, Case{FieldKind::kvk, "1234567", "1234567"},
          Case{FieldKind::becon, "12345", "12345"}, Case{FieldKind::date, "31021985", "1985-02-31"},
          Case{FieldKind::date, "0703", "0703"}, Case{FieldKind::postcode, "9561SS", "9561SS"},
          Case{FieldKind::phone, "12345", "12345"}, Case{FieldKind::email, "j.jansen", "j.jansen"},
          Case{FieldKind::money, "VEEL", ""}, Case{FieldKind::number, "X", "X"},
          Case{FieldKind::country, "QQQQQQ", "QQQQQQ"}, Case{FieldKind::nationality, "QQ", "QQ"},
          Case{FieldKind::name, "JANSEN2", "JANSEN2"}, Case{FieldKind::houseNumber, "A12", "A12"}}) {
        const NormalForm form = normal(one.kind, one.raw);
        EXPECT_EQ(form.value, one.value);
        EXPECT_NE(form.problem, "") << one.raw;
    }
}

TEST(NormalForm, ProposesTheNearestCountryButDoesNotAcceptIt)
{
    const NormalForm form = normal(FieldKind::country, "SYRIF");

    EXPECT_EQ(form.value, "SYRIE");
    EXPECT_NE(form.problem, "");
}

TEST(NormalForm, SortsTheCellsOfADateByTheirGroups)
{
    form::Field field;
    field.kind = FieldKind::date;
    field.writing = form::Writing::comb;
    field.groups = {2, 2, 4};
    reading::FieldReading reading;
    for (const char* text : {"", "7", "3", "", "1", "9", "8", "5"}) {
        reading.characters.push_back({{}, text, 0.99, {}});
        reading.raw += text;
    }

    EXPECT_EQ(normalForm(reading, field).value, "1985-03-07");
}

TEST(NormalForm, DoesNotInventADateFromCellsThatAreMissing)
{
    form::Field field;
    field.kind = FieldKind::date;
    field.writing = form::Writing::comb;
    field.groups = {2, 2, 4};
    reading::FieldReading reading;
    for (const char* text : {"0", "7", "", "", "1", "9", "8", "5"}) {
        reading.characters.push_back({{}, text, 0.99, {}});
        reading.raw += text;
    }

    const NormalForm form = normalForm(reading, field);

    EXPECT_EQ(form.value, "071985");
    EXPECT_NE(form.problem, "");
}

} // namespace
} // namespace scanstraat::record
