// SPDX-License-Identifier: EUPL-1.2
#include "marktest/Case.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace scanstraat::marktest {
namespace {

TEST(Case, CsvHasAsManyColumnsAsItsHeading)
{
    BoxCase box;
    box.page.form = "8301";
    box.kind = kindNamed("tick");
    box.state = reading::MarkState::crossed;

    const std::string csv = toCsv({box});

    const auto end = csv.find('\n');
    const std::string heading = csv.substr(0, end);
    const std::string row = csv.substr(end + 1);
    EXPECT_EQ(std::ranges::count(heading, ','), std::ranges::count(row, ','));
    EXPECT_NE(row.find("\"tick\",crossed"), std::string::npos);
    EXPECT_NE(row.find(",right\n"), std::string::npos);
}

} // namespace
} // namespace scanstraat::marktest
