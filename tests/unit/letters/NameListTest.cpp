// SPDX-License-Identifier: EUPL-1.2
#include "letters/NameList.h"

#include <gtest/gtest.h>

#include <array>

namespace scanstraat::letters {
namespace {

constexpr std::array<std::string_view, 4> kNames{"IRAN", "IRAK", "SYRIË", "ZUID-KOREA"};

NameList::Node endOf(const NameList& list, std::u32string_view text)
{
    NameList::Node node = NameList::kRoot;
    for (const char32_t token : text) {
        node = list.after(node, token);
    }
    return node;
}

TEST(NameList, FindsItsNames)
{
    const NameList list(kNames);

    EXPECT_TRUE(list.isName(endOf(list, U"IRAN")));
    EXPECT_TRUE(list.isName(endOf(list, U"IRAK")));
    EXPECT_FALSE(list.isName(endOf(list, U"IRA"))) << "the begin of one is none";
    EXPECT_FALSE(list.isName(endOf(list, U""))) << "nor is nothing";
}

TEST(NameList, FollowsNoOtherText)
{
    const NameList list(kNames);

    EXPECT_EQ(endOf(list, U"IRAX"), NameList::kNone);
    EXPECT_EQ(endOf(list, U"IRANN"), NameList::kNone);
    EXPECT_FALSE(list.isName(endOf(list, U"XIRAN")));
}

TEST(NameList, TakesANameWithAndWithoutItsMarksAndHyphens)
{
    const NameList list(kNames);

    for (const std::u32string_view text : {U"SYRIE", U"SYRIE\u0308", U"ZUID-KOREA", U"ZUID KOREA"}) {
        EXPECT_TRUE(list.isName(endOf(list, text)));
    }
    EXPECT_EQ(list.size(), 6U);
}

} // namespace
} // namespace scanstraat::letters
