// SPDX-License-Identifier: EUPL-1.2
#include "lettertest/PrintReader.h"

#include "support/WrittenSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::lettertest {
namespace {

using test::lineField;
using test::sheetWith;
using test::WrittenSheet;

TEST(PrintReader, ReadsPrintWithoutTheFieldsFrame)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("HEKEN", {83, 146.4});
    PrintReader reader;

    EXPECT_EQ(reader.read(sheet.scan(), field), "HEKEN");
}

TEST(PrintReader, AnEmptyFieldHasNoText)
{
    const form::Field field = lineField(2);
    const WrittenSheet sheet = sheetWith(field);
    PrintReader reader;

    EXPECT_EQ(reader.read(sheet.scan(), field), "");
}

} // namespace
} // namespace scanstraat::lettertest
