// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::ident {

/// What the text of a footer says about a page.
struct FooterMeaning
{
    enum class Kind {
        nothing,     ///< no footer of ours
        samePage,    ///< the page that it was compared with
        otherPage,   ///< another page of our forms
        otherEdition ///< a form of ours in an edition that has no template
    };
    Kind kind = Kind::nothing;
    std::size_t form = 0; ///< otherEdition: index of a template of that form
    std::string edition;  ///< otherEdition: the one read
};

/// The footers of all templates. Const member functions are thread safe.
class FooterBook
{
public:
    /// `templates` must outlive the book.
    explicit FooterBook(std::span<const form::FormTemplate> templates);

    /// `text` is compared without spaces and without regard to capitals. An edition counts as another one
    /// where the rest of a footer is right and the footer names the form's id; one that only lacks
    /// characters may be covered or cut off, one with other signs may have a speck, and they mean nothing.
    [[nodiscard]] FooterMeaning meaningOf(const std::string& text, const form::Page& expected) const;

    /// Likewise for a reader that is weak at - / and . : these do not count, and editions are not told.
    [[nodiscard]] FooterMeaning looseMeaningOf(const std::string& text, const form::Page& expected) const;

    /// "2024/1, 2025/1": the editions of that form that have a template.
    [[nodiscard]] std::string knownEditions(const std::string& formId) const;

private:
    struct Footer
    {
        std::size_t form;
        std::string text;
        std::string before; ///< of the edition; both empty: the footer shows none
        std::string after;
    };

    /// Finds the edition behind the form's id, or else before it.
    static void findEdition(Footer& footer, const std::string& id, const std::string& edition);

    std::span<const form::FormTemplate> templates_;
    std::vector<Footer> footers_;
};

/// Letters and digits of a text, small: what readers that are weak at signs can agree on.
[[nodiscard]] std::string lettersAndDigits(const std::string& text);

} // namespace scanstraat::ident
