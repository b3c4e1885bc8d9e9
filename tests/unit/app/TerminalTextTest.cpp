// SPDX-License-Identifier: EUPL-1.2
#include "app/TerminalText.h"

#include <gtest/gtest.h>

namespace scanstraat::app {
namespace {

TEST(TerminalText, ShowsControlCharactersAsTheirCode)
{
    EXPECT_EQ(terminalText("a\x1b[2Jb.tif"), "a\\x1B[2Jb.tif");
    EXPECT_EQ(terminalText("a\nb\x7f"), "a\\x0Ab\\x7F");
    EXPECT_EQ(terminalText("a\xC2\x9B"
                           "2Jb"),
              "a\\xC2\\x9B2Jb");
}

TEST(TerminalText, LeavesLettersAsTheyAre)
{
    EXPECT_EQ(terminalText("Zoë \xC2\xA0 Łukasz.tif"), "Zoë \xC2\xA0 Łukasz.tif");
}

} // namespace
} // namespace scanstraat::app
