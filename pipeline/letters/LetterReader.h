// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/CharacterClassifier.h"
#include "letters/LineReader.h"
#include "page/RegisteredPage.h"
#include "reading/Calibration.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace scanstraat::letters {

/// Reads what is written in combs and on lines. One per worker thread; not thread safe.
class LetterReader
{
public:
    /// Loads Tesseract's Dutch data, letters.json and lines.json, their networks, spelling.json and
    /// calibration.json. Throws scanstraat::Error with ExitCode::installation naming the file when one is
    /// missing or broken.
    explicit LetterReader(const std::filesystem::path& modelsFolder);

    /// With other engines and without spelling, as tests do.
    LetterReader(std::unique_ptr<CharacterClassifier> classifier, std::unique_ptr<LineRecogniser> recogniser,
                 reading::Calibration calibration, std::string version);

    /// `field` is written as comb or lines; throws scanstraat::Error for another one. The value is what
    /// stands on paper; the state is read, empty, unsure (less probable than its kind is accepted) or
    /// unreadable.
    [[nodiscard]] reading::FieldReading read(const page::RegisteredPage& page, const form::Field& field);

    /// "letters 1", "lines 1", "spelling 1", "calibration 1"
    [[nodiscard]] const std::vector<std::string>& versions() const { return versions_; }

private:
    std::unique_ptr<CharacterClassifier> characters_;
    std::unique_ptr<CharacterClassifier> digits_; ///< null: characters_ reads them, too
    std::unique_ptr<LineRecogniser> recogniser_;
    reading::Calibration calibration_;
    std::vector<std::string> versions_;
    std::unique_ptr<const Spelling> spelling_;      ///< null without
    std::unique_ptr<const NameList> countries_;     ///< null without
    std::unique_ptr<const NameList> nationalities_; ///< null without
    std::unique_ptr<ocr::TesseractReader> print_;   ///< null without

    [[nodiscard]] LineEngines lineEngines() const;
};

} // namespace scanstraat::letters
