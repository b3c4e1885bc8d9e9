// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/RegisteredPage.h"

#include <string>
#include <vector>

namespace scanstraat::page {

/// A page of a known form, upright: the registration that fits what is printed on it.
struct IdentifiedPage
{
    RegisteredPage page;
    std::size_t form = 0;      ///< index into the templates
    std::size_t pageIndex = 0; ///< index into the form's pages
    std::string identifiedBy;  ///< "barcode", "footer" or "layout": the strongest evidence
    double confidence = 0.0;   ///< probability that form and page are right, 0..1
    std::vector<reading::Finding> findings;
};

} // namespace scanstraat::page
