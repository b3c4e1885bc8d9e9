// SPDX-License-Identifier: EUPL-1.2
#include "app/SeparatorOption.h"

#include "base/Error.h"
#include "support/PrintedPage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string refusalOf(const std::vector<std::string>& words)
{
    try {
        (void)parseSeparators(words);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::usage);
        return error.what();
    }
    return "";
}

TEST(ParseSeparators, TakesTextsAndPatchesInAnyNumber)
{
    const ident::SeparatorCodes codes = parseSeparators({"code39:NIEUW 1", "patch:T", "patch:2"});

    EXPECT_THAT(codes.code39, ElementsAre("NIEUW 1"));
    EXPECT_THAT(codes.patches, ElementsAre(form::PatchCode::transfer, form::PatchCode::two));
    EXPECT_EQ(separatorText(codes), "code39:NIEUW 1, patch:T, patch:2");
}

TEST(ParseSeparators, NoneMeansNone)
{
    const ident::SeparatorCodes codes = parseSeparators({"none"});

    EXPECT_THAT(codes.code39, IsEmpty());
    EXPECT_THAT(codes.patches, IsEmpty());
    EXPECT_EQ(separatorText(codes), "none");
}

TEST(ParseSeparators, SaysWhatIsWrong)
{
    EXPECT_THAT(refusalOf({"patch:5"}), HasSubstr("known are 1, 2, 3, 4, 6 and T"));
    EXPECT_THAT(refusalOf({"code39:scheiding"}), HasSubstr("Code 39 has no 's'"));
    EXPECT_THAT(refusalOf({"code39:"}), HasSubstr("code39:TEXT"));
    EXPECT_THAT(refusalOf({"none", "patch:T"}), HasSubstr("stands alone"));
    EXPECT_THAT(refusalOf({"T"}), HasSubstr("none of code39:TEXT"));
    EXPECT_THAT(refusalOf({""}), HasSubstr("none of code39:TEXT"));
}

TEST(RequireApart, RefusesTheBarcodeOfAForm)
{
    EXPECT_THROW(requireApart({{"7112"}, {}}, test::forms()), Error);
    EXPECT_NO_THROW(requireApart({}, test::forms()));
}

} // namespace
} // namespace scanstraat::app
