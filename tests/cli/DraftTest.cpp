// SPDX-License-Identifier: EUPL-1.2
// scanstraat template draft, and check --against.
#include "Program.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace scanstraat::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// The blank form 7101 as a PDF in `folder`.
fs::path printedForm(const TemporaryFolder& folder)
{
    const fs::path pdf = folder / "7101.pdf";
    EXPECT_EQ(scanstraat({"template", "print", "7101", "--out", pdf}).code, 0);
    return pdf;
}

TEST(TemplateDraft, DraftOfABlankFormIsSoundAndAgreesWithIt)
{
    const TemporaryFolder folder;
    const fs::path pdf = printedForm(folder);

    const Outcome draft = scanstraat({"template", "draft", pdf, "--out", folder / "draft", "--id", "proef"});
    const fs::path file = folder / "draft/template.json";
    const Outcome check = scanstraat({"template", "check", file});
    const Outcome against = scanstraat({"template", "check", file, "--against", pdf});

    ASSERT_EQ(draft.code, 0) << draft.err;
    EXPECT_THAT(draft.out, HasSubstr("12 boxes"));
    EXPECT_THAT(draft.out, HasSubstr("3 combs with 26 cells"));
    EXPECT_EQ(check.code, 0) << check.out;
    EXPECT_EQ(against.code, 0) << against.out;
}

TEST(TemplateDraft, TemplateThatIsThereIsNotReplaced)
{
    const TemporaryFolder folder;
    const fs::path pdf = printedForm(folder);
    std::ofstream(folder / "template.json") << "corrected by hand";

    const Outcome outcome = scanstraat({"template", "draft", pdf, "--out", folder / "template.json"});

    EXPECT_EQ(outcome.code, 5);
    EXPECT_THAT(outcome.err, HasSubstr("is there already"));
}

TEST(TemplateDraft, FileThatIsNoFormIsSaidSo)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "broken.pdf") << "%PDF-1.7\nno more than this";

    const Outcome outcome =
        scanstraat({"template", "draft", folder / "broken.pdf", "--out", folder / "draft"});

    EXPECT_EQ(outcome.code, 4);
    EXPECT_THAT(outcome.err, HasSubstr("broken.pdf"));
    EXPECT_FALSE(fs::exists(folder / "draft"));
}

TEST(TemplateDraft, OtherFormDoesNotAgree)
{
    const TemporaryFolder folder;
    const fs::path pdf = printedForm(folder);

    const Outcome outcome = scanstraat({"template", "check", "7116", "--against", pdf});

    EXPECT_EQ(outcome.code, 7);
    EXPECT_THAT(outcome.out, HasSubstr("not on paper"));
}

TEST(TemplateDraft, ToleranceOutOfBoundsIsAWrongArgument)
{
    const Outcome outcome =
        scanstraat({"template", "check", "7116", "--against", "x.pdf", "--tolerance", "-1"});

    EXPECT_EQ(outcome.code, 2);
}

} // namespace
} // namespace scanstraat::test
