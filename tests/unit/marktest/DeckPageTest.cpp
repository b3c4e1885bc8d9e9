// SPDX-License-Identifier: EUPL-1.2
#include "marktest/DeckPage.h"

#include "marktest/DeckForms.h"
#include "print/FormPrinter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace scanstraat::marktest {
namespace {

TEST(DeckPage, MarksAllBoxesAndDropsFew)
{
    const form::FormTemplate form = deckForms(3).front();
    const form::Page& page = form.pages.front();
    synth::FontWriters writers("");
    const PageMarker marker(writers, ratesFor(3.0));
    synth::Random random(3, 1);
    const cv::Mat print = print::renderPage(form, 0, synth::kSheetPixelsPerMm);

    const MarkedPage marked = marker.mark(page, print, {Set::ordinary, synth::Pen{}}, random);

    EXPECT_EQ(marked.boxes.size(), boxesOn(page));
    EXPECT_LE(std::ranges::count(marked.boxes, true, &MarkedBox::dropped), 3);
    EXPECT_GT(cv::countNonZero(marked.sheet.ink()), 10000);
}

TEST(DeckPage, FindsTheLabelsOfOptionsWhereTheyArePrinted)
{
    const form::FormTemplate form = deckForms(3).front();
    const form::Page& page = form.pages.front();

    const auto places = placesOf(page, page.fields.front());

    ASSERT_EQ(places.size(), page.fields.front().options.size());
    EXPECT_TRUE(places.front().labelled);
    EXPECT_GT(places.front().label.x, places.front().box.right() + 1.0);
    EXPECT_TRUE(places.front().next.has_value());
    EXPECT_FALSE(places.back().next.has_value());
}

TEST(DeckPage, BoxesOfATableHaveNoLabelBesideThem)
{
    const form::FormTemplate form = deckForms(3).front();
    const form::Page& page = form.pages.front();
    const auto table =
        std::ranges::find_if(page.fields, [](const form::Field& field) { return field.label == "ochtend"; });
    ASSERT_NE(table, page.fields.end());

    EXPECT_FALSE(placesOf(page, *table).front().labelled);
}

} // namespace
} // namespace scanstraat::marktest
