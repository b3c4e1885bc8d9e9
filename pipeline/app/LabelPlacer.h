// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"
#include "form/FormTemplate.h"
#include "reading/PageReading.h"

#include <optional>
#include <string>
#include <vector>

namespace scanstraat::app {

constexpr double kLabelFontMm = 2.7;
constexpr double kLabelHeightMm = 3.6;

/// Finds room for labels on a page so that they cover neither fields nor print nor each other.
class LabelPlacer
{
public:
    /// `layout` may be nullptr: then only the fields are kept free.
    LabelPlacer(const reading::PageReading& page, const form::Page* layout);

    /// Where the text stands beside `area`; narrower than the text where there is no room for all of it.
    /// None where there is no room at all. Later labels keep off it.
    std::optional<RectMm> place(const RectMm& area, const std::string& text);

private:
    [[nodiscard]] bool isFree(const RectMm& place) const;

    std::vector<RectMm> taken_;
};

} // namespace scanstraat::app
