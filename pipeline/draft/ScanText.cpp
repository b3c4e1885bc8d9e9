// SPDX-License-Identifier: EUPL-1.2
#include "draft/ScanText.h"

#include "draft/TextSigns.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::draft {

namespace {

constexpr double kLeastConfidence = 0.35; ///< below it is dirt or a part of a drawing
constexpr double kSureConfidence = 0.80;

void erase(cv::Mat& picture, const Sheet& sheet, const RectMm& area, double paper)
{
    picture(sheet.toPixels(area)).setTo(paper);
}

cv::Mat withoutLines(const Sheet& sheet, const PageFindings& found)
{
    cv::Mat picture = sheet.grey.clone();
    constexpr double kPaper = 255.0;
    constexpr double kAround = 0.2;
    for (const Frame& frame : found.frames) {
        const RectMm outer = frame.outer().grown(kAround);
        const double width = frame.lineMm + 2 * kAround;
        erase(picture, sheet, {outer.x, outer.y, outer.width, width}, kPaper);
        erase(picture, sheet, {outer.x, outer.bottom() - width, outer.width, width}, kPaper);
        erase(picture, sheet, {outer.x, outer.y, width, outer.height}, kPaper);
        erase(picture, sheet, {outer.right() - width, outer.y, width, outer.height}, kPaper);
        if (frame.round) {
            erase(picture, sheet, outer, kPaper);
        }
    }
    for (const Rule& rule : found.rules) {
        constexpr double kLongMm = 5.0; // shorter ones may be strokes of large letters
        if (rule.length() > kLongMm) {
            erase(picture, sheet, rule.area().grown(kAround), kPaper);
        }
    }
    for (const form::AdjustmentField& mark : found.marks) {
        const double half = mark.sizeMm / 2 + kAround;
        erase(picture, sheet, {mark.centre.x - half, mark.centre.y - half, 2 * half, 2 * half}, kPaper);
    }
    for (const FoundBarcode& barcode : found.barcodes) {
        erase(picture, sheet, barcode.zone.grown(1.0), kPaper);
    }
    return picture;
}

bool hasTall(const std::string& text)
{
    return text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhklt0123456789") != std::string::npos;
}

/// Share of each row of a line's picture that is dark.
std::vector<double> rowsOf(const Sheet& sheet, const RectMm& area)
{
    const cv::Mat part = sheet.grey(sheet.toPixels(area));
    if (part.empty()) {
        return {};
    }
    double dark = 0.0;
    double bright = 0.0;
    cv::minMaxLoc(part, &dark, &bright);
    const bool isWhite = cv::mean(part)[0] < (dark + bright) / 2; // white letters on black
    cv::Mat ink = part < (dark + bright) / 2;
    if (isWhite) {
        cv::bitwise_not(ink, ink);
    }
    cv::Mat sums;
    cv::reduce(ink, sums, 1, cv::REDUCE_AVG, CV_64F);
    return {sums.begin<double>(), sums.end<double>()};
}

} // namespace

PageTexts readScanText(ocr::PageTextReader& reader, const Sheet& sheet, const PageFindings& found)
{
    PageTexts texts;
    for (const ocr::PageLine& line :
         reader.read(withoutLines(sheet, found), sheet.pixelsPerMm * kMillimetresPerInch)) {
        if (line.confidence < kLeastConfidence) {
            continue;
        }
        TextLine one;
        one.area = sheet.toMm(line.box);
        one.baseline = one.area.bottom();
        one.isSure = line.confidence >= kSureConfidence;
        for (const ocr::PageWord& word : line.words) {
            one.text += (one.text.empty() ? "" : " ") + word.text;
            texts.words.push_back({sheet.toMm(word.box), word.text});
        }
        if (hasLetters(one.text)) {
            texts.lines.push_back(one);
        }
    }
    return texts;
}

void measureTypeSizes(const Sheet& sheet, std::vector<TextLine>& lines)
{
    constexpr double kCapital = 0.73; ///< height of capitals and ascenders over the type size
    constexpr double kSmall = 0.53;
    constexpr double kTallestMm = 15.0;
    for (TextLine& line : lines) {
        const std::vector<double> rows = rowsOf(sheet, line.area);
        const auto inked = std::ranges::find_if(rows, [](double share) { return share > 0.0; });
        if (rows.size() < 4 || inked == rows.end() || line.area.height > kTallestMm) {
            continue;
        }
        // below the base line only some letters go on
        std::size_t base = rows.size() - 1;
        double steepest = 0.0;
        for (std::size_t y = rows.size() / 2; y < rows.size(); ++y) {
            const double drop = rows[y - 1] - rows[y];
            if (drop > steepest) {
                steepest = drop;
                base = y;
            }
        }
        const auto top = static_cast<double>(inked - rows.begin());
        const double height = (static_cast<double>(base) - top) / sheet.pixelsPerMm;
        const cv::Rect pixels = sheet.toPixels(line.area);
        line.baseline = sheet.yMm(pixels.y + static_cast<double>(base));
        const double size = mmToPoints(height / (hasTall(line.text) ? kCapital : kSmall));
        constexpr double kSmallestPt = 3.0;
        if (size > kSmallestPt) {
            line.sizePt = size;
        }
    }
}

} // namespace scanstraat::draft
