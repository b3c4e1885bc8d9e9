// SPDX-License-Identifier: EUPL-1.2
#include "base/Utf8.h"

#include <gtest/gtest.h>

namespace scanstraat {
namespace {

TEST(Utf8, CharactersAreWhole)
{
    EXPECT_EQ(charactersOf("Çe€"), (std::vector<std::string>{"Ç", "e", "€"}));
    EXPECT_TRUE(charactersOf("").empty());
}

TEST(Utf8, ABrokenBeginningIsACharacterOfItsOwn)
{
    EXPECT_EQ(charactersOf("\x87"
                           "a"),
              (std::vector<std::string>{"\x87", "a"}));
}

} // namespace
} // namespace scanstraat
