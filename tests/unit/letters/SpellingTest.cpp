// SPDX-License-Identifier: EUPL-1.2
#include "letters/Spelling.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace scanstraat::letters {
namespace {

const std::filesystem::path kModel = std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models/spelling.json";

/// 27 levels of 1, but level 0 for A.
const std::string kRow = "0" + std::string(26, '1');

std::string description(const std::string& contexts, const std::string& step = "0.5")
{
    return R"({"version": "spelling 1", "symbols": "ABCDEFGHIJKLMNOPQRSTUVWXYZ_", "step": )" + step +
           R"(, "contexts": )" + contexts + "}";
}

/// The message with which a file of that text is refused; empty when it is not.
std::string refusal(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "spelling.json", text);
    try {
        const Spelling spelling(folder / "spelling.json");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        EXPECT_THAT(error.what(), testing::HasSubstr("spelling.json"));
        return error.what();
    }
    return "";
}

TEST(Spelling, NamesTheFileThatIsMissing)
{
    const test::TemporaryFolder folder;
    try {
        const Spelling spelling(folder / "spelling.json");
        FAIL() << "a missing file is taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        EXPECT_THAT(error.what(),
                    testing::AllOf(testing::HasSubstr("spelling.json: the spelling model is missing"),
                                   testing::HasSubstr("train_spelling.py")));
    }
}

TEST(Spelling, RefusesAFileThatIsNoModel)
{
    EXPECT_NE(refusal("{"), "");
    EXPECT_NE(refusal("[]"), "");
    EXPECT_NE(refusal(R"({"version": "spelling 1"})"), "");
    EXPECT_THAT(refusal(description(R"({"": "01"})")), testing::HasSubstr("27 levels"));
    EXPECT_THAT(refusal(description(R"({"A": ")" + kRow + R"("})")), testing::HasSubstr("\"\" is missing"));
    EXPECT_THAT(refusal(description(R"({"": ")" + kRow + R"("})", "0")), testing::HasSubstr("step"));
}

TEST(Spelling, FallsBackToTheLastSymbolsOfAContext)
{
    const test::TemporaryFolder folder;
    const std::string rest(25, '1');
    test::writeBytes(folder / "spelling.json",
                     description(R"({"": ")" + kRow + R"(", "BC": "12)" + rest + R"("})"));

    const Spelling spelling(folder / "spelling.json");

    EXPECT_NEAR(spelling.cost("ABC", 'B'), 1.0, 1e-6);
    EXPECT_NEAR(spelling.cost("_BC", 'A'), 0.5, 1e-6);
    EXPECT_NEAR(spelling.cost("ABA", 'A'), 0.0, 1e-6);
    EXPECT_NEAR(spelling.cost("ABA", Spelling::kEdge), 0.5, 1e-6);
}

TEST(Spelling, KnowsDutch)
{
    const Spelling spelling(kModel);

    EXPECT_LT(spelling.cost("REC", 'H') + 2, spelling.cost("REC", 'M'));
    EXPECT_LT(spelling.cost("_ST", 'R') + 2, spelling.cost("_ST", 'P'));
}

TEST(Spelling, LeavesEverySequencePossible)
{
    const Spelling spelling(kModel);

    for (const std::string context : {"___", "QXZ", "AAA", "__Q"}) {
        double sum = std::exp(-spelling.cost(context, Spelling::kEdge));
        for (char next = 'A'; next <= 'Z'; ++next) {
            EXPECT_LT(spelling.cost(context, next), 6.5) << context << next;
            sum += std::exp(-spelling.cost(context, next));
        }
        EXPECT_NEAR(sum, 1.0, 0.08) << context;
    }
}

} // namespace
} // namespace scanstraat::letters
