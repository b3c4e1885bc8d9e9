// SPDX-License-Identifier: EUPL-1.2
#include "print/PageBuilder.h"

#include "base/Units.h"

#include <cmath>

namespace scanstraat::print {

namespace {

constexpr double kLeading = 1.32;        ///< baseline distance over type size
constexpr double kCapitalHeight = 0.714; ///< of Open Sans, over type size
constexpr double kListIndentMm = 4.0;
constexpr double kParagraphGapMm = 1.2;

} // namespace

double rounded(double mm)
{
    return std::round(mm * 100.0) / 100.0;
}

RectMm rounded(const RectMm& area)
{
    return {rounded(area.x), rounded(area.y), rounded(area.width), rounded(area.height)};
}

double leadingMm(const TextStyle& style)
{
    return pointsToMm(style.sizePt * kLeading);
}

double capitalMm(const TextStyle& style)
{
    return pointsToMm(style.sizePt * kCapitalHeight);
}

double PageBuilder::text(PointMm baseline, const std::string& words, const TextStyle& style, bool white)
{
    const double width = rounded(textWidthMm(words, style));
    page_.texts.push_back(
        {{rounded(baseline.x), rounded(baseline.y)}, style.sizePt, style.bold, words, width, white});
    return width;
}

void PageBuilder::textEndingAt(PointMm baseline, const std::string& words, const TextStyle& style)
{
    text({baseline.x - textWidthMm(words, style), baseline.y}, words, style);
}

int PageBuilder::wrapped(PointMm baseline, const std::string& words, const TextStyle& style, double widthMm)
{
    int count = 0;
    for (const std::string& lineOfText : wrapText(words, style, widthMm)) {
        text({baseline.x, baseline.y + count * leadingMm(style)}, lineOfText, style);
        ++count;
    }
    return count;
}

double PageBuilder::paragraphs(PointMm top, const std::vector<std::string>& texts, double widthMm)
{
    double y = top.y;
    bool afterItem = false;
    for (const std::string& paragraph : texts) {
        const std::string sign = paragraph.substr(0, 2);
        const bool item = sign == "- ";
        y += afterItem && !item ? kParagraphGapMm : 0.0;
        afterItem = item;
        const TextStyle style = sign == "! " ? kBodyBold : kBody;
        const std::string words = item || sign == "! " ? paragraph.substr(2) : paragraph;
        const double indent = item ? kListIndentMm : 0.0;
        const double baseline = y + capitalMm(style);
        if (item) {
            text({top.x + 1.0, baseline}, "•", style);
        }
        const int lines = wrapped({top.x + indent, baseline}, words, style, widthMm - indent);
        y += lines * leadingMm(style) + (item ? 0.0 : kParagraphGapMm);
    }
    return y;
}

void PageBuilder::box(const RectMm& area, double lineMm, std::optional<double> grey)
{
    page_.printedBoxes.push_back({rounded(area), lineMm, grey});
}

void PageBuilder::line(PointMm from, PointMm to, double widthMm)
{
    page_.printedLines.push_back(
        {{rounded(from.x), rounded(from.y)}, {rounded(to.x), rounded(to.y)}, widthMm});
}

} // namespace scanstraat::print
