// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Splitter.h"

#include "TestForms.h"

#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

using Lengths = std::vector<std::size_t>;

reading::PageReading main(int number)
{
    return testPage("f", 1, "main", number);
}

reading::PageReading annex(int number)
{
    return testPage("f", 1, "annex", number);
}

reading::PageReading other()
{
    return testPage("f", 1);
}

Lengths split(const std::vector<reading::PageReading>& pages, bool stream)
{
    return splitApplications(pages, stream, testForms());
}

TEST(Splitter, OneApplicationStaysTogether)
{
    const std::vector pages{main(1), main(2), main(3), annex(1), annex(2), other()};

    EXPECT_EQ(split(pages, false), Lengths{6});
    EXPECT_EQ(split(pages, true), Lengths{6});
}

TEST(Splitter, TheFirstPageOfAnOpeningFormStartsTheNextOne)
{
    const std::vector pages{main(1), main(2), other(), main(1), main(2), annex(1)};

    EXPECT_EQ(split(pages, false), (Lengths{3, 3}));
    EXPECT_EQ(split(pages, true), (Lengths{3, 3}));
}

TEST(Splitter, APageOfTheClassCoverOpensAnApplicationToo)
{
    reading::PageReading cover = main(1);
    cover.pageClass = reading::PageClass::cover;

    EXPECT_EQ(split({cover, main(2), other(), cover, main(2)}, false), (Lengths{3, 2}));
    EXPECT_EQ(split({cover, main(2), other(), cover, main(2)}, true), (Lengths{3, 2}));
}

TEST(Splitter, PagesOfOneFileMayLieInAnyOrder)
{
    EXPECT_EQ(split({annex(2), main(3), main(1), main(2), annex(1)}, false), Lengths{5});
}

TEST(Splitter, WhatLiesBeforeTheCoverAndIsThereAgainIsAnotherApplication)
{
    EXPECT_EQ(split({main(2), main(3), main(1), main(2), main(3)}, false), (Lengths{2, 3}));
}

TEST(Splitter, BlankAndAttachedPagesBeforeTheCoverBelongToIt)
{
    EXPECT_EQ(split({other(), main(1), main(2)}, true), Lengths{3});
}

TEST(Splitter, APageTwiceInAFileIsADouble)
{
    EXPECT_EQ(split({main(1), main(2), main(2), main(3)}, false), Lengths{4});
}

TEST(Splitter, TheSameCoverOfTheSamePersonIsADouble)
{
    reading::PageReading cover = main(1);
    cover.fields = {testReading("x.v", "2712345678"), testReading("x.birth", "1985-03-07")};
    reading::PageReading stranger = cover;
    stranger.fields[0].value = "2787654321";

    EXPECT_EQ(split({cover, cover, main(2)}, false), Lengths{3});
    EXPECT_EQ(split({cover, stranger, main(2)}, false), (Lengths{1, 2}));
}

TEST(Splitter, InAStreamAPageThatIsThereAlreadyStartsTheNextOne)
{
    EXPECT_EQ(split({main(2), main(3), main(2), main(3)}, true), (Lengths{2, 2}));
    EXPECT_EQ(split({annex(1), annex(2), annex(1), annex(2)}, true), (Lengths{2, 2}));
}

TEST(Splitter, InAStreamTheSameAnnexTwiceStaysWithItsForm)
{
    EXPECT_EQ(split({main(1), main(2), annex(1), annex(2), annex(1), annex(2)}, true), Lengths{6});
}

TEST(Splitter, SeparatorsAreLeftOutOfWhatTheyPart)
{
    reading::PageReading separator = other();
    separator.pageClass = reading::PageClass::separator;

    const auto stretches =
        betweenSeparators(std::vector{separator, main(1), main(2), separator, separator, other()});

    ASSERT_EQ(stretches.size(), 2U);
    EXPECT_EQ(stretches[0].first, 1U);
    EXPECT_EQ(stretches[0].count, 2U);
    EXPECT_EQ(stretches[1].first, 5U);
    EXPECT_EQ(stretches[1].count, 1U);
}

TEST(Splitter, NoPagesAreNoApplications)
{
    EXPECT_TRUE(split({}, false).empty());
}

} // namespace
} // namespace scanstraat::dossier
