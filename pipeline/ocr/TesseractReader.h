// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <memory>
#include <string>

namespace scanstraat::ocr {

/// What was read of a printed line.
struct PrintedText
{
    std::string text;        ///< UTF-8, without spaces at its ends; empty when nothing is read
    double confidence = 0.0; ///< of its least sure word, 0..1, as Tesseract has it: not calibrated
};

/// Reads one printed line with Tesseract and its Dutch language data, in about 10 ms. One per worker thread;
/// not thread safe.
class TesseractReader
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when the language data is missing.
    TesseractReader();
    ~TesseractReader();
    TesseractReader(TesseractReader&&) noexcept;
    TesseractReader& operator=(TesseractReader&&) noexcept;

    /// `grey`: 8-bit, dark on light. `alphabet`: the characters that may stand there, UTF-8; a space may
    /// always.
    [[nodiscard]] PrintedText read(const cv::Mat& grey, const std::string& alphabet);

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace scanstraat::ocr
