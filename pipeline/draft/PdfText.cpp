// SPDX-License-Identifier: EUPL-1.2
//
// The program's output is XHTML of a fixed make, so tags are looked for one by one. It gives no base lines: a
// fifth of a line's height lies below it in all usual typefaces.
#include "draft/PdfText.h"

#include "base/Units.h"
#include "scan/Program.h"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace scanstraat::draft {

namespace {

constexpr double kDescentShare = 0.2;
constexpr double kHeightOfSize = 1.2; ///< a line's height over its type size

std::optional<double> attribute(std::string_view tag, std::string_view name)
{
    const std::string key = std::string(name) + "=\"";
    const std::size_t at = tag.find(key);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const char* const first = tag.data() + at + key.size();
    double value = 0.0;
    const auto [end, error] = std::from_chars(first, tag.data() + tag.size(), value);
    const bool sane = error == std::errc() && std::isfinite(value) && std::abs(value) < 1e5;
    return sane ? std::optional(pointsToMm(value)) : std::nullopt;
}

std::optional<RectMm> boxOf(std::string_view tag)
{
    const auto left = attribute(tag, "xMin");
    const auto top = attribute(tag, "yMin");
    const auto right = attribute(tag, "xMax");
    const auto bottom = attribute(tag, "yMax");
    if (!left || !top || !right || !bottom || *right <= *left || *bottom <= *top) {
        return std::nullopt;
    }
    return RectMm{*left, *top, *right - *left, *bottom - *top};
}

std::string decoded(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool isEntity = false;
        for (const auto& [name, character] : kEntities) {
            if (text.substr(i, name.size()) == name) {
                plain += character;
                i += name.size() - 1;
                isEntity = true;
                break;
            }
        }
        if (!isEntity) {
            plain += text[i];
        }
    }
    return plain;
}

void addWord(TextLine& line, const TextWord& word)
{
    line.text += (line.text.empty() ? "" : " ") + word.text;
}

/// A place of the file's page on the sheet, which was turned around its middle.
RectMm placed(RectMm area, const Sheet& sheet)
{
    if (sheet.turned != 0.0) {
        const double angle = -sheet.turned * std::numbers::pi / 180.0;
        const double midX = sheet.grey.cols / sheet.pixelsPerMm / 2;
        const double midY = sheet.grey.rows / sheet.pixelsPerMm / 2;
        const double x = area.centre().x - midX;
        const double y = area.centre().y - midY;
        area.x += x * std::cos(angle) - y * std::sin(angle) - x;
        area.y += x * std::sin(angle) + y * std::cos(angle) - y;
    }
    return area.shifted(sheet.origin);
}

} // namespace

PageTexts parseBboxLayout(std::string_view xhtml)
{
    PageTexts texts;
    std::size_t at = 0;
    while ((at = xhtml.find('<', at)) != std::string_view::npos) {
        const std::size_t end = xhtml.find('>', at);
        if (end == std::string_view::npos) {
            break;
        }
        const std::string_view tag = xhtml.substr(at, end - at);
        const auto box = boxOf(tag);
        if (tag.starts_with("<line ") && box) {
            texts.lines.push_back({*box, box->bottom() - kDescentShare * box->height,
                                   mmToPoints(box->height) / kHeightOfSize, "", true});
        } else if (tag.starts_with("<word ") && box && !texts.lines.empty()) {
            const std::size_t close = xhtml.find("</word>", end);
            if (close == std::string_view::npos) {
                break;
            }
            texts.words.push_back({*box, decoded(xhtml.substr(end + 1, close - end - 1))});
            addWord(texts.lines.back(), texts.words.back());
        }
        at = end;
    }
    std::erase_if(texts.lines, [](const TextLine& line) { return line.text.empty(); });
    return texts;
}

PageTexts readPdfText(const std::filesystem::path& pdf, int number, const Sheet& sheet)
{
    constexpr scan::ProgramLimits kLimits{32 << 20, std::chrono::milliseconds{30'000}};
    const std::string page = std::to_string(number);
    const auto output = scan::runProgram({"pdftotext", "-bbox-layout", "-cropbox", "-f", page, "-l", page,
                                          std::filesystem::absolute(pdf).string(), "-"},
                                         kLimits);
    if (!output) {
        PageTexts none;
        none.problem = output.error() == scan::ProgramProblem::cannotStart
                           ? "its text cannot be read: install the package poppler-utils (pdftotext)"
                           : "pdftotext could not read its text; it is read from the picture";
        return none;
    }
    PageTexts texts = parseBboxLayout({reinterpret_cast<const char*>(output->data()), output->size()});
    for (TextLine& line : texts.lines) {
        const double below = line.area.bottom() - line.baseline;
        line.area = placed(line.area, sheet);
        line.baseline = line.area.bottom() - below;
    }
    for (TextWord& word : texts.words) {
        word.area = placed(word.area, sheet);
    }
    return texts;
}

} // namespace scanstraat::draft
