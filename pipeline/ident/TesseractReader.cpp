// SPDX-License-Identifier: EUPL-1.2
#include "ident/TesseractReader.h"

#include "base/Error.h"

#include <omp.h>
#include <tesseract/baseapi.h>

namespace scanstraat::ident {

class TesseractReader::Engine
{
public:
    Engine()
    {
        if (api_.Init(nullptr, "nld", tesseract::OEM_LSTM_ONLY) != 0) {
            throw Error("Tesseract's Dutch language data cannot be loaded: install the package "
                        "tesseract-ocr-nld or set TESSDATA_PREFIX to its folder",
                        ExitCode::installation);
        }
        api_.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
        // Footers hold numbers, editions and lower-case form names.
        api_.SetVariable("tessedit_char_whitelist", "0123456789abcdefghijklmnopqrstuvwxyz-/.");
        api_.SetVariable("debug_file", "/dev/null");
    }

    std::string read(const cv::Mat& grey)
    {
        // Pages are what runs side by side here. Tesseract's own helpers would wait in busy loops; they ask
        // for a number of threads, so only forbidding parallel regions keeps them away.
        omp_set_max_active_levels(0);
        api_.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step));
        const std::unique_ptr<char[]> text(api_.GetUTF8Text());
        std::string line = text ? text.get() : "";
        const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r'; };
        while (!line.empty() && isSpace(line.back())) {
            line.pop_back();
        }
        while (!line.empty() && isSpace(line.front())) {
            line.erase(line.begin());
        }
        return line;
    }

private:
    tesseract::TessBaseAPI api_;
};

TesseractReader::TesseractReader() : engine_(std::make_unique<Engine>()) {}
TesseractReader::~TesseractReader() = default;
TesseractReader::TesseractReader(TesseractReader&&) noexcept = default;
TesseractReader& TesseractReader::operator=(TesseractReader&&) noexcept = default;

std::string TesseractReader::read(const cv::Mat& grey)
{
    return grey.empty() ? std::string() : engine_->read(grey);
}

} // namespace scanstraat::ident
