// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/FieldReading.h"

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::marktest {

/// A cut-out of a real box with the state that somebody saw in it, and what is read.
struct LabelledCut
{
    std::string file;
    std::string truth; ///< as in labels.csv: a state's name
    reading::MarkState state = reading::MarkState::unclear;
    double belief = 0.0; ///< probability of the likeliest state
};

/// Reads the cuts that `folder`/labels.csv (file,state) names: each is laid on white paper at 300 dpi with a
/// frame printed around it, coloured lines taken out. Throws scanstraat::Error with ExitCode::noInput
/// when the list or a picture cannot be read.
[[nodiscard]] std::vector<LabelledCut> readLabelledCuts(const std::filesystem::path& folder,
                                                        const std::filesystem::path& models);

/// Table of truth against reading, and a line for each cut that is not read as labelled.
[[nodiscard]] std::string toMarkdown(const std::vector<LabelledCut>& cuts);

} // namespace scanstraat::marktest
