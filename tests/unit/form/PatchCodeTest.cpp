// SPDX-License-Identifier: EUPL-1.2
#include "form/PatchCode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace scanstraat::form {
namespace {

TEST(PatchCode, HasTwoWideBarsAndItsOwnPattern)
{
    std::set<std::array<bool, kPatchBars>> patterns;
    for (const PatchCode code : kPatchCodes) {
        EXPECT_EQ(std::ranges::count(wideBars(code), true), 2) << toString(code);
        EXPECT_EQ(patchCodeWith(wideBars(code)), code);
        patterns.insert(wideBars(code));
    }
    EXPECT_EQ(patterns.size(), kPatchCodes.size());
}

TEST(PatchCode, HasThePatternsOfItsMaker)
{
    EXPECT_EQ(wideBars(PatchCode::one), (std::array{true, true, false, false}));
    EXPECT_EQ(wideBars(PatchCode::four), (std::array{false, true, true, false}));
    EXPECT_EQ(wideBars(PatchCode::transfer), (std::array{false, true, false, true}));
}

TEST(PatchCode, OtherBarsAreNone)
{
    EXPECT_EQ(patchCodeWith({true, true, true, false}), std::nullopt);
    EXPECT_EQ(patchCodeWith({false, false, false, false}), std::nullopt);
}

TEST(PatchCode, GoesByItsName)
{
    for (const PatchCode code : kPatchCodes) {
        EXPECT_EQ(patchCodeFrom(toString(code)), code);
    }
    EXPECT_EQ(patchCodeFrom("t"), PatchCode::transfer);
    EXPECT_EQ(patchCodeFrom("5"), std::nullopt);
    EXPECT_EQ(patchCodeFrom(""), std::nullopt);
}

} // namespace
} // namespace scanstraat::form
