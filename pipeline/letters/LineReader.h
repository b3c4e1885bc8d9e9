// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/LineRecogniser.h"
#include "letters/NameList.h"
#include "letters/Spelling.h"
#include "ocr/TesseractReader.h"
#include "page/RegisteredPage.h"
#include "reading/Calibration.h"
#include "reading/FieldReading.h"

#include <functional>

namespace scanstraat::letters {

/// Reads a line of print: 8-bit, black on white, and the characters that may stand there.
using PrintEngine = std::function<ocr::PrintedText(const cv::Mat&, const std::string&)>;

/// What reads a line; nothing is owned.
struct LineEngines
{
    LineRecogniser& recogniser;
    const Spelling* spelling = nullptr;      ///< null: every sequence of letters is as likely
    const NameList* countries = nullptr;     ///< null: none is known
    const NameList* nationalities = nullptr; ///< null: none is known
    PrintEngine print{};                     ///< empty: everything is handwriting
};

/// The printed frame around each line of such a field: its box, divided half way between stacked lines.
[[nodiscard]] std::vector<RectMm> lineFrames(const form::Field& field);

/// Reads block letters on open lines: raw line by line with '\n' between, words with single spaces. State is
/// `empty` when there is no writing, `unreadable` when all of it is struck out, and `unsure` otherwise:
/// whoever knows the thresholds accepts. Confidence is the probability that everything is right, by `curve`;
/// `evidence` says where lists or spelling changed what the line shows.
[[nodiscard]] reading::FieldReading readLines(const page::RegisteredPage& page, const form::Field& field,
                                              const LineEngines& engines, const reading::Curve& curve = {});

} // namespace scanstraat::letters
