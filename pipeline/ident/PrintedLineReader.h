// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace scanstraat::ident {

/// What stands on a printed line, without spaces.
struct PrintedText
{
    std::string text; ///< '?' for what is no character, unless it is dirt behind the line; empty: no line
    double probability = 0.0; ///< that all characters are right, calibrated; 0 with a '?'
};

/// Reads one printed line with a small network of models/, in a fraction of a millisecond. It knows digits,
/// small letters and - / . One per worker thread; not thread safe.
class PrintedLineReader
{
public:
    /// Loads print.json and print.onnx. Throws scanstraat::Error with ExitCode::installation naming the
    /// file when one is missing or broken.
    explicit PrintedLineReader(const std::filesystem::path& modelsFolder);
    ~PrintedLineReader();
    PrintedLineReader(PrintedLineReader&&) noexcept;
    PrintedLineReader& operator=(PrintedLineReader&&) noexcept;

    /// `grey` shows the line as cutGlyphs wants it.
    [[nodiscard]] PrintedText read(const cv::Mat& grey);

    /// Probability from which a reading needs no other engine.
    [[nodiscard]] double acceptance() const;

    /// "print 4a629521"
    [[nodiscard]] const std::string& version() const;

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace scanstraat::ident
