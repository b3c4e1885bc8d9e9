// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/CharacterClassifier.h"
#include "page/RegisteredPage.h"

#include <filesystem>
#include <memory>
#include <string>

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
    /// Loads letters.json and the two networks. Throws scanstraat::Error with ExitCode::installation naming
    /// the file when one is missing or broken.
    explicit LetterReader(const std::filesystem::path& modelsFolder);

    /// With another engine, as tests do.
    LetterReader(std::unique_ptr<CharacterClassifier> classifier, Acceptance acceptance, std::string version);

    /// `field` is written as comb or lines; throws scanstraat::Error for another one. The value is what
    /// stands on paper; the state is read, empty, unsure (below the acceptance) or unreadable.
    [[nodiscard]] reading::FieldReading read(const page::RegisteredPage& page, const form::Field& field);

    /// "letters 1"
    [[nodiscard]] const std::string& version() const { return version_; }

private:
    std::unique_ptr<CharacterClassifier> classifier_;
    Acceptance acceptance_;
    std::string version_;
};

} // namespace scanstraat::letters
