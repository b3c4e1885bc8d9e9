// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Result.h"
#include "form/Catalogue.h"
#include "ident/FooterMeaning.h"
#include "ident/FooterReader.h"
#include "ident/LayoutPrint.h"
#include "ident/LayoutSearch.h"
#include "ident/SeparatorSheet.h"
#include "page/IdentifiedPage.h"

#include <optional>
#include <span>
#include <vector>

namespace scanstraat::ident {

/// A page that is no readable form page: its class, and why.
struct Unidentified
{
    reading::PageClass pageClass = reading::PageClass::unknown;
    std::vector<reading::Finding> findings;
    std::string identifiedBy{}; ///< code that was read nevertheless: "patch:T", "code39:SCHEIDING"
};

/// True where one of the ways rests on three marks or more: two may be dark spots on anything.
[[nodiscard]] bool hasThreeMarks(std::span<const reading::Registration> ways);

/// Tells which page of which form a scan is. Every form page needs the agreement of its printed layout
/// with a second witness (barcode or footer), or a layout that stands clearly alone; the footer also tells
/// an edition that has no template. Const member functions are thread safe.
class PageIdentifier
{
public:
    /// `templates` must outlive the identifier. Forms of `catalogue` that have no template are named by their
    /// barcode.
    explicit PageIdentifier(std::span<const form::FormTemplate> templates, SeparatorCodes separators = {},
                            form::Catalogue catalogue = {});

    PageIdentifier(const PageIdentifier&) = delete;
    PageIdentifier& operator=(const PageIdentifier&) = delete;

    /// Identifies a page. `ways` are all ways in which the sheet may lie by its adjustment fields; the layout
    /// decides between them. Where none makes it clearly one of ours, the sheet is searched for by its print
    /// (see LayoutSearch). The failure tells what the page is instead: blank, separator, attachment, unknown
    /// (with adjustment fields, but of no form of ours), or rejected with a finding.
    [[nodiscard]] Result<page::IdentifiedPage, Unidentified>
    identify(const page::PageImage& image, std::span<const reading::Registration> ways,
             FooterReader& footerReader) const;

    /// True where one of `ways` alone, without a search, makes it a page of ours.
    [[nodiscard]] bool fits(const page::PageImage& image, std::span<const reading::Registration> ways,
                            FooterReader& footerReader) const;

private:
    struct Candidate
    {
        std::size_t form = 0;
        std::size_t page = 0;
        reading::Registration way;
        cv::Mat observed; ///< PageInk::grid that way, shared by all pages
        double similarity = -1.0;
    };
    struct Witness
    {
        FooterMeaning meaning{}; ///< of a barcode likewise
        std::string read{};
        [[nodiscard]] bool says(FooterMeaning::Kind kind) const { return meaning.kind == kind; }
    };

    /// All pages in all ways, likest first; a way is left out once another is unmistakable.
    [[nodiscard]] std::vector<Candidate> rank(const PageInk& ink,
                                              std::span<const reading::Registration> ways) const;
    /// The first of the ranking, if all witnesses that can be heard agree with it.
    [[nodiscard]] Result<page::IdentifiedPage, Unidentified> confirm(const page::PageImage& image,
                                                                     const PageInk& ink,
                                                                     const std::vector<Candidate>& ranking,
                                                                     FooterReader& footerReader) const;
    /// What the witnesses have against the first candidate.
    [[nodiscard]] std::optional<Unidentified> contradictionOf(const Candidate& first, const Witness& barcode,
                                                              const Witness& footer) const;
    /// What a page is that is none of ours.
    [[nodiscard]] Unidentified classify(const page::PageImage& image) const;
    [[nodiscard]] Witness hearBarcode(const page::RegisteredPage& page, const form::Page& expected) const;
    /// Where `needed` is false the slow reader only confirms what the quick one has against the page.
    [[nodiscard]] Witness hearFooter(const page::RegisteredPage& page, const form::Page& expected,
                                     FooterReader& reader, bool needed) const;
    /// Whether the best candidate is clear and far from the next page.
    [[nodiscard]] static bool standsAlone(const std::vector<Candidate>& ranking);
    [[nodiscard]] Unidentified unknownEdition(const FooterMeaning& meaning) const;
    [[nodiscard]] const form::Page& pageOf(const Candidate& candidate) const
    {
        return templates_[candidate.form].pages[candidate.page];
    }
    /// A form that has no template, by its barcode; none: another page.
    [[nodiscard]] std::optional<Unidentified> untemplatedForm(const std::string& payload) const;
    /// A form's own barcode with that payload; nullptr: no form has it.
    [[nodiscard]] const form::Barcode* knownBarcode(const std::string& payload) const;

    std::span<const form::FormTemplate> templates_;
    SeparatorCodes separators_;
    form::Catalogue catalogue_;
    FooterBook footers_;
    std::vector<std::vector<LayoutPrint>> layouts_; ///< [form][page]
    LayoutSearch search_;
};

} // namespace scanstraat::ident
