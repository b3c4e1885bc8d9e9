// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/FieldReading.h"

#include <map>
#include <string>
#include <vector>

namespace scanstraat::synth {

/// What somebody writes in one field, and what a record must hold for it (docs/truth.md).
struct Answer
{
    std::vector<std::string> cells; ///< comb: a character a cell, UTF-8, empty for an empty cell
    std::vector<std::string> lines; ///< lines: a text each
    std::map<std::string, reading::MarkState> boxes; ///< choice: state of every option
    std::string written;
    std::string value;
    bool valid = true;
    bool corrected = false;
    bool present = false; ///< region: signed, stamped

    [[nodiscard]] bool empty() const { return written.empty() && value.empty() && boxes.empty() && !present; }
};

} // namespace scanstraat::synth
