// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Dossier.h"

#include "TestForms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace scanstraat::dossier {
namespace {

using testing::ElementsAre;

std::vector<std::string> idsOf(const std::vector<reading::Record>& records)
{
    std::vector<std::string> ids;
    for (const reading::Record& record : records) {
        ids.push_back(record.id);
    }
    return ids;
}

TEST(Dossier, PutsEveryPageInExactlyOnePlace)
{
    std::vector<reading::PageReading> pages;
    for (int i = 1; i <= 40; ++i) {
        const std::string file = i <= 20 ? "a.tif" : "s" + std::to_string(i) + ".jpg";
        pages.push_back(i % 5 == 0   ? testPage(file, i <= 20 ? i : 1)
                        : i % 7 == 0 ? testPage(file, i <= 20 ? i : 1, "annex", 1 + i % 2)
                                     : testPage(file, i <= 20 ? i : 1, "main", 1 + i % 3));
        if (i % 11 == 0) {
            pages.back().pageClass = reading::PageClass::rejected;
        }
    }

    const Assembly assembly = assemble(pages, testForms(), testContext());

    std::set<std::pair<std::string, int>> seen;
    std::size_t count = 0;
    for (const reading::Holding& holding : assembly.holdings) {
        for (const reading::HeldPage& held : holding.pages) {
            seen.emplace(held.page.source.file, held.page.source.page);
            ++count;
        }
    }
    for (const reading::Record& record : assembly.records) {
        for (const reading::PageReading& page : record.pages) {
            seen.emplace(page.source.file, page.source.page);
            ++count;
        }
    }
    EXPECT_EQ(count, pages.size());
    EXPECT_EQ(seen.size(), pages.size());
}

TEST(Dossier, SortsFormPagesFirstAndKeepsTheRestInScanOrder)
{
    const std::vector pages{testPage("a.tif", 1), testPage("a.tif", 2, "annex", 1),
                            testPage("a.tif", 3, "main", 2), testPage("a.tif", 4, "main", 1),
                            testPage("a.tif", 5)};

    const auto records = assemble(pages, testForms(), testContext()).records;

    ASSERT_EQ(records.size(), 1U);
    std::vector<int> order;
    for (const reading::PageReading& page : records[0].pages) {
        order.push_back(page.source.page);
    }
    EXPECT_THAT(order, ElementsAre(4, 3, 2, 1, 5));
}

TEST(Dossier, NamesRecordsSafelyAndOnce)
{
    const std::vector pages{testPage("post/app 1.tif", 1, "main", 1),
                            testPage("post/app 1.tif", 2, "main", 2),
                            testPage("post/app 1.tif", 3, "main", 1),
                            testPage("post/app 1.tif", 4, "main", 2),
                            testPage("post/app_1.pdf", 1, "main", 1),
                            testPage("post/app_1.pdf", 2, "main", 2),
                            testPage("../.x.tif", 1),
                            testPage("../.x.tif", 2)};

    EXPECT_THAT(idsOf(assemble(pages, testForms(), testContext()).records),
                ElementsAre("post_app_1", "post_app_1-2", "post_app_1-3", "_._.x"));
}

TEST(Dossier, PagesOfOneApplicationInSingleFilesComeTogether)
{
    const std::vector pages{testPage("app-0001-p01.jpg", 1, "main", 1),
                            testPage("app-0001-p02.jpg", 1, "main", 2),
                            testPage("app-0002-p01.jpg", 1, "main", 1), testPage("app-0002-p02.jpg", 1)};

    EXPECT_THAT(idsOf(assemble(pages, testForms(), testContext()).records),
                ElementsAre("app-0001", "app-0002"));
}

TEST(Dossier, SplitsAStreamAtEachCover)
{
    const std::vector pages{testPage("scan0001.tif", 1, "main", 1), testPage("scan0002.tif", 1, "main", 2),
                            testPage("scan0003.tif", 1, "main", 1), testPage("scan0004.tif", 1, "annex", 1)};

    EXPECT_THAT(idsOf(assemble(pages, testForms(), testContext()).records), ElementsAre("scan", "scan-2"));
}

reading::PageReading separator(const std::string& file, int position)
{
    reading::PageReading page = testPage(file, position);
    page.pageClass = reading::PageClass::separator;
    return page;
}

/// Of each record the positions of its pages in their file.
std::vector<std::vector<int>> positionsIn(const Assembly& assembly)
{
    std::vector<std::vector<int>> positions;
    for (const reading::Record& record : assembly.records) {
        positions.emplace_back();
        for (const reading::PageReading& page : record.pages) {
            positions.back().push_back(page.source.page);
        }
    }
    return positions;
}

TEST(Dossier, ASeparatorPartsApplicationsAndBelongsToNone)
{
    const std::vector pages{testPage("a.tif", 1, "main", 1), testPage("a.tif", 2), separator("a.tif", 3),
                            testPage("a.tif", 4, "annex", 1), testPage("a.tif", 5, "main", 1)};

    const Assembly assembly = assemble(pages, testForms(), testContext());

    EXPECT_THAT(positionsIn(assembly), ElementsAre(ElementsAre(1, 2), ElementsAre(5, 4)));
    ASSERT_EQ(assembly.separators.size(), 1U);
    EXPECT_EQ(assembly.separators[0].source.page, 3);
}

TEST(Dossier, WhatCouldBeOneApplicationIsTwoWithASeparatorInIt)
{
    const std::vector pages{testPage("a.tif", 1, "main", 1), testPage("a.tif", 2, "main", 2),
                            separator("a.tif", 3), testPage("a.tif", 4, "main", 3)};

    EXPECT_THAT(positionsIn(assemble(pages, testForms(), testContext())),
                ElementsAre(ElementsAre(1, 2), ElementsAre(4)));
}

TEST(Dossier, ASeparatorPartsAStreamOfSinglePages)
{
    const std::vector pages{testPage("s1.jpg", 1, "main", 2), separator("s2.jpg", 1),
                            testPage("s3.jpg", 1, "main", 3), testPage("s4.jpg", 1)};

    const Assembly assembly = assemble(pages, testForms(), testContext());

    EXPECT_THAT(idsOf(assembly.records), ElementsAre("s", "s-2"));
    EXPECT_EQ(assembly.records[1].pages.size(), 2U);
}

TEST(Dossier, SeparatorsInARowOrAtAnEndMakeNoEmptyApplication)
{
    const std::vector pages{separator("a.tif", 1), separator("a.tif", 2), testPage("a.tif", 3, "main", 1),
                            separator("a.tif", 4), separator("a.tif", 5)};

    const Assembly assembly = assemble(pages, testForms(), testContext());

    EXPECT_THAT(positionsIn(assembly), ElementsAre(ElementsAre(3)));
    EXPECT_EQ(assembly.separators.size(), 4U);
}

TEST(Dossier, OnlySeparatorsAreNoApplication)
{
    const Assembly assembly = assemble({separator("a.tif", 1)}, testForms(), testContext());

    EXPECT_TRUE(assembly.records.empty());
    EXPECT_EQ(assembly.separators.size(), 1U);
}

TEST(Dossier, NothingInGivesNothing)
{
    EXPECT_TRUE(assemble({}, testForms(), testContext()).records.empty());
}

} // namespace
} // namespace scanstraat::dossier
