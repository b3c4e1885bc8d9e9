// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Envelopes.h"

#include "TestForms.h"

#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

TEST(Envelopes, AMultiPageFileIsOneEnvelope)
{
    const std::vector pages{testPage("a.tif", 1), testPage("a.tif", 2), testPage("b.tif", 1),
                            testPage("b.tif", 2)};

    const auto envelopes = findEnvelopes(pages);

    ASSERT_EQ(envelopes.size(), 2U);
    EXPECT_EQ(envelopes[0].count, 2U);
    EXPECT_EQ(envelopes[1].first, 2U);
    EXPECT_FALSE(envelopes[1].stream);
}

TEST(Envelopes, SinglePagesWithNumbersAtTheEndAreOneStream)
{
    const std::vector pages{testPage("d/scan0001.tif", 1), testPage("d/scan0002.tif", 1),
                            testPage("d/scan0010.tif", 1)};

    const auto envelopes = findEnvelopes(pages);

    ASSERT_EQ(envelopes.size(), 1U);
    EXPECT_TRUE(envelopes[0].stream);
    EXPECT_EQ(envelopes[0].count, 3U);
}

TEST(Envelopes, OtherNamesAndOtherFoldersAreOtherEnvelopes)
{
    const std::vector pages{testPage("app-0001-p01.jpg", 1), testPage("app-0001-p02.jpg", 1),
                            testPage("app-0002-p01.jpg", 1), testPage("x/app-0002-p02.jpg", 1)};

    EXPECT_EQ(findEnvelopes(pages).size(), 3U);
}

TEST(Envelopes, NameIsTheFileWithoutPageNumber)
{
    EXPECT_EQ(envelopeName("in/app-0001-p02.jpg", true), "in/app-0001");
    EXPECT_EQ(envelopeName("in/scan0002.tif", true), "in/scan");
    EXPECT_EQ(envelopeName("in/0002.tif", true), "in/0002");
    EXPECT_EQ(envelopeName("in/app-0001.tif", false), "in/app-0001");
    EXPECT_EQ(envelopeName("map-2.b/app", false), "map-2.b/app");
    EXPECT_EQ(envelopeName("stap-1.jpg", true), "stap");
}

TEST(Envelopes, SeparatorsAreLeftOutOfWhatTheyPart)
{
    reading::PageReading separator = testPage("f", 1);
    separator.pageClass = reading::PageClass::separator;
    const reading::PageReading page = testPage("f", 1, "main", 1);

    const auto stretches = betweenSeparators(std::vector{separator, page, page, separator, separator, page});

    ASSERT_EQ(stretches.size(), 2U);
    EXPECT_EQ(stretches[0].first, 1U);
    EXPECT_EQ(stretches[0].count, 2U);
    EXPECT_EQ(stretches[1].first, 5U);
    EXPECT_EQ(stretches[1].count, 1U);
}

} // namespace
} // namespace scanstraat::dossier
