// SPDX-License-Identifier: EUPL-1.2
#include "attachments/AttachmentKinds.h"

#include "base/Error.h"

#include <gtest/gtest.h>

#include <fstream>

namespace scanstraat::attachments {
namespace {

using Words = std::vector<std::string>;

AttachmentKinds ours()
{
    return AttachmentKinds(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models" / "attachments.json");
}

std::string guess(const AttachmentKinds& kinds, const Words& words)
{
    const KindGuess guess = kinds.guess(words);
    return guess.kind == nullptr ? "other" : guess.kind->id;
}

TEST(AttachmentKinds, AreToldByTheirWords)
{
    const AttachmentKinds kinds = ours();

    EXPECT_EQ(guess(kinds, Words{"PASPOORT", "PASSPORT", "P<NLDDE<VRIES<<JAN"}), "passport");
    EXPECT_EQ(guess(kinds, Words{"SALARISSPECIFICATIE", "PERIODE", "BRUTO", "NETTO"}), "pay-slip");
    EXPECT_EQ(guess(kinds, Words{"ARBEIDSOVEREENKOMST", "ARTIKEL", "WERKGEVER"}), "contract");
    EXPECT_EQ(guess(kinds, Words{"DIPLOMA", "GESLAAGD"}), "diploma");
    EXPECT_EQ(guess(kinds, Words{"GEACHTE", "HEER", "BETREFT"}), "letter");
}

TEST(AttachmentKinds, IsAnotherOneWithoutThem)
{
    EXPECT_EQ(guess(ours(), {}), "other");
    EXPECT_EQ(guess(ours(), Words{"ARTIKEL"}), "other");
}

TEST(AttachmentKinds, AWordCountsOnce)
{
    EXPECT_EQ(guess(ours(), Words(50, "ARTIKEL")), "other");
}

TEST(AttachmentKinds, MoreWordsMakeItSurerButNeverCertain)
{
    const AttachmentKinds kinds = ours();
    const double one = kinds.guess(Words{"LOONSTROOK"}).confidence;
    const double many =
        kinds.guess(Words{"LOONSTROOK", "LOONHEFFING", "BRUTO", "NETTO", "VAKANTIEGELD", "PERIODE"})
            .confidence;

    EXPECT_GT(one, 0.5);
    EXPECT_GT(many, one);
    EXPECT_LE(many, 0.95);
}

TEST(AttachmentKinds, ABrokenListNamesItsFile)
{
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "broken-attachments.json";
    std::ofstream(file) << R"({"schema": "scanstraat/attachments/1"})";

    try {
        const AttachmentKinds kinds(file);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        EXPECT_NE(std::string(error.what()).find("broken-attachments.json"), std::string::npos);
    }
    EXPECT_THROW(AttachmentKinds("/no/such/file.json"), Error);
}

} // namespace
} // namespace scanstraat::attachments
