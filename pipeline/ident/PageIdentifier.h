// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Result.h"
#include "ident/FooterMeaning.h"
#include "ident/FooterReader.h"
#include "ident/LayoutPrint.h"
#include "ident/SeparatorSheet.h"
#include "page/IdentifiedPage.h"

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

/// Tells which page of which form a scan is. Every form page needs the agreement of its printed layout
/// with a second witness (barcode or footer), or a layout that stands clearly alone; the footer also tells
/// an edition that has no template. Const member functions are thread safe.
class PageIdentifier
{
public:
    /// `templates` must outlive the identifier.
    explicit PageIdentifier(std::span<const form::FormTemplate> templates);

    /// Identifies a page with adjustment fields. `ways` are all ways in which the sheet may lie
    /// (not empty); the layout decides between them.
    [[nodiscard]] Result<page::IdentifiedPage, Unidentified>
    identify(const page::PageImage& image, std::span<const reading::Registration> ways,
             FooterReader& footerReader) const;

    /// Classifies a page whose place is not known: blank, separator, attachment, or rejected where a known
    /// barcode shows that it is a form page all the same.
    [[nodiscard]] Unidentified classify(const page::PageImage& image,
                                        const SeparatorCodes& separators = {}) const;

private:
    struct Candidate
    {
        std::size_t form = 0;
        std::size_t page = 0;
        std::size_t way = 0;
        double similarity = -1.0;
        double foreignMm2 = 0.0; ///< ink where the page has none
    };
    struct Witness
    {
        FooterMeaning meaning{}; ///< of a barcode likewise
        std::string read{};
        [[nodiscard]] bool says(FooterMeaning::Kind kind) const { return meaning.kind == kind; }
    };

    [[nodiscard]] std::vector<Candidate> rank(const page::PageImage& image,
                                              std::span<const reading::Registration> ways) const;
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
    [[nodiscard]] bool isKnownPayload(const std::string& payload) const;

    std::span<const form::FormTemplate> templates_;
    FooterBook footers_;
    std::vector<std::vector<LayoutPrint>> layouts_; ///< [form][page]
};

} // namespace scanstraat::ident
