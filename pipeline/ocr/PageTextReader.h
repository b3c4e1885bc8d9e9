// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <memory>
#include <string>
#include <vector>

namespace scanstraat::ocr {

struct PageWord
{
    cv::Rect box;
    std::string text; ///< UTF-8
};

/// A line of print, wherever it stands on a page.
struct PageLine
{
    cv::Rect box;
    double confidence = 0.0; ///< of its words on average, 0..1, as Tesseract has it: not calibrated
    std::vector<PageWord> words;
};

/// Finds and reads all print of a page with Tesseract and its Dutch language data, in some seconds. Not
/// thread safe.
class PageTextReader
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when the language data is missing.
    PageTextReader();
    ~PageTextReader();
    PageTextReader(PageTextReader&&) noexcept;
    PageTextReader& operator=(PageTextReader&&) noexcept;

    /// `grey`: 8-bit, upright, dark on light, without lines and frames; `dpi`: its resolution. Nothing where
    /// that would take longer than 30 s: dirt, or a picture.
    [[nodiscard]] std::vector<PageLine> read(const cv::Mat& grey, double dpi);

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace scanstraat::ocr
