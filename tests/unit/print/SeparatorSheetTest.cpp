// SPDX-License-Identifier: EUPL-1.2
#include "print/SeparatorSheet.h"

#include "base/Units.h"
#include "print/FormPrinter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace scanstraat::print {
namespace {

const form::Page& page(const form::FormTemplate& sheet)
{
    return sheet.pages.front();
}

TEST(SeparatorSheet, HasThePatchAlongAllFourEdgesFromTheEdgeInwards)
{
    const form::FormTemplate sheet = separatorSheet({"", form::PatchCode::transfer});

    ASSERT_EQ(page(sheet).printedBoxes.size(), 16U);
    const RectMm& first = page(sheet).printedBoxes[0].area; // top: narrow, wide, narrow, wide
    const RectMm& second = page(sheet).printedBoxes[4].area;
    EXPECT_NEAR(first.height, form::kPatchNarrowMm, 0.01);
    EXPECT_NEAR(second.height, form::kPatchWideMm, 0.01);
    EXPECT_NEAR(second.y - first.bottom(), form::kPatchNarrowMm, 0.02);
    const RectMm& bottom = page(sheet).printedBoxes[1].area;
    EXPECT_NEAR(kA4HeightMm - bottom.bottom(), first.y, 0.02);
}

TEST(SeparatorSheet, KeepsTheQuietZoneAroundThePatches)
{
    const form::FormTemplate sheet = separatorSheet({"SCHEIDING", form::PatchCode::two});
    const double deepest = 12.0 + 0.8 * kMillimetresPerInch + form::kPatchQuietMm;

    const RectMm& bars = page(sheet).barcode->zone;
    EXPECT_GT(bars.x, deepest);
    EXPECT_LT(bars.right(), kA4WidthMm - deepest);
    for (const form::PrintedText& text : page(sheet).texts) {
        EXPECT_GT(text.at.x, deepest) << text.text;
        EXPECT_LT(text.at.x + text.widthMm, kA4WidthMm - deepest) << text.text;
    }
}

TEST(SeparatorSheet, TheLongestTextFits)
{
    const form::FormTemplate sheet = separatorSheet({std::string(kLongestSeparatorText, 'A'), {}});

    EXPECT_GT(page(sheet).barcode->zone.x, 10.0);
}

TEST(SeparatorSheet, SaysInDutchWhatItIs)
{
    const form::FormTemplate sheet = separatorSheet({"SCHEIDING", {}});

    EXPECT_TRUE(std::ranges::any_of(page(sheet).texts,
                                    [](const auto& text) { return text.text == "SCHEIDINGSBLAD"; }));
    EXPECT_TRUE(page(sheet).adjustmentFields.empty());
    EXPECT_TRUE(page(sheet).printedBoxes.empty());
}

} // namespace
} // namespace scanstraat::print
