// SPDX-License-Identifier: EUPL-1.2
#include "base/EditDistance.h"

#include <gtest/gtest.h>

#include <string>

namespace scanstraat {
namespace {

using namespace std::string_literals;

TEST(EditDistance, EqualSequencesHaveNone)
{
    EXPECT_EQ(editDistance(""s, ""s), 0U);
    EXPECT_EQ(editDistance("JANSEN"s, "JANSEN"s), 0U);
}

TEST(EditDistance, CountsInsertionsDeletionsAndReplacements)
{
    EXPECT_EQ(editDistance("JANSEN"s, "JANSSEN"s), 1U);
    EXPECT_EQ(editDistance("JANSSEN"s, "JANSEN"s), 1U);
    EXPECT_EQ(editDistance("JANSEN"s, "HANSEN"s), 1U);
    EXPECT_EQ(editDistance("KITTEN"s, "SITTING"s), 3U);
    EXPECT_EQ(editDistance(""s, "ABC"s), 3U);
}

TEST(EditDistance, CountsElementsOfASequenceNotTheirBytes)
{
    const std::vector<std::string> accented{"J", "O", "S", "\u00C9"};
    const std::vector<std::string> plain{"J", "O", "S", "E"};

    EXPECT_EQ(editDistance(accented, plain), 1U);
}

} // namespace
} // namespace scanstraat
