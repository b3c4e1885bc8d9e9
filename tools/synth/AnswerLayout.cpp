// SPDX-License-Identifier: EUPL-1.2
#include "AnswerLayout.h"

#include "Text.h"
#include "TextDrawer.h"

#include <algorithm>
#include <cctype>

namespace scanstraat::synth {

namespace {

using form::Field;
using form::FieldKind;

std::vector<std::string> brokenOverLines(const Field& field, const std::string& text, std::size_t lines)
{
    const std::size_t width = field.lines.empty() ? 1 : TextDrawer::charactersThatFit(field.lines.front());
    return wrapped(text, width, lines);
}

bool mayStandRight(FieldKind kind)
{
    return kind == FieldKind::money || kind == FieldKind::number;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between)
{
    std::string result;
    for (const std::string& part : parts) {
        result += (result.empty() ? "" : between) + part;
    }
    return result;
}

std::string keep(const std::string& text, bool (*wanted)(char))
{
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), wanted);
    return result;
}

} // namespace

bool fits(const Field& field, const std::string& text)
{
    if (field.writing == form::Writing::comb) {
        return length(text) <= field.cells.size();
    }
    const auto lines = brokenOverLines(field, text, field.lines.size() + 1);
    const std::size_t width = field.lines.empty() ? 0 : TextDrawer::charactersThatFit(field.lines.front());
    return lines.size() <= field.lines.size() &&
           std::all_of(lines.begin(), lines.end(), [&](const auto& line) { return length(line) <= width; });
}

Answer laidOut(const Field& field, const std::string& text, Random& random)
{
    Answer answer;
    if (field.writing == form::Writing::lines) {
        answer.lines = brokenOverLines(field, text, field.lines.size());
        answer.written = joined(answer.lines, "\n");
        return answer;
    }
    std::u32string characters = decode(text);
    characters.resize(std::min(characters.size(), field.cells.size()));
    const bool right = mayStandRight(field.kind) && random.chance(0.5);
    answer.cells.assign(right ? field.cells.size() - characters.size() : 0, "");
    for (const char32_t character : characters) {
        answer.cells.push_back(character == U' ' ? "" : encode(character));
        answer.written += answer.cells.back();
    }
    answer.value = capitals(encode(characters));
    return answer;
}

std::string normalForm(FieldKind kind, const Answer& answer)
{
    const std::string text = answer.lines.empty() ? answer.value : joined(answer.lines, " ");
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    switch (kind) {
    case FieldKind::phone:
        return (text.find('+') != std::string::npos ? "+" : "") + keep(text, digit);
    case FieldKind::vNumber:
    case FieldKind::bsn:
    case FieldKind::kvk:
    case FieldKind::becon:
    case FieldKind::number:
        return keep(text, digit);
    case FieldKind::money:
        return (text.find('-') != std::string::npos ? "-" : "") + keep(text, digit);
    case FieldKind::rsin:
    case FieldKind::postcode:
        return keep(text, [](char c) { return c != ' '; });
    case FieldKind::email: {
        std::string lower = keep(text, [](char c) { return c != ' '; });
        std::ranges::transform(lower, lower.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return lower;
    }
    default:
        return text;
    }
}

} // namespace scanstraat::synth
