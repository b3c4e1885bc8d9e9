// SPDX-License-Identifier: EUPL-1.2
#include "ident/PageIdentifier.h"

#include "base/EditDistance.h"
#include "ident/BarcodeReader.h"
#include "ident/PageKind.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::ident {

namespace {

/// Correlation from which no other way to lay the sheet is tried. The highest of a wrong page or a wrong way
/// is 0.66 (tests/unit/ident/LayoutPrintTest.cpp).
constexpr double kUnmistakable = 0.78;

/// Correlation below which no page of ours is likely; foreign sheets with marks stay below 0.3.
constexpr double kLikely = 0.35;
/// Correlation and distance to the next page from which the layout may stand alone.
constexpr double kClear = 0.50;
constexpr double kClearMargin = 0.12;

/// Probabilities that an identity is right, by evidence. Two witnesses: 441 synthetic form pages without an
/// error allow 0.993 by the rule of three, rounded down. Layout alone: set by hand, not measured yet.
constexpr double kTwoWitnesses = 0.99;
constexpr double kLayoutAlone = 0.98;

constexpr double kBarcodeQuietMm = 5.0;
constexpr double kOcrPixelsPerMm = 8.0;

std::string withoutSpaces(std::string text)
{
    std::erase_if(text, [](char c) { return c == ' ' || c == '.'; });
    return text;
}

/// The line of text with 1 mm around it: reading costs by width. Empty where nothing is printed.
cv::Mat trimmed(const cv::Mat& line)
{
    constexpr int kAround = static_cast<int>(kOcrPixelsPerMm);
    double darkest = 0.0;
    double brightest = 0.0;
    cv::minMaxLoc(line, &darkest, &brightest);
    if (brightest - darkest < 40.0) {
        return {};
    }
    const cv::Rect ink = cv::boundingRect(line < (darkest + brightest) / 2);
    const cv::Rect around(ink.x - kAround, ink.y - kAround, ink.width + 2 * kAround,
                          ink.height + 2 * kAround);
    return line(around & cv::Rect({0, 0}, line.size())).clone();
}

/// What the mailroom calls a witness.
std::string dutchName(const std::string& witness)
{
    return witness == "footer" ? "voettekst" : witness;
}

Unidentified rejected(std::string code, std::string message)
{
    return {reading::PageClass::rejected, {{std::move(code), std::move(message), "", true}}};
}

} // namespace

PageIdentifier::PageIdentifier(std::span<const form::FormTemplate> templates) : templates_(templates)
{
    for (const form::FormTemplate& form : templates) {
        std::vector<LayoutPrint>& pages = layouts_.emplace_back();
        for (const form::Page& page : form.pages) {
            pages.emplace_back(page);
        }
    }
}

std::vector<PageIdentifier::Candidate> PageIdentifier::rank(const page::PageImage& image,
                                                            std::span<const reading::Registration> ways) const
{
    std::vector<Candidate> best;
    double highest = -1.0;
    // A page that is read the wrong way round never looks that much like another one.
    for (std::size_t way = 0; way < ways.size() && highest < kUnmistakable; ++way) {
        const cv::Mat observed = LayoutPrint::observe(page::RegisteredPage(image, ways[way]));
        for (std::size_t form = 0; form < layouts_.size(); ++form) {
            for (std::size_t page = 0; page < layouts_[form].size(); ++page) {
                best.push_back({form, page, way, layouts_[form][page].similarity(observed)});
                highest = std::max(highest, best.back().similarity);
            }
        }
    }
    std::ranges::stable_sort(best, std::greater<>(), &Candidate::similarity);
    return best;
}

PageIdentifier::Witness PageIdentifier::hearBarcode(const page::RegisteredPage& page,
                                                    const form::Page& expected) const
{
    if (!expected.barcode) {
        return {};
    }
    const RectMm zone = expected.barcode->zone.grown(kBarcodeQuietMm);
    const std::string text = readCode39(page.cut(zone, page.pixelsPerMm()), false);
    if (text.empty() || !isKnownPayload(text)) {
        return {};
    }
    return {"barcode", text != expected.barcode->payload, text};
}

