// SPDX-License-Identifier: EUPL-1.2
#include "app/LabelPlacer.h"

#include <gtest/gtest.h>

namespace scanstraat::app {
namespace {

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// A page with fields in these places.
reading::PageReading pageWith(const std::vector<RectMm>& boxes)
{
    reading::PageReading page;
    for (const RectMm& box : boxes) {
        page.fields.emplace_back();
        page.fields.back().box = box;
    }
    return page;
}

constexpr RectMm kField{80, 50, 60, 8};

TEST(LabelPlacer, PutsALabelAboveItsField)
{
    LabelPlacer placer(pageWith({kField}), nullptr);

    const auto place = placer.place(kField, "JANSEN");

    ASSERT_TRUE(place);
    EXPECT_EQ(place->x, kField.x);
    EXPECT_LT(place->bottom(), kField.y);
    EXPECT_GT(place->bottom(), kField.y - 1.0);
}

TEST(LabelPlacer, KeepsOffOtherFields)
{
    const RectMm above{80, 44, 60, 5.5};
    LabelPlacer placer(pageWith({above, kField}), nullptr);

    const auto place = placer.place(kField, "JANSEN");

    ASSERT_TRUE(place);
    EXPECT_FALSE(overlap(*place, above));
    EXPECT_FALSE(overlap(*place, kField));
}

TEST(LabelPlacer, KeepsOffPrintedText)
{
    form::Page layout;
    layout.texts.push_back({{80, 48}, 9.0, false, "Achternaam", 20.0, false});
    LabelPlacer placer(pageWith({kField}), &layout);

    const auto place = placer.place(kField, "JANSEN");

    ASSERT_TRUE(place);
    EXPECT_FALSE(overlap(*place, {80, 45.8, 20, 2.9}));
}

TEST(LabelPlacer, KeepsLongLabelsOffEachOther)
{
    const std::vector<RectMm> fields{{80, 50, 12, 6}, {94, 50, 12, 6}, {108, 50, 12, 6}};
    LabelPlacer placer(pageWith(fields), nullptr);
    std::vector<RectMm> places;
    for (const RectMm& field : fields) {
        if (const auto place = placer.place(field, "KARDINAAL DE JONGWEG")) {
            places.push_back(*place);
        }
    }

    ASSERT_GE(places.size(), 2U);
    for (std::size_t i = 1; i < places.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(overlap(places[i], places[j]));
        }
    }
}

TEST(LabelPlacer, ShortensALabelThatIsTooLongForTheSheet)
{
    LabelPlacer placer(pageWith({kField}), nullptr);

    const auto place = placer.place(kField, std::string(120, 'A'));

    ASSERT_TRUE(place);
    EXPECT_GE(place->x, 0.0);
    EXPECT_LE(place->right(), 210.0);
}

TEST(LabelPlacer, LeavesALabelOutWhereThereIsNoRoom)
{
    LabelPlacer placer(pageWith({kField, {0, 0, 210, 297}}), nullptr);

    EXPECT_FALSE(placer.place(kField, "JANSEN"));
}

} // namespace
} // namespace scanstraat::app
