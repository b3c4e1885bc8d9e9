// SPDX-License-Identifier: EUPL-1.2
//
// Office printers leave 5 mm white at the edges, and patch readers want the code within 40 mm of the edge
// that goes in first. Bars are as tall as they can be, so that a sheet askew still crosses all of them.
#include "print/SeparatorSheet.h"

#include "base/Units.h"
#include "print/Code39.h"
#include "print/PageBuilder.h"

#include <array>
#include <vector>

namespace scanstraat::print {

namespace {

constexpr double kPatchFromEdgeMm = 12.0;
constexpr double kPatchAlongShortMm = 120.0; ///< length of the bars at top and bottom
constexpr double kPatchAlongLongMm = 180.0;
constexpr double kModuleMm = 0.5;
constexpr double kBarcodeTopMm = 165.0;
constexpr double kBarcodeHeightMm = 30.0;
constexpr TextStyle kHuge{30.0, true};
constexpr TextStyle kLarge{13.0, false};

struct Strip
{
    double from = 0.0; ///< distance from the edge
    double width = 0.0;
};

std::vector<Strip> barsFromEdge(form::PatchCode code)
{
    std::vector<Strip> bars;
    double at = kPatchFromEdgeMm;
    for (const bool wide : form::wideBars(code)) {
        bars.push_back({at, wide ? form::kPatchWideMm : form::kPatchNarrowMm});
        at += bars.back().width + form::kPatchNarrowMm;
    }
    return bars;
}

void addPatches(PageBuilder& builder, form::PatchCode code)
{
    const double left = (kA4WidthMm - kPatchAlongShortMm) / 2;
    const double top = (kA4HeightMm - kPatchAlongLongMm) / 2;
    for (const Strip& bar : barsFromEdge(code)) {
        const double farX = kA4WidthMm - bar.from - bar.width;
        const double farY = kA4HeightMm - bar.from - bar.width;
        for (const RectMm& area : {RectMm{left, bar.from, kPatchAlongShortMm, bar.width},
                                   RectMm{left, farY, kPatchAlongShortMm, bar.width},
                                   RectMm{bar.from, top, bar.width, kPatchAlongLongMm},
                                   RectMm{farX, top, bar.width, kPatchAlongLongMm}}) {
            builder.box(area, 0.0, 0.0);
        }
    }
}

void centred(PageBuilder& builder, double y, const std::string& words, const TextStyle& style)
{
    builder.text({(kA4WidthMm - textWidthMm(words, style)) / 2, y}, words, style);
}

void addWords(PageBuilder& builder, const std::string& contents)
{
    centred(builder, 85.0, "SCHEIDINGSBLAD", kHuge);
    double y = 105.0;
    for (const char* line :
         {"Na dit blad begint een nieuwe aanvraag.", "Leg het tussen de laatste bladzijde van de ene",
          "en het voorblad van de volgende aanvraag.", "Schrijf niet op dit blad.",
          "Het kan opnieuw worden gebruikt;", "druk vuile of gekreukte bladen opnieuw af."}) {
        centred(builder, y, line, kLarge);
        y += leadingMm(kLarge) + 1.0;
    }
    centred(builder, 210.0, contents, kLarge);
}

} // namespace

form::FormTemplate separatorSheet(const SeparatorPrint& print)
{
    form::FormTemplate sheet;
    sheet.id = "scheidingsblad";
    sheet.title = "Scheidingsblad";
    form::Page& page = sheet.pages.emplace_back();
    PageBuilder builder(page);
    std::string contents;
    if (print.patch) {
        addPatches(builder, *print.patch);
        contents = "Patch " + form::toString(*print.patch);
    }
    if (!print.code39.empty()) {
        const double width = code39Modules(print.code39.size()) * kModuleMm;
        page.barcode = form::Barcode{{(kA4WidthMm - width) / 2, kBarcodeTopMm, width, kBarcodeHeightMm},
                                     form::Symbology::code39,
                                     print.code39};
        contents = print.code39 + (contents.empty() ? "" : "   |   " + contents);
    }
    addWords(builder, contents);
    return sheet;
}

} // namespace scanstraat::print
