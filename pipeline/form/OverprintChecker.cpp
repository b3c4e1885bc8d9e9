// SPDX-License-Identifier: EUPL-1.2
#include "form/OverprintChecker.h"

#include "base/Units.h"

namespace scanstraat::form {

namespace {

/// What a text may reach into a box: its width is an estimate where somebody else printed it.
constexpr double kAllowedMm = 0.5;
constexpr double kCapitalHeight = 0.7; ///< of the type size

/// Capitals of the text; tails may touch a frame below.
RectMm inkOf(const PrintedText& text)
{
    const double height = kCapitalHeight * pointsToMm(text.sizePt);
    return {text.at.x, text.at.y - height, text.widthMm, height};
}

bool liesOver(const RectMm& text, const RectMm& box)
{
    const RectMm inside = box.grown(-kAllowedMm);
    return text.x < inside.right() && inside.x < text.right() && text.y < inside.bottom() &&
           inside.y < text.bottom();
}

} // namespace

std::vector<Problem> checkOverprint(const TemplateSource& source)
{
    std::vector<Problem> problems;
    const auto check = [&](const PrintedText& text, const RectMm& box, const std::string& name,
                           const std::string& pointer) {
        if (liesOver(inkOf(text), box)) {
            problems.push_back(
                {source.lineOf(pointer), "printed text \"" + text.text + "\" lies over " + name});
        }
    };
    for (std::size_t index = 0; index < source.form.pages.size(); ++index) {
        const Page& page = source.form.pages[index];
        for (std::size_t number = 0; number < page.texts.size(); ++number) {
            const std::string pointer =
                "/pages/" + std::to_string(index) + "/printed/texts/" + std::to_string(number);
            for (const Field& field : page.fields) {
                for (const Option& option : field.options) {
                    check(page.texts[number], option.box,
                          "option \"" + option.id + "\" of field \"" + field.id + "\"", pointer);
                }
                for (std::size_t cell = 0; cell < field.cells.size(); ++cell) {
                    check(page.texts[number], field.cells[cell],
                          "cell " + std::to_string(cell + 1) + " of field \"" + field.id + "\"", pointer);
                }
            }
        }
    }
    return problems;
}

} // namespace scanstraat::form
