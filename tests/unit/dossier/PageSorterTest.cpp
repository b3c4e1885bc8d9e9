// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PageSorter.h"

#include "TestForms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct TestPerson
{
    std::string vNumber;
    std::string name;
    std::string birth;
};

const TestPerson kJan{"2712345678", "JAN DE VRIES", "1985-03-07"};
const TestPerson kPiet{"2798765432", "PIET AYDIN", "1991-11-23"};

/// Page of a form; `person` fills in who they are where the page asks for it.
reading::PageReading page(const std::string& form, int number, const TestPerson* person = nullptr)
{
    reading::PageReading result = testPage("f", 1, form, number);
    if (person != nullptr) {
        result.fields = {testReading(form + ".v", person->vNumber), testReading(form + ".name", person->name),
                         testReading(form + ".birth", person->birth)};
    }
    return result;
}

reading::PageReading main(int number, const TestPerson* person = nullptr)
{
    return page("main", number, person);
}

reading::PageReading annex(int number, const TestPerson* person = nullptr)
{
    return page("annex", number, person);
}

reading::PageReading other(reading::PageClass pageClass = reading::PageClass::attachment)
{
    reading::PageReading result = testPage("f", 1);
    result.pageClass = pageClass;
    return result;
}

/// With another answer on it.
reading::PageReading answered(reading::PageReading result, const std::string& id, const std::string& text)
{
    result.fields.push_back(testReading(id, text));
    return result;
}

SortedPages sorted(const std::vector<reading::PageReading>& pages)
{
    return sortPages(pages, testForms());
}

std::vector<std::size_t> doubtful(const SortedPages& pages)
{
    std::vector<std::size_t> result;
    for (const DoubtfulPage& one : pages.doubtful) {
        result.push_back(one.page);
    }
    return result;
}

TEST(PageSorter, OneApplicationStaysTogetherInAnyOrder)
{
    const auto inOrder = sorted({main(1), main(2, &kJan), main(3), annex(1, &kJan), annex(2), other()});
    const auto shuffled = sorted({annex(2), main(3), other(), main(1), annex(1, &kJan), main(2, &kJan)});

    EXPECT_THAT(inOrder.applications, ElementsAre(ElementsAre(0, 1, 2, 3, 4, 5)));
    EXPECT_THAT(shuffled.applications, ElementsAre(ElementsAre(0, 1, 2, 3, 4, 5)));
    EXPECT_THAT(doubtful(inOrder), IsEmpty());
    EXPECT_THAT(doubtful(shuffled), IsEmpty());
}

TEST(PageSorter, WhatNobodySignedStaysTogetherToo)
{
    EXPECT_THAT(sorted({annex(2), main(3), main(1), main(2), annex(1)}).applications,
                ElementsAre(ElementsAre(0, 1, 2, 3, 4)));
    EXPECT_THAT(sorted({other(), main(1), main(2)}).applications, ElementsAre(ElementsAre(0, 1, 2)));
    EXPECT_THAT(sorted({other(), other(reading::PageClass::blank)}).applications,
                ElementsAre(ElementsAre(0, 1)));
}

TEST(PageSorter, TheNextPersonsFormStartsTheNextApplication)
{
    const auto result = sorted({main(1), main(2, &kJan), main(3), annex(1, &kJan), annex(2), other(), main(1),
                                main(2, &kPiet), main(3), annex(1, &kPiet), annex(2), other()});

    EXPECT_THAT(result.applications,
                ElementsAre(ElementsAre(0, 1, 2, 3, 4, 5), ElementsAre(6, 7, 8, 9, 10, 11)));
    EXPECT_THAT(doubtful(result), IsEmpty());
}

TEST(PageSorter, AnotherFormOpensAnApplicationOfNobodyKnownToo)
{
    EXPECT_THAT(sorted({main(1), main(2), other(), main(1), main(2), annex(1)}).applications,
                ElementsAre(ElementsAre(0, 1, 2), ElementsAre(3, 4, 5)));

    reading::PageReading cover = main(1);
    cover.pageClass = reading::PageClass::cover;
    EXPECT_THAT(sorted({cover, main(2), other(), cover, main(2)}).applications,
                ElementsAre(ElementsAre(0, 1, 2), ElementsAre(3, 4)));
}

TEST(PageSorter, WhatLiesBeforeTheCoverAndIsThereAgainIsAnotherApplication)
{
    EXPECT_THAT(sorted({main(2), main(3), main(1), main(2), main(3)}).applications,
                ElementsAre(ElementsAre(0, 1), ElementsAre(2, 3, 4)));
}

TEST(PageSorter, APageTwiceIsADouble)
{
    EXPECT_THAT(sorted({main(1), main(2, &kJan), main(2, &kJan), main(3)}).applications,
                ElementsAre(ElementsAre(0, 1, 2, 3)));
    EXPECT_THAT(sorted({main(1), main(1), main(2), main(3)}).applications,
                ElementsAre(ElementsAre(0, 1, 2, 3)));
}

TEST(PageSorter, TheCluesFindTheirPersonInAnyOrder)
{
    const auto result = sorted({annex(1, &kPiet), main(2, &kJan), annex(1, &kJan), main(2, &kPiet)});

    EXPECT_THAT(result.applications, testing::UnorderedElementsAre(ElementsAre(1, 2), ElementsAre(0, 3)));
    EXPECT_THAT(doubtful(result), IsEmpty());
}

