// SPDX-License-Identifier: EUPL-1.2
#include "form/FormTemplate.h"

#include <gtest/gtest.h>

namespace scanstraat::form {
namespace {

FormTemplate formWithPages(std::initializer_list<int> numbers)
{
    FormTemplate form;
    for (const int number : numbers) {
        Page page;
        page.number = number;
        Field field;
        field.id = "90." + std::to_string(number);
        page.fields.push_back(field);
        form.pages.push_back(page);
    }
    return form;
}

TEST(FormTemplate, FindsPagesByPrintedNumber)
{
    const FormTemplate form = formWithPages({1, 5, 6});

    EXPECT_EQ(pageIndex(form, 5), 1U);
    EXPECT_EQ(pageIndex(form, 2), std::nullopt);
}

TEST(FormTemplate, FindsFieldsOnEveryPageAndInventsNone)
{
    const FormTemplate form = formWithPages({1, 5, 6});

    ASSERT_NE(findField(form, "90.6"), nullptr);
    EXPECT_EQ(findField(form, "90.6")->id, "90.6");
    EXPECT_EQ(findField(form, "90.7"), nullptr);
}

TEST(FormTemplate, AGroupNamesItsFieldsInTheOrderOfThePages)
{
    FormTemplate form = formWithPages({1, 5, 6});
    form.pages[0].fields[0].group = "90.g";
    form.pages[2].fields[0].group = "90.g";

    const auto parts = fieldsNamed(form, "90.g");

    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0]->id, "90.1");
    EXPECT_EQ(parts[1]->id, "90.6");
    EXPECT_EQ(fieldsNamed(form, "90.5").size(), 1U);
    EXPECT_TRUE(fieldsNamed(form, "90.7").empty());
    EXPECT_TRUE(fieldsNamed(form, "").empty());
}

TEST(FormTemplate, NamesOfKindsReadBackAsTheSameKind)
{
    for (int value = 0; value <= static_cast<int>(FieldKind::photo); ++value) {
        const auto kind = static_cast<FieldKind>(value);
        EXPECT_EQ(fieldKindFrom(toString(kind)), kind);
    }
    for (int value = 0; value <= static_cast<int>(MarkShape::cross); ++value) {
        const auto shape = static_cast<MarkShape>(value);
        EXPECT_EQ(markShapeFrom(toString(shape)), shape);
    }
    for (int value = 0; value <= static_cast<int>(Writing::region); ++value) {
        const auto writing = static_cast<Writing>(value);
        EXPECT_EQ(writingFrom(toString(writing)), writing);
    }
}

TEST(FormTemplate, UnknownNamesAreNothing)
{
    EXPECT_EQ(fieldKindFrom("nummer"), std::nullopt);
    EXPECT_EQ(markShapeFrom(""), std::nullopt);
    EXPECT_EQ(writingFrom("Comb"), std::nullopt);
    EXPECT_EQ(boxShapeFrom("oval"), std::nullopt);
}

TEST(FormTemplate, CellsOfPostcodesHoldDigitsThenLetters)
{
    EXPECT_EQ(cellAlphabet(FieldKind::postcode, 3), "0123456789");
    EXPECT_EQ(cellAlphabet(FieldKind::postcode, 4), "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

TEST(FormTemplate, TenthCellOfAPayrollTaxNumberIsTheLetterL)
{
    EXPECT_EQ(cellAlphabet(FieldKind::rsin, 8), "0123456789");
    EXPECT_EQ(cellAlphabet(FieldKind::rsin, 9), "L");
    EXPECT_EQ(cellAlphabet(FieldKind::rsin, 10), "0123456789");
}

TEST(FormTemplate, SignsStandOnlyWhereTheyMayBeWritten)
{
    EXPECT_NE(cellAlphabet(FieldKind::phone, 0).find('+'), std::string::npos);
    EXPECT_NE(cellAlphabet(FieldKind::money, 0).find('-'), std::string::npos);
    EXPECT_EQ(cellAlphabet(FieldKind::date, 0).find('-'), std::string::npos);
    EXPECT_EQ(cellAlphabet(FieldKind::name, 0).find('7'), std::string::npos);
    EXPECT_NE(lineAlphabet(FieldKind::email).find('@'), std::string::npos);
    EXPECT_EQ(lineAlphabet(FieldKind::name).find('@'), std::string::npos);
}

TEST(FormTemplate, NothingIsReadFromPictures)
{
    EXPECT_EQ(lineAlphabet(FieldKind::signature), "");
    EXPECT_EQ(lineAlphabet(FieldKind::stamp), "");
}

} // namespace
} // namespace scanstraat::form
