// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/CharacterClassifier.h"
#include "letters/Spelling.h"
#include "page/RegisteredPage.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace scanstraat::letters {

/// Confidence from which a reading is accepted, by the way it is written; from models/letters.json.
struct Acceptance
{
    double comb = 0.99;
    double lines = 0.99;
};

/// Reads what is written in combs and on lines. One per worker thread; not thread safe.
class LetterReader
{
public:
    /// Loads letters.json, the two networks and spelling.json. Throws scanstraat::Error with
    /// ExitCode::installation naming the file when one is missing or broken.
    explicit LetterReader(const std::filesystem::path& modelsFolder);

    /// With another engine and without spelling, as tests do.
    LetterReader(std::unique_ptr<CharacterClassifier> classifier, Acceptance acceptance, std::string version);

    /// `field` is written as comb or lines; throws scanstraat::Error for another one. The value is what
    /// stands on paper; the state is read, empty, unsure (below the acceptance) or unreadable.
    [[nodiscard]] reading::FieldReading read(const page::RegisteredPage& page, const form::Field& field);

    /// "letters 1", "spelling 1"
    [[nodiscard]] const std::vector<std::string>& versions() const { return versions_; }

private:
    std::unique_ptr<CharacterClassifier> classifier_;
    Acceptance acceptance_;
    std::vector<std::string> versions_;
    std::unique_ptr<const Spelling> spelling_; ///< null without
};

} // namespace scanstraat::letters
