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
    std::string kind{};      ///< of an attachment: "passport", as in models/attachments.json; "loose-sheet"
    std::string question{};  ///< that a loose sheet goes on with
    bool isAskedFor = false; ///< the form belongs to the application because another form asks for it
    bool isCopy = false;     ///< the sheet was scanned more than once
};

struct TruthField
{
    const form::Field* field = nullptr;
    Answer answer;
    ScanWriter::Place place;
};

/// Something that is wrong with an application on purpose: "missing-page", "missing-form", "duplicate-page".
struct TruthDefect
{
    std::string kind;
    std::string form;
    int number = 0; ///< printed page number; 0: the whole form
};

/// All that is known about one application; written in the format of docs/truth.md.
struct Truth
{
    std::string application;
    std::map<std::string, std::string> style;
    std::vector<TruthPage> pages;
    std::vector<TruthField> fields;
    std::string envelope; ///< what came in together; empty: the application is all there is
    std::string kind;     ///< of envelope: "shuffled"; empty likewise
    bool isStray = false; ///< only pages of it strayed into the envelope: they are no application
    std::vector<TruthDefect> defects;
};

/// Writes `<folder>/<application>.json`. Throws scanstraat::Error with ExitCode::output.
void writeTruth(const Truth& truth, const std::filesystem::path& folder);

} // namespace scanstraat::synth
