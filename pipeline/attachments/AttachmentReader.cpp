// SPDX-License-Identifier: EUPL-1.2
//
// The page is read at 200 dpi or a little more, as it lies; where that gives hardly a word, turned, and the
// way counts in which most words are read. A line of short length with more digits than letters that is no
// clear number may be one by hand.
#include "attachments/AttachmentReader.h"

#include "attachments/AttachmentText.h"
#include "rules/TextForm.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>

namespace scanstraat::attachments {

namespace {

constexpr double kReadingDpi = 200.0;
constexpr double kMmPerInch = 25.4;
constexpr double kClear = 0.6; ///< confidence of Tesseract from which a line counts as read
constexpr std::size_t kFewWords = 6;

struct ReadWay
{
    int quarterTurns = 0; ///< clockwise
    std::vector<ocr::PageLine> lines;
    std::size_t clearWords = 0;
};

cv::Mat turned(const cv::Mat& picture, int quarterTurns)
{
    if (quarterTurns == 0) {
        return picture;
    }
    cv::Mat result;
    cv::rotate(picture, result,
               quarterTurns == 1   ? cv::ROTATE_90_CLOCKWISE
               : quarterTurns == 2 ? cv::ROTATE_180
                                   : cv::ROTATE_90_COUNTERCLOCKWISE);
    return result;
}

bool isWord(const std::string& text)
{
    return std::ranges::count_if(text, [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; }) >=
           3;
}

ReadWay readTurned(ocr::PageTextReader& reader, const cv::Mat& picture, double dpi, int quarterTurns)
{
    ReadWay way{quarterTurns, reader.read(turned(picture, quarterTurns), dpi), 0};
    for (const ocr::PageLine& line : way.lines) {
        if (line.confidence >= kClear) {
            way.clearWords += static_cast<std::size_t>(
                std::ranges::count_if(line.words, [](const auto& word) { return isWord(word.text); }));
        }
    }
    return way;
}

ReadWay readBestWay(ocr::PageTextReader& reader, const cv::Mat& picture, double dpi)
{
    ReadWay best = readTurned(reader, picture, dpi, 0);
    for (const int turns : {2, 1, 3}) {
        if (best.clearWords >= kFewWords) {
            break;
        }
        ReadWay other = readTurned(reader, picture, dpi, turns);
        if (other.clearWords > best.clearWords) {
            best = std::move(other);
        }
    }
    return best;
}

std::string textOf(const ocr::PageLine& line)
{
    std::string text;
    for (const ocr::PageWord& word : line.words) {
        text += (text.empty() ? "" : " ") + word.text;
    }
    return text;
}

/// The map of a sheet that fills the picture, turned upright.
reading::Registration registrationOf(const page::PageImage& image, int quarterTurns)
{
    const double scale = image.dpi.value / kMmPerInch;
    const double width = image.grey.cols;
    const double height = image.grey.rows;
    reading::Registration sheet;
    switch (quarterTurns) {
    case 1:
        sheet.mmToPixel = {0, scale, 0, -scale, 0, height};
        break;
    case 2:
        sheet.mmToPixel = {-scale, 0, width, 0, -scale, height};
        break;
    case 3:
        sheet.mmToPixel = {0, -scale, width, scale, 0, 0};
        break;
    default:
        sheet.mmToPixel = {scale, 0, 0, 0, scale, 0};
    }
    sheet.orientation = 90 * quarterTurns;
    return sheet;
}

/// Letters by hand are 2.5 to 14 mm high with what hangs below them.
bool mayBeWritten(const RectMm& place)
{
    return place.height >= 2.5 && place.height <= 14.0 && place.width >= 15.0;
}

/// Ten digits by hand are 25 to 90 mm long; Tesseract takes some of them for letters.
bool mayBeWrittenNumber(const std::string& text, const RectMm& place)
{
    const auto digits = std::ranges::count_if(text, [](unsigned char c) { return std::isdigit(c) != 0; });
    const auto signs = std::ranges::count_if(text, [](unsigned char c) { return c != ' '; });
    return signs >= 6 && signs <= 16 && digits * 3 >= signs && place.width >= 20.0 && place.width <= 95.0;
}

bool saysVNumber(const std::string& text)
{
    const std::string capitals = rules::upperCase(text);
    return std::ranges::any_of(std::array{"V-NUMMER", "V NUMMER", "V-NR", "VREEMDELINGENNUMMER",
                                          "CLIËNTNUMMER", "CLIENTNUMMER", "KLANTNUMMER"},
                               [&](const char* name) { return capitals.find(name) != std::string::npos; });
}

void addNumber(reading::Attachment& attachment, const std::string& digits, double confidence, bool isVNumber)
{
    reading::AttachmentNumber number;
    number.confidence = confidence;
    number.isVNumber = isVNumber;
    const double each = std::pow(confidence, 1.0 / static_cast<double>(digits.size()));
    for (const char digit : digits) {
        number.digits.push_back({{}, std::string(1, digit), each, {}});
    }
    attachment.numbers.push_back(std::move(number));
}

} // namespace

AttachmentReader::AttachmentReader(const std::filesystem::path& models) : kinds_(models / "attachments.json")
{
}

AttachmentReading AttachmentReader::read(const page::PageImage& image)
{
    const double factor = std::min(1.0, kReadingDpi / image.dpi.value);
    cv::Mat picture = image.grey;
    if (factor < 1.0) {
        cv::resize(image.grey, picture, {}, factor, factor, cv::INTER_AREA);
    }
    const double dpi = image.dpi.value * factor;
    const ReadWay way = readBestWay(text_, picture, dpi);
    AttachmentReading result{{}, page::RegisteredPage(image, registrationOf(image, way.quarterTurns)), {}};
    std::string all;
    for (const ocr::PageLine& line : way.lines) {
        const std::string text = textOf(line);
        const double mm = kMmPerInch / dpi;
        const RectMm place{line.box.x * mm, line.box.y * mm, line.box.width * mm, line.box.height * mm};
        const std::vector<std::string> numbers = numbersOf(text);
        const bool isClear = line.confidence >= kClear;
        for (std::size_t i = 0; i < numbers.size() && isClear; ++i) {
            addNumber(result.attachment, numbers[i], line.confidence, saysVNumber(text));
        }
        constexpr std::size_t kMostWritten = 12;
        if (!isClear && mayBeWritten(place) && result.written.size() < kMostWritten) {
            result.written.push_back({place, mayBeWrittenNumber(text, place)});
        }
        all += text + "\n";
    }
    std::ranges::stable_sort(result.written, {}, [](const WrittenLine& line) { return line.place.y; });
    addText(result.attachment, all);
    return result;
}

void AttachmentReader::addText(reading::Attachment& attachment, const std::string& text) const
{
    std::ranges::move(wordsOf(text), std::back_inserter(attachment.words));
    std::ranges::move(datesOf(text), std::back_inserter(attachment.dates));
    attachment.question = attachment.question.empty() ? questionOf(text) : attachment.question;
    const KindGuess guess = kinds_.guess(attachment.words);
    attachment.kind = guess.kind == nullptr ? "other" : guess.kind->id;
    attachment.kindName = guess.kind == nullptr ? "" : guess.kind->name;
    attachment.confidence = guess.confidence;
    attachment.annex =
        guess.kind == nullptr || guess.kind->annexes.empty() ? "" : guess.kind->annexes.front();
}

} // namespace scanstraat::attachments
