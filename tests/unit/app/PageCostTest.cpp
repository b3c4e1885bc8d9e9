// SPDX-License-Identifier: EUPL-1.2
#include "app/PageCost.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::app {
namespace {

/// A form page with fields that took `totalMs`, all of it in the letters, with a unit of 10 ms.
PageCost pageOf(double totalMs, const std::string& format = "tif", std::size_t characters = 0)
{
    PageCost page;
    page.format = format;
    page.isForm = true;
    page.fields = 5;
    page.characters = characters;
    page.times.milliseconds.at(static_cast<std::size_t>(Stage::letters)) = totalMs;
    page.decodeMs = 10.0;
    return page;
}

PageCost attachmentOf(double totalMs)
{
    PageCost page = pageOf(totalMs);
    page.isForm = false;
    page.fields = 0;
    return page;
}

std::vector<std::string> namesOf(const std::vector<CostGroup>& groups)
{
    std::vector<std::string> names;
    for (const CostGroup& group : groups) {
        names.push_back(group.name);
    }
    return names;
}

TEST(GroupCosts, OfNoPagesAreNone)
{
    EXPECT_THAT(groupCosts({}), testing::IsEmpty());
}

TEST(GroupCosts, AreMediansThatOneSlowPageDoesNotMove)
{
    const std::vector<CostGroup> groups = groupCosts({pageOf(30), pageOf(10), pageOf(9000)});

    ASSERT_FALSE(groups.empty());
    EXPECT_EQ(groups[0].name, "with fields");
    EXPECT_EQ(groups[0].pages, 3U);
    EXPECT_DOUBLE_EQ(groups[0].totalMs, 30.0);
    EXPECT_DOUBLE_EQ(groups[0].stageMs.at(static_cast<std::size_t>(Stage::letters)), 30.0);
    EXPECT_DOUBLE_EQ(groups[0].stageMs.at(static_cast<std::size_t>(Stage::align)), 0.0);
    EXPECT_DOUBLE_EQ(groups[0].decodeMs, 10.0);
    EXPECT_DOUBLE_EQ(groups[0].decodes, 3.0);
}

TEST(GroupCosts, TellWhatNineOfTenPagesStayBelow)
{
    std::vector<PageCost> pages;
    for (int i = 0; i <= 10; ++i) {
        pages.push_back(pageOf(10.0 * i));
    }

    EXPECT_DOUBLE_EQ(groupCosts(pages).front().decodes, 5.0);
    EXPECT_DOUBLE_EQ(groupCosts(pages).front().slowDecodes, 9.0);
}

TEST(GroupCosts, TellFilledPagesFromThoseWithFieldsAndWithout)
{
    const std::vector<CostGroup> groups =
        groupCosts({pageOf(10, "tif", 29), pageOf(20, "tif", 30), pageOf(20, "tif", 40), attachmentOf(5)});

    EXPECT_THAT(namesOf(groups), testing::ElementsAre("filled (30 characters or more)", "with fields",
                                                      "without fields", "with fields, .tif"));
    EXPECT_EQ(groups[0].pages, 2U);
    EXPECT_DOUBLE_EQ(groups[0].characters, 40.0);
    EXPECT_EQ(groups[1].pages, 3U);
    EXPECT_EQ(groups[2].pages, 1U);
    EXPECT_DOUBLE_EQ(groups[2].totalMs, 5.0);
}

TEST(GroupCosts, TellFileFormatsApartForPagesWithFields)
{
    const std::vector<CostGroup> groups =
        groupCosts({pageOf(10, "tif"), pageOf(40, "pdf"), pageOf(60, "pdf")});

    EXPECT_THAT(namesOf(groups),
                testing::ElementsAre("with fields", "with fields, .pdf", "with fields, .tif"));
    EXPECT_EQ(groups[1].pages, 2U);
    EXPECT_DOUBLE_EQ(groups[2].totalMs, 10.0);
}

TEST(GroupCosts, AFormatWithoutAPageWithFieldsHasNoGroup)
{
    EXPECT_THAT(namesOf(groupCosts({attachmentOf(5)})), testing::ElementsAre("without fields"));
}

TEST(MeasureCost, CountsWhatWasReadAndMeasuresTheUnit)
{
    PageResult page;
    page.reading.source = {"post/scan.TIF", "", 2};
    page.reading.fields.resize(2);
    page.reading.fields[0].characters = {{{}, "A", 1.0, {}}, {{}, "", 1.0, {}}, {{}, "B", 1.0, {}}};
    page.reading.fields[1].boxes.resize(3);
    page.image.grey = cv::Mat(1169, 827, CV_8UC1, cv::Scalar(255));
    page.image.dpi = Dpi{100};

    const PageCost cost = measureCost(page);

    EXPECT_EQ(cost.format, "tif");
    EXPECT_EQ(cost.page, 2);
    EXPECT_EQ(cost.fields, 2U);
    EXPECT_EQ(cost.characters, 2U);
    EXPECT_EQ(cost.boxes, 3U);
    EXPECT_FALSE(cost.isForm);
    EXPECT_GT(cost.decodeMs, 0.0);
}

} // namespace
} // namespace scanstraat::app
