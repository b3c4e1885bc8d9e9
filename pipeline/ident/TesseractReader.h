// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <memory>
#include <string>

namespace scanstraat::ident {

/// Reads one printed line with Tesseract, in about 10 ms. One per worker thread; not thread safe.
class TesseractReader
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when the language data is missing.
    TesseractReader();
    ~TesseractReader();
    TesseractReader(TesseractReader&&) noexcept;
    TesseractReader& operator=(TesseractReader&&) noexcept;

    /// Text of the line without spaces at its ends, UTF-8; empty when nothing is read.
    [[nodiscard]] std::string read(const cv::Mat& grey);

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace scanstraat::ident
