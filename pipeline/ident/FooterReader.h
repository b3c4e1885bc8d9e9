// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <memory>
#include <string>

namespace scanstraat::ident {

/// Reads one printed line with Tesseract. One per worker thread; not thread safe.
class FooterReader
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when the language data is missing.
    FooterReader();
    ~FooterReader();
    FooterReader(FooterReader&&) noexcept;
    FooterReader& operator=(FooterReader&&) noexcept;

    /// Text of the line without spaces at its ends, UTF-8; empty when nothing is read.
    [[nodiscard]] std::string read(const cv::Mat& grey);

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace scanstraat::ident