PageIdentifier::Witness PageIdentifier::hearFooter(const page::RegisteredPage& page,
                                                   const form::Page& expected,
                                                   FooterReader& footerReader) const
{
    if (expected.footer.empty()) {
        return {};
    }
    const double heightMm = pointsToMm(expected.footerPt);
    const double widthMm = heightMm * 0.75 * static_cast<double>(expected.footer.size()) + 8.0;
    const RectMm zone{expected.footerAt.x - 3.0, expected.footerAt.y - heightMm - 1.5, widthMm,
                      heightMm + 3.5};
    const std::string text = withoutSpaces(footerReader.read(trimmed(page.cut(zone, kOcrPixelsPerMm))));
    const std::string wanted = withoutSpaces(expected.footer);
    if (text.empty()) {
        return {};
    }
    if (editDistance(text, wanted) <= 1) {
        return {"footer", false, text};
    }
    for (const form::FormTemplate& form : templates_) {
        for (const form::Page& other : form.pages) {
            if (&other != &expected && withoutSpaces(other.footer) == text) {
                return {"footer", true, text};
            }
        }
    }
    return {};
}

Result<page::IdentifiedPage, Unidentified>
PageIdentifier::identify(const page::PageImage& image, std::span<const reading::Registration> ways,
                         FooterReader& footerReader) const
{
    const std::vector<Candidate> ranking = rank(image, ways);
    const Candidate& first = ranking.front();
    if (first.similarity < kLikely) {
        return Failure{Unidentified{
            reading::PageClass::unknown,
            {{"page.unknown", "Pagina met paskruisen, maar van geen bekend formulier", "", true}}}};
    }
    const auto rival = std::ranges::find_if(ranking, [&](const Candidate& other) {
        return other.form != first.form || other.page != first.page;
    });
    const double margin = rival == ranking.end() ? 1.0 : first.similarity - rival->similarity;
    page::RegisteredPage page(image, ways[first.way]);
    const form::Page& expected = pageOf(first);
    Witness witness = hearBarcode(page, expected);
    if (witness.name.empty()) {
        witness = hearFooter(page, expected, footerReader);
    }
    if (witness.contradicts) {
        return Failure{rejected("page.identity.conflict", "Opdruk van de pagina en " +
                                                              dutchName(witness.name) + " (" + witness.read +
                                                              ") spreken elkaar tegen")};
    }
    if (witness.name.empty() && (first.similarity < kClear || margin < kClearMargin)) {
        return Failure{rejected("page.identity.uncertain",
                                "Niet zeker welke pagina van welk formulier dit is: barcode en voettekst "
                                "zijn niet leesbaar")};
    }
    page::IdentifiedPage result{std::move(page), first.form, first.page, witness.name, kTwoWitnesses, {}};
    if (witness.name.empty()) {
        result.identifiedBy = "layout";
        result.confidence = kLayoutAlone;
    }
    return result;
}

Unidentified PageIdentifier::classify(const page::PageImage& image, int marksFound) const
{
    constexpr double kSearchDpi = 200.0;
    if (isBlank(image)) {
        return {reading::PageClass::blank, {}};
    }
    if (marksFound >= 2) {
        return rejected("page.marks.missing", "Te weinig paskruisen leesbaar (" + std::to_string(marksFound) +
                                                  " gevonden, 3 nodig): pagina opnieuw scannen");
    }
    cv::Mat search = image.grey;
    if (image.dpi.value > 1.2 * kSearchDpi) {
        const double scale = kSearchDpi / image.dpi.value;
        cv::resize(image.grey, search, {}, scale, scale, cv::INTER_AREA);
    }
    const std::string payload = readCode39(search, true);
    if (isKnownPayload(payload)) {
        return rejected("page.marks.missing", "Formulier " + payload +
                                                  " herkend aan de barcode, maar de paskruisen ontbreken: "
                                                  "pagina opnieuw scannen");
    }
    return {reading::PageClass::attachment, {}};
}

bool PageIdentifier::isKnownPayload(const std::string& payload) const
{
    return std::ranges::any_of(templates_, [&](const form::FormTemplate& form) {
        return std::ranges::any_of(form.pages, [&](const form::Page& page) {
            return page.barcode && page.barcode->payload == payload;
        });
    });
}

} // namespace scanstraat::ident
