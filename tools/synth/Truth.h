// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Answer.h"
#include "ScanWriter.h"
#include "form/FormTemplate.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace scanstraat::synth {

struct TruthPage
{
    ScanWriter::Place place;
    std::string pageClass; ///< "form", "attachment", "blank"
    std::string form;      ///< empty unless pageClass is "form"
    int number = 0;
    std::array<double, 6> mmToPixel{};
};

struct TruthField
{
    const form::Field* field = nullptr;
    Answer answer;
    ScanWriter::Place place;
};

/// All that is known about one application; written in the format of docs/truth.md.
struct Truth
{
    std::string application;
    std::map<std::string, std::string> style;
    std::vector<TruthPage> pages;
    std::vector<TruthField> fields;
};

/// Writes `<folder>/<application>.json`. Throws scanstraat::Error with ExitCode::output.
void writeTruth(const Truth& truth, const std::filesystem::path& folder);

} // namespace scanstraat::synth