TEST(PageSorter, ShuffledPagesWithoutAClueAreNobodys)
{
    const auto result = sorted({main(3), annex(1, &kPiet), annex(2), main(2, &kJan), main(1), annex(2),
                                annex(1, &kJan), main(3), main(1), main(2, &kPiet)});

    EXPECT_THAT(doubtful(result), ElementsAre(0, 2, 4, 5, 7, 8));
    EXPECT_THAT(result.applications, SizeIs(2));
    for (const DoubtfulPage& page : result.doubtful) {
        EXPECT_EQ(page.reason.code, "page.held.unclear-person");
        EXPECT_THAT(page.shares, SizeIs(2));
    }
}

TEST(PageSorter, AStrangersAnnexIsHeld)
{
    const auto result = sorted({main(1), main(2, &kJan), main(3), annex(1, &kPiet), annex(2), other()});

    EXPECT_THAT(result.applications, SizeIs(1));
    EXPECT_THAT(doubtful(result), testing::IsSupersetOf({3, 4}));
    EXPECT_EQ(result.doubtful[0].reason.code, "page.held.other-person");
    EXPECT_THAT(result.applications[0], testing::IsSupersetOf({0, 1, 2}));
}

TEST(PageSorter, AStrayPageDoesNotPartTheApplicationAroundIt)
{
    const auto result =
        sorted({main(1), main(2, &kJan), annex(1, &kPiet), main(3), annex(1, &kJan), annex(2), other()});

    EXPECT_THAT(result.applications, ElementsAre(ElementsAre(0, 1, 3, 4, 5, 6)));
    EXPECT_THAT(doubtful(result), ElementsAre(2));
}

TEST(PageSorter, AnotherSheetOfAPageIsHeldWhereItIsOutOfPlace)
{
    const auto own = answered(main(3), "main.b", "ja");
    const auto foreign = answered(main(3), "main.b", "nee");

    const auto result = sorted({main(1), main(2, &kJan), own, annex(1, &kJan), annex(2), foreign});

    EXPECT_THAT(result.applications, ElementsAre(ElementsAre(0, 1, 2, 3, 4)));
    ASSERT_THAT(doubtful(result), ElementsAre(5));
    EXPECT_EQ(result.doubtful[0].reason.code, "page.held.other-copy");
}

TEST(PageSorter, OfTwoSheetsInOnePlaceNeitherIsTaken)
{
    const auto one = answered(main(3), "main.b", "ja");
    const auto another = answered(main(3), "main.b", "nee");

    EXPECT_THAT(doubtful(sorted({main(1), main(2, &kJan), annex(1, &kJan), one, annex(2), another})),
                ElementsAre(3, 5));
}

TEST(PageSorter, BlankPagesFollowThePageBeforeThem)
{
    const auto blank = other(reading::PageClass::blank);

    const auto result =
        sorted({main(1), blank, main(2, &kJan), main(3), blank, main(1), main(2, &kPiet), blank});

    EXPECT_THAT(result.applications, ElementsAre(ElementsAre(0, 1, 2, 3, 4), ElementsAre(5, 6, 7)));
}

TEST(PageSorter, AnnexesOfTwoPersonsAreTwoApplications)
{
    EXPECT_THAT(sorted({annex(1, &kJan), annex(2), annex(1, &kPiet), annex(2)}).applications, SizeIs(2));
}

TEST(PageSorter, AMisreadNumberDoesNotMakeAStranger)
{
    TestPerson misread = kJan;
    misread.vNumber = "2712945678";
    misread.name = "JAN DE VRlES";

    EXPECT_THAT(sorted({main(1), main(2, &kJan), annex(1, &misread)}).doubtful, SizeIs(0));
}

TEST(PageSorter, SortsAHundredApplicationsInARow)
{
    std::vector<reading::PageReading> pages;
    std::uint64_t state = 7;
    for (int i = 0; i < 100; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const auto upTo = [&state](std::uint64_t most) {
            return (state = state * 6364136223846793005ULL + 1, state >> 33) % most;
        };
        std::string name;
        for (int letter = 0; letter < 8; ++letter) {
            name += static_cast<char>('A' + upTo(26));
        }
        const TestPerson person{std::to_string(1000000000 + upTo(9000000000ULL) % 9000000000ULL), name,
                                std::to_string(1930 + upTo(80)) + "-0" + std::to_string(1 + upTo(9)) + "-" +
                                    std::to_string(10 + upTo(19))};
        for (const auto& one : {main(1), main(2, &person), main(3), annex(1, &person), annex(2), other()}) {
            pages.push_back(one);
        }
    }

    const auto result = sorted(pages);

    EXPECT_THAT(doubtful(result), IsEmpty());
    ASSERT_EQ(result.applications.size(), 100U);
    EXPECT_THAT(result.applications[57], ElementsAre(342, 343, 344, 345, 346, 347));
}

TEST(PageSorter, NoPagesAreNoApplications)
{
    EXPECT_THAT(sorted({}).applications, IsEmpty());
}

} // namespace
} // namespace scanstraat::dossier
