// SPDX-License-Identifier: EUPL-1.2
#include "app/Options.h"

#include "base/Error.h"

#include <gtest/gtest.h>

namespace scanstraat::app {
namespace {

using namespace std::chrono_literals;

TEST(ParseDate, ReadsYearMonthAndDay)
{
    EXPECT_EQ(parseDate("2024-02-29"), 2024y / 2 / 29);
}

TEST(ParseDate, RefusesWhatIsNoDate)
{
    for (const char* text : {"", "vandaag", "29-02-2024", "2023-02-29", "2024-13-01", "2024-02-29x",
                             "2024-02", "24-02-09", "2024-2-9", "+024-02-09", " 2024-02-09"}) {
        try {
            (void)parseDate(text);
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::usage) << text;
        }
    }
}

TEST(ParseScanDate, RefusesWhatIsBeforeTheForms)
{
    EXPECT_EQ(parseScanDate("2000-01-01"), 2000y / 1 / 1);
    EXPECT_THROW((void)parseScanDate("1999-12-31"), Error);
}

TEST(ParseOptions, RefusesWhatTheCommandDoesNotKnow)
{
    boost::program_options::options_description description;
    description.add_options()("json", "");
    const std::vector<std::string> words{"--jsn"};

    EXPECT_THROW((void)parseOptions(words, description, "", 0), Error);
}

} // namespace
} // namespace scanstraat::app
