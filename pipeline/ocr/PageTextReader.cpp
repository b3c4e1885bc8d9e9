// SPDX-License-Identifier: EUPL-1.2
//
// Forms scatter their print, so Tesseract looks for text anywhere instead of in columns.
#include "ocr/PageTextReader.h"

#include "base/Error.h"

#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

namespace scanstraat::ocr {

class PageTextReader::Engine
{
public:
    Engine()
    {
        if (api_.Init(nullptr, "nld", tesseract::OEM_LSTM_ONLY) != 0) {
            throw Error("Tesseract's Dutch language data cannot be loaded: install the package "
                        "tesseract-ocr-nld or set TESSDATA_PREFIX to its folder",
                        ExitCode::installation);
        }
        api_.SetPageSegMode(tesseract::PSM_SPARSE_TEXT);
        api_.SetVariable("debug_file", "/dev/null");
        omp_set_max_active_levels(0); // of the whole process; threads of its own would fight for cores
    }

    std::vector<PageLine> read(const cv::Mat& grey, double dpi)
    {
        api_.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step));
        api_.SetSourceResolution(static_cast<int>(dpi));
        std::vector<PageLine> lines;
        constexpr int kDeadlineMs = 30'000; // dirt and halftones may take minutes
        tesseract::ETEXT_DESC monitor;
        monitor.set_deadline_msecs(kDeadlineMs);
        if (api_.Recognize(&monitor) != 0) {
            return lines;
        }
        const std::unique_ptr<tesseract::ResultIterator> at(api_.GetIterator());
        if (!at) {
            return lines;
        }
        do {
            if (at->Empty(tesseract::RIL_WORD)) {
                continue;
            }
            if (lines.empty() || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) {
                lines.emplace_back();
            }
            addWord(*at, lines.back());
        } while (at->Next(tesseract::RIL_WORD));
        return lines;
    }

private:
    static void addWord(const tesseract::ResultIterator& at, PageLine& line)
    {
        constexpr double kPercent = 100.0;
        const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (!text || !at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) {
            return;
        }
        const cv::Rect box(cv::Point(left, top), cv::Point(right, bottom));
        const auto count = static_cast<double>(line.words.size());
        const double sure = at.Confidence(tesseract::RIL_WORD) / kPercent;
        line.confidence = (line.confidence * count + sure) / (count + 1);
        line.box = line.words.empty() ? box : (line.box | box);
        line.words.push_back({box, text.get()});
    }

    tesseract::TessBaseAPI api_;
};

PageTextReader::PageTextReader() : engine_(std::make_unique<Engine>()) {}
PageTextReader::~PageTextReader() = default;
PageTextReader::PageTextReader(PageTextReader&&) noexcept = default;
PageTextReader& PageTextReader::operator=(PageTextReader&&) noexcept = default;

std::vector<PageLine> PageTextReader::read(const cv::Mat& grey, double dpi)
{
    return grey.empty() ? std::vector<PageLine>() : engine_->read(grey, dpi);
}

} // namespace scanstraat::ocr
