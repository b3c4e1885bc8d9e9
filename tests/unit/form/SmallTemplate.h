// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "support/TemporaryFolder.h"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace scanstraat::form::test {

/// A sound template of one page: a name on line 18, a date on line 22, a choice on line 26.
inline const std::string kSmallTemplate = R"({
  "unit": "mm",
  "id": "90",
  "title": "Bestelling",
  "edition": "1",
  "version": "1",
  "pages": [
    {
      "number": 1,
      "footer": {"text": "1   90-1", "x": 18, "y": 288, "size": 8},
      "adjustmentFields": [
        {"shape": "filled-square", "x": 10, "y": 10, "size": 5},
        {"shape": "filled-square", "x": 200, "y": 10, "size": 5},
        {"shape": "ring", "x": 10, "y": 287, "size": 5, "line": 1}
      ],
      "barcode": {"symbology": "code39", "payload": "90", "zone": {"x": 150, "y": 10, "width": 30, "height": 12}},
      "fields": [
        {"id": "90.1", "question": "1", "label": "Naam", "kind": "name", "writing": "lines", "required": true,
          "box": {"x": 80, "y": 40, "width": 100, "height": 8},
          "lines": [{"x": 80.5, "y": 40.5, "width": 99, "height": 7}]
        },
        {"id": "90.2", "question": "2", "label": "Datum", "kind": "date", "writing": "comb", "required": true,
          "box": {"x": 80, "y": 60, "width": 15, "height": 7}, "groups": [2, 1],
          "cells": [{"x": 80, "y": 60, "width": 5, "height": 7}, {"x": 85, "y": 60, "width": 5, "height": 7}, {"x": 90, "y": 60, "width": 5, "height": 7}]
        },
        {"id": "90.3", "question": "3", "label": "Betaling", "kind": "choice", "writing": "checkboxes", "required": true,
          "box": {"x": 80, "y": 80, "width": 4, "height": 10},
          "options": [
            {"id": "contant", "label": "Contant", "box": {"x": 80, "y": 80, "width": 4, "height": 4}},
            {"id": "pin", "label": "Pin", "shape": "round", "box": {"x": 80, "y": 86, "width": 4, "height": 4}}
          ]
        }
      ],
      "printed": {"texts": [{"text": "Naam", "x": 28, "y": 45, "width": 9, "size": 9, "bold": true}], "lines": [], "boxes": []}
    }
  ]
}
)";

/// The text with the first `from` replaced; throws when there is none, so that no test passes by mistake.
inline std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        throw std::logic_error("\"" + from + "\" is not in the template");
    }
    return text.replace(at, from.size(), to);
}

/// A temporary folder with templates in it.
class TemplateFolder : public scanstraat::test::TemporaryFolder
{
public:
    /// Writes FORM/template.json below the folder and returns its path.
    std::filesystem::path write(const std::string& form, const std::string& text) const
    {
        std::filesystem::create_directories(path() / form);
        scanstraat::test::writeBytes(path() / form / "template.json", text);
        return path() / form / "template.json";
    }
};

} // namespace scanstraat::form::test
