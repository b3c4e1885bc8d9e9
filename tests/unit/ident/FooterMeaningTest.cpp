// SPDX-License-Identifier: EUPL-1.2
#include "ident/FooterMeaning.h"

#include <gtest/gtest.h>

namespace scanstraat::ident {
namespace {

using Kind = FooterMeaning::Kind;

form::FormTemplate formWith(const std::string& id, const std::string& edition,
                            const std::vector<std::string>& footers)
{
    form::FormTemplate form;
    form.id = id;
    form.edition = edition;
    for (const std::string& footer : footers) {
        form.pages.emplace_back().footer = footer;
    }
    return form;
}

class FooterBookTest : public testing::Test
{
protected:
    const std::vector<form::FormTemplate> forms_{
        formWith("6009", "2025/1", {"1   6009-2025/1", "11   6009-2025/1"}),
        formWith("7101", "03", {"1   7101-03"}), formWith("88", "B", {"Blad 1", "88 ed. B blz 2"}),
        formWith("7101", "04", {"1   7101-04"})};
    const FooterBook book_{forms_};

    [[nodiscard]] Kind kindOf(const std::string& text, std::size_t form = 0) const
    {
        return book_.meaningOf(text, forms_[form].pages[0]).kind;
    }
};

TEST_F(FooterBookTest, KnowsThePageAndTheOthers)
{
    EXPECT_EQ(kindOf("16009-2025/1"), Kind::samePage);
    EXPECT_EQ(kindOf("116009-2025/1"), Kind::otherPage);
    EXPECT_EQ(kindOf("17101-04"), Kind::otherPage);
}

TEST_F(FooterBookTest, TellsAnEditionWithoutATemplate)
{
    const FooterMeaning meaning = book_.meaningOf("17101-12", forms_[0].pages[0]);

    EXPECT_EQ(meaning.kind, Kind::otherEdition);
    EXPECT_EQ(forms_[meaning.form].id, "7101");
    EXPECT_EQ(meaning.edition, "12");
    EXPECT_EQ(book_.knownEditions("7101"), "03, 04");
    EXPECT_EQ(kindOf("16009-2025/12"), Kind::otherEdition);
}

TEST_F(FooterBookTest, AnEditionMayStandInTheMiddle)
{
    EXPECT_EQ(kindOf("88ed.cblz2", 2), Kind::otherEdition);
}

TEST_F(FooterBookTest, WhatLacksCharactersMeansNothing)
{
    for (const std::string text : {"", "16009-", "16009-2025", "16009-2025/", "16009-225/1", "16009-/1",
                                   "6009-2025/1", "16009-2026/", "16009-20?6/1"}) {
        EXPECT_EQ(kindOf(text), Kind::nothing) << text;
    }
}

TEST_F(FooterBookTest, ASpeckIsNoOtherEdition)
{
    EXPECT_EQ(kindOf("16009-20.25/1"), Kind::nothing);
    EXPECT_EQ(kindOf("16009-2025-1"), Kind::nothing);
}

TEST_F(FooterBookTest, AFooterWithoutTheFormsIdTellsNoEdition)
{
    EXPECT_EQ(kindOf("blad7", 2), Kind::nothing);
}

TEST_F(FooterBookTest, SignsDoNotCountForAReaderThatIsWeakAtThem)
{
    EXPECT_EQ(book_.looseMeaningOf("1 60092025.1", forms_[0].pages[0]).kind, Kind::samePage);
    EXPECT_EQ(book_.looseMeaningOf("11 6009-2025/1", forms_[0].pages[0]).kind, Kind::otherPage);
    EXPECT_EQ(book_.looseMeaningOf("1 6009-2026/1", forms_[0].pages[0]).kind, Kind::nothing);
}

} // namespace
} // namespace scanstraat::ident
