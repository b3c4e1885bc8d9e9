// SPDX-License-Identifier: EUPL-1.2
#include "ident/PageIdentifier.h"

#include "ident/BarcodeReader.h"
#include "ident/BarcodeZone.h"
#include "ident/PageKind.h"

#include <algorithm>

namespace scanstraat::ident {

namespace {

/// Correlation from which no other way to lay the sheet is tried. The highest of a wrong page or a wrong way
/// is 0.66 (tests/unit/ident/LayoutPrintTest.cpp).
constexpr double kUnmistakable = 0.78;

/// Correlation below which no page of ours is likely; foreign sheets with marks stay below 0.4.
constexpr double kLikely = 0.45;
/// Correlation and distance to the next page from which the layout may stand alone.
constexpr double kClear = 0.50;
constexpr double kClearFewMarks = 0.70; ///< the same where two marks or none place the sheet
constexpr double kClearMargin = 0.12;

/// Probabilities that an identity is right, by evidence. Two witnesses: 441 synthetic form pages without an
/// error allow 0.993 by the rule of three, rounded down. Layout alone: set by hand, not measured yet.
constexpr double kTwoWitnesses = 0.99;
constexpr double kLayoutAlone = 0.98;

/// Probability from which a quick reading against the page is worth a second one.
constexpr double kWorthConfirming = 0.5;

/// Ink where the page prints nothing and asks for nothing: a stamp has 300, a page of writing outside the
/// lines as much, half a page of another sheet 500 and more.
constexpr double kMostForeignMm2 = 450.0;

/// Print of which nothing is seen: torn and folded corners and stamps hide up to 0.04, a sheet over a fifth
/// of the page 0.1 and more where that has print, else nothing (battery, seeds 51, 52 and 20261129).
constexpr double kMostMissing = 0.08;

using Kind = FooterMeaning::Kind;

Unidentified rejected(std::string code, std::string message)
{
    return {reading::PageClass::rejected, {{std::move(code), std::move(message), "", true}}};
}

/// The page at about 150 dpi or more, or as it is: a bar of 0.33 mm takes two pixels there.
cv::Mat searchPicture(const page::PageImage& image)
{
    constexpr double kSearchDpi = 0.95 * 150.0;
    cv::Mat picture = image.grey;
    double dpi = image.dpi.value;
    for (const cv::Mat& half : image.halves) {
        dpi /= 2;
        if (dpi < kSearchDpi) {
            break;
        }
        picture = half;
    }
    return picture;
}

std::vector<std::vector<LayoutPrint>> layoutsOf(std::span<const form::FormTemplate> templates)
{
    std::vector<std::vector<LayoutPrint>> layouts;
    for (const form::FormTemplate& form : templates) {
        layouts.emplace_back(form.pages.begin(), form.pages.end());
    }
    return layouts;
}

std::vector<const LayoutPrint*> allOf(const std::vector<std::vector<LayoutPrint>>& layouts)
{
    std::vector<const LayoutPrint*> all;
    for (const std::vector<LayoutPrint>& pages : layouts) {
        for (const LayoutPrint& page : pages) {
            all.push_back(&page);
        }
    }
    return all;
}

/// "code39:7112"
std::string codeName(const form::Barcode& barcode)
{
    return form::toString(barcode.symbology) + ":" + barcode.payload;
}

Unidentified unknownPage()
{
    return {reading::PageClass::unknown,
            {{"page.unknown", "Pagina met paskruisen, maar van geen bekend formulier", "", true}}};
}

/// `witness` is what the mailroom calls it.
Unidentified conflict(const std::string& witness, const std::string& read)
{
    return rejected("page.identity.conflict",
                    "Opdruk van de pagina en " + witness + " (" + read + ") spreken elkaar tegen");
}

} // namespace

bool hasThreeMarks(std::span<const reading::Registration> ways)
{
    return std::ranges::any_of(ways, [](const auto& way) { return way.marks.size() >= 3; });
}

PageIdentifier::PageIdentifier(std::span<const form::FormTemplate> templates, SeparatorCodes separators,
                               form::Catalogue catalogue)
    : templates_(templates), separators_(std::move(separators)), catalogue_(std::move(catalogue)),
      footers_(templates), layouts_(layoutsOf(templates)), search_(allOf(layouts_))
{
}

std::vector<PageIdentifier::Candidate> PageIdentifier::rank(const PageInk& ink,
                                                            std::span<const reading::Registration> ways) const
{
    std::vector<Candidate> best;
    double highest = -1.0;
    // A page that is read the wrong way round never looks that much like another one.
    for (std::size_t way = 0; way < ways.size() && highest < kUnmistakable; ++way) {
        const cv::Mat observed = ink.grid(ways[way]);
        for (std::size_t form = 0; form < layouts_.size(); ++form) {
            for (std::size_t page = 0; page < layouts_[form].size(); ++page) {
                best.push_back({form, page, ways[way], observed, layouts_[form][page].similarity(observed)});
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
    const std::string text = readBarcode(page, *expected.barcode);
    if (text.empty() || knownBarcode(text) == nullptr) {
        return {};
    }
    return {{text == expected.barcode->payload ? Kind::samePage : Kind::otherPage, 0, {}}, text};
}

PageIdentifier::Witness PageIdentifier::hearFooter(const page::RegisteredPage& page,
                                                   const form::Page& expected, FooterReader& reader,
                                                   bool needed) const
{
    if (expected.footer.empty()) {
        return {};
    }
    const PrintedText quick = reader.readQuickly(page, expected);
    const FooterMeaning meaning = footers_.meaningOf(quick.text, expected);
    if (meaning.kind == Kind::samePage && reader.isSure(quick)) {
        return {meaning, quick.text};
    }
    const bool against = (meaning.kind == Kind::otherPage || meaning.kind == Kind::otherEdition) &&
                         quick.probability >= kWorthConfirming;
    if (!against && !needed) {
        return {};
    }
    const std::string thorough = reader.readThoroughly(page, expected);
    if (against) {
        const bool agree = lettersAndDigits(thorough) == lettersAndDigits(quick.text);
        return agree ? Witness{meaning, quick.text} : Witness{};
    }
    return {footers_.looseMeaningOf(thorough, expected), thorough};
}

Unidentified PageIdentifier::unknownEdition(const FooterMeaning& meaning) const
{
    const std::string& id = templates_[meaning.form].id;
    return rejected("page.edition.unknown", "Voettekst noemt editie " + meaning.edition + " van formulier " +
                                                id + "; bekend: " + footers_.knownEditions(id));
}

Result<page::IdentifiedPage, Unidentified>
PageIdentifier::identify(const page::PageImage& image, std::span<const reading::Registration> ways,
                         FooterReader& footerReader) const
{
    const PageInk ink(image);
    const std::vector<Candidate> byMarks = rank(ink, ways);
    if (!byMarks.empty() && byMarks.front().similarity >= kClear) {
        return confirm(image, ink, byMarks, footerReader);
    }
    const bool marked = hasThreeMarks(ways); // two may be spots on anything
    if (!marked && isBlank(image)) {
        return Failure{Unidentified{reading::PageClass::blank, {}}};
    }
    if (const std::string patch = marked ? "" : separators_.patchOn(image); !patch.empty()) {
        return Failure{Unidentified{reading::PageClass::separator, {}, patch}};
    }
    const std::vector<Candidate> byPrint = rank(ink, search_.find(ink));
    if (!byPrint.empty() && (byMarks.empty() || byPrint.front().similarity > byMarks.front().similarity)) {
        auto found = confirm(image, ink, byPrint, footerReader);
        if (found || !marked || found.error().pageClass == reading::PageClass::rejected) {
            return found;
        }
    }
    if (!byMarks.empty() && (marked || byMarks.front().similarity >= kLikely)) {
        return confirm(image, ink, byMarks, footerReader);
    }
    return Failure{classify(image)};
}

bool PageIdentifier::fits(const page::PageImage& image, std::span<const reading::Registration> ways,
                          FooterReader& footerReader) const
{
    if (ways.empty()) {
        return false;
    }
    const PageInk ink(image);
    const std::vector<Candidate> ranking = rank(ink, ways);
    return !ranking.empty() && ranking.front().similarity >= kClear &&
           confirm(image, ink, ranking, footerReader).hasValue();
}

std::optional<Unidentified> PageIdentifier::contradictionOf(const Candidate& first, const Witness& barcode,
                                                            const Witness& footer) const
{
    if (footer.says(Kind::otherEdition)) {
        return unknownEdition(footer.meaning);
    }
    if (first.similarity < kLikely) {
        return unknownPage();
    }
    if (barcode.says(Kind::otherPage)) {
        Unidentified other = conflict("barcode", barcode.read);
        other.identifiedBy = codeName(*knownBarcode(barcode.read));
        return other;
    }
    if (footer.says(Kind::otherPage)) {
        return conflict("voettekst", footer.read);
    }
    return std::nullopt;
}

Result<page::IdentifiedPage, Unidentified> PageIdentifier::confirm(const page::PageImage& image,
                                                                   const PageInk& ink,
                                                                   const std::vector<Candidate>& ranking,
                                                                   FooterReader& footerReader) const
{
    const Candidate& first = ranking.front();
    page::RegisteredPage page(image, first.way);
    const form::Page& expected = pageOf(first);
    const bool isLikely = first.similarity >= kLikely;
    const Witness barcode = isLikely ? hearBarcode(page, expected) : Witness{};
    const bool needed = isLikely && barcode.says(Kind::nothing);
    const Witness footer = hearFooter(page, expected, footerReader, needed);
    if (auto contradiction = contradictionOf(first, barcode, footer)) {
        if (contradiction->pageClass == reading::PageClass::unknown && !catalogue_.forms.empty()) {
            if (auto named = untemplatedForm(readCode39(searchPicture(image), true))) {
                return Failure{std::move(*named)};
            }
        }
        return Failure{std::move(*contradiction)};
    }
    const bool hasWitness = barcode.says(Kind::samePage) || footer.says(Kind::samePage);
    const LayoutPrint& layout = layouts_[first.form][first.page];
    const bool isClean = layout.foreignInk(first.observed) <= kMostForeignMm2;
    if (!hasWitness && first.way.marks.empty() && !(isClean && standsAlone(ranking))) {
        return Failure{classify(image)}; // it only resembles a page of ours
    }
    const bool isMute = !expected.barcode && expected.footer.empty(); // only its layout can speak for it
    if (!hasWitness && !standsAlone(ranking) && isMute && first.similarity < kClearFewMarks) {
        return Failure{unknownPage()};
    }
    if (!hasWitness && !standsAlone(ranking)) {
        return Failure{rejected("page.identity.uncertain",
                                "Niet zeker welke pagina van welk formulier dit is: barcode en voettekst "
                                "zijn niet leesbaar")};
    }
    if (!isClean) {
        return Failure{rejected("page.overlap", "Over of onder dit blad ligt nog een blad, of het blad is "
                                                "volgeschreven waar niets gevraagd wordt. Scan het blad "
                                                "apart.")};
    }
    // A sheet that hides print hides marks, too; all marks and faint print are those of a poor scan.
    if (first.way.marks.size() < 3 &&
        layout.missingPrint(first.observed, ink.visible(first.way)) > kMostMissing) {
        if (isMute && expected.fields.empty() && first.way.marks.empty()) {
            return Failure{classify(image)}; // a letter looks like a page that only explains
        }
        return Failure{rejected("page.overlap",
                                "Een deel van de opdruk is niet te zien: er ligt een ander blad "
                                "op, of er is een stuk af. Scan het blad apart en helemaal.")};
    }
    const std::string strongest = barcode.says(Kind::samePage) ? "barcode" : hasWitness ? "footer" : "layout";
    return page::IdentifiedPage{
        std::move(page), first.form, first.page, strongest, hasWitness ? kTwoWitnesses : kLayoutAlone, {}};
}

bool PageIdentifier::standsAlone(const std::vector<Candidate>& ranking)
{
    const Candidate& first = ranking.front();
    const auto rival = std::ranges::find_if(ranking, [&](const Candidate& other) {
        return other.form != first.form || other.page != first.page;
    });
    const double margin = rival == ranking.end() ? 1.0 : first.similarity - rival->similarity;
    const double least = first.way.marks.size() >= 3 ? kClear : kClearFewMarks;
    return first.similarity >= least && margin >= kClearMargin;
}

Unidentified PageIdentifier::classify(const page::PageImage& image) const
{
    const std::string read = readCode39(searchPicture(image), true);
    if (separators_.hasCode39(read)) {
        return {reading::PageClass::separator, {}, "code39:" + read};
    }
    if (auto named = untemplatedForm(read)) {
        return std::move(*named);
    }
    // Another barcode, a sticker perhaps, may lie on a page of ours.
    const std::string payload = knownBarcode(read) != nullptr ? read : seekBarcode(image, templates_);
    if (const form::Barcode* barcode = knownBarcode(payload)) {
        Unidentified form =
            rejected("page.marks.missing", "Formulier " + payload +
                                               " herkend aan de barcode, maar de paskruisen ontbreken: "
                                               "pagina opnieuw scannen");
        form.identifiedBy = codeName(*barcode);
        return form;
    }
    return {reading::PageClass::attachment, {}};
}

std::optional<Unidentified> PageIdentifier::untemplatedForm(const std::string& payload) const
{
    const form::CatalogueEntry* entry = catalogue_.find(payload);
    if (entry == nullptr || knownBarcode(payload) != nullptr) {
        return std::nullopt;
    }
    return Unidentified{reading::PageClass::unknown,
                        {{"page.form.untemplated",
                          "Formulier " + entry->number + " (" + entry->title +
                              "): wordt nog niet gelezen, voer het met de hand in",
                          "", true}},
                        "code39:" + payload};
}

const form::Barcode* PageIdentifier::knownBarcode(const std::string& payload) const
{
    for (const form::FormTemplate& form : templates_) {
        for (const form::Page& page : form.pages) {
            if (page.barcode && page.barcode->payload == payload) {
                return &*page.barcode;
            }
        }
    }
    return nullptr;
}

} // namespace scanstraat::ident
