// SPDX-License-Identifier: EUPL-1.2
#include "ocr/TesseractReader.h"

#include "base/Error.h"

#include <omp.h>
#include <tesseract/baseapi.h>

#include <algorithm>

namespace scanstraat::ocr {

namespace {

std::string trimmed(std::string line)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r'; };
    while (!line.empty() && isSpace(line.back())) {
        line.pop_back();
    }
    while (!line.empty() && isSpace(line.front())) {
        line.erase(line.begin());
    }
    return line;
}

} // namespace

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
        api_.SetVariable("debug_file", "/dev/null");
    }

    PrintedText read(const cv::Mat& grey, const std::string& alphabet)
    {
        // Pages are what runs side by side here. Tesseract's own helpers would wait in busy loops; they ask
        // for a number of threads, so only forbidding parallel regions keeps them away.
        omp_set_max_active_levels(0);
        api_.SetVariable("tessedit_char_whitelist", alphabet.c_str());
        api_.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step));
        const std::unique_ptr<char[]> text(api_.GetUTF8Text());
        return {trimmed(text ? text.get() : ""), leastConfidence()};
    }

private:
    [[nodiscard]] double leastConfidence()
    {
        constexpr double kPercent = 100.0;
        const std::unique_ptr<int[]> words(api_.AllWordConfidences());
        if (!words || words[0] < 0) {
            return 0.0;
        }
        int least = words[0];
        for (std::size_t i = 1; words[i] >= 0; ++i) {
            least = std::min(least, words[i]);
        }
        return least / kPercent;
    }

    tesseract::TessBaseAPI api_;
};

TesseractReader::TesseractReader() : engine_(std::make_unique<Engine>()) {}
TesseractReader::~TesseractReader() = default;
TesseractReader::TesseractReader(TesseractReader&&) noexcept = default;
TesseractReader& TesseractReader::operator=(TesseractReader&&) noexcept = default;

PrintedText TesseractReader::read(const cv::Mat& grey, const std::string& alphabet)
{
    return grey.empty() ? PrintedText{} : engine_->read(grey, alphabet);
}

} // namespace scanstraat::ocr
