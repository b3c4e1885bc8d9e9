// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"
#include "draft/Sheet.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace scanstraat::draft {

enum class WidgetType { text, checkbox, radio, choice, signature };

/// A field that a PDF itself has to be filled in on a screen.
struct Widget
{
    int page = 1; ///< from 1
    WidgetType type = WidgetType::text;
    std::string name;    ///< the field's full name; radio buttons of a group share it
    std::string tooltip; ///< empty: none
    std::string state;   ///< of a checkbox or radio button that is on: "Ja"
    RectMm area;         ///< on A4
    int combCells = 0;   ///< text of so many characters in cells; 0: no comb
    bool multiline = false;
};

struct AcroForm
{
    std::vector<Widget> widgets;
    std::string problem; ///< why they cannot be read; empty: they were, or there are none
};

/// The AcroForm of a PDF as the program qpdf tells it.
[[nodiscard]] AcroForm readAcroForm(const std::filesystem::path& pdf);

/// The same from what `qpdf --json=2` writes.
[[nodiscard]] AcroForm parseAcroForm(std::string_view json);

} // namespace scanstraat::draft
