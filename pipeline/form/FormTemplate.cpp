// SPDX-License-Identifier: EUPL-1.2
#include "form/FormTemplate.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace scanstraat::form {

namespace {

using namespace std::string_view_literals;

constexpr std::array kMarkShapes{
    std::pair{MarkShape::filledSquare, "filled-square"sv},
    std::pair{MarkShape::bracket, "bracket"sv},
    std::pair{MarkShape::dot, "dot"sv},
    std::pair{MarkShape::ring, "ring"sv},
    std::pair{MarkShape::cross, "cross"sv},
};

constexpr std::array kSymbologies{
    std::pair{Symbology::code39, "code39"sv},
    std::pair{Symbology::code128, "code128"sv},
    std::pair{Symbology::interleaved2of5, "interleaved-2-of-5"sv},
    std::pair{Symbology::qr, "qr"sv},
    std::pair{Symbology::dataMatrix, "data-matrix"sv},
};

constexpr std::array kFieldKinds{
    std::pair{FieldKind::vNumber, "v-number"sv},
    std::pair{FieldKind::bsn, "bsn"sv},
    std::pair{FieldKind::rsin, "rsin"sv},
    std::pair{FieldKind::kvk, "kvk"sv},
    std::pair{FieldKind::becon, "becon"sv},
    std::pair{FieldKind::date, "date"sv},
    std::pair{FieldKind::postcode, "postcode"sv},
    std::pair{FieldKind::phone, "phone"sv},
    std::pair{FieldKind::email, "email"sv},
    std::pair{FieldKind::money, "money"sv},
    std::pair{FieldKind::number, "number"sv},
    std::pair{FieldKind::country, "country"sv},
    std::pair{FieldKind::nationality, "nationality"sv},
    std::pair{FieldKind::name, "name"sv},
    std::pair{FieldKind::street, "street"sv},
    std::pair{FieldKind::houseNumber, "house-number"sv},
    std::pair{FieldKind::place, "place"sv},
    std::pair{FieldKind::freeText, "free-text"sv},
    std::pair{FieldKind::choice, "choice"sv},
    std::pair{FieldKind::signature, "signature"sv},
    std::pair{FieldKind::stamp, "stamp"sv},
    std::pair{FieldKind::photo, "photo"sv},
};

constexpr std::array kWritings{
    std::pair{Writing::comb, "comb"sv},
    std::pair{Writing::lines, "lines"sv},
    std::pair{Writing::checkboxes, "checkboxes"sv},
    std::pair{Writing::region, "region"sv},
};

constexpr std::array kBoxShapes{
    std::pair{BoxShape::square, "square"sv},
    std::pair{BoxShape::round, "round"sv},
};

constexpr std::array kPageRoles{
    std::pair{PageRole::content, "content"sv},
    std::pair{PageRole::cover, "cover"sv},
};

template <typename Table, typename Value>
std::string nameOf(const Table& table, Value value)
{
    for (const auto& [known, name] : table) {
        if (known == value) {
            return std::string(name);
        }
    }
    throw std::logic_error("a value without a name in FormTemplate.cpp");
}

template <typename Table>
auto valueOf(const Table& table, std::string_view wanted) -> std::optional<decltype(table.front().first)>
{
    for (const auto& [value, name] : table) {
        if (name == wanted) {
            return value;
        }
    }
    return std::nullopt;
}

template <typename Table>
std::string namesOf(const Table& table)
{
    std::string names;
    for (const auto& [value, name] : table) {
        names += names.empty() ? "" : ", ";
        names += name;
    }
    return names;
}

const std::string kDigits = "0123456789";
const std::string kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const std::string kNameMarks = "-'./ ";

/// Place of the letter in a payroll tax number, NNNNNNNNNLNN, from 0.
constexpr std::size_t kRsinLetter = 9;
/// Digits of a postcode, before its two letters.
constexpr std::size_t kPostcodeDigits = 4;

} // namespace

std::optional<std::size_t> pageIndex(const FormTemplate& form, int number)
{
    for (std::size_t index = 0; index < form.pages.size(); ++index) {
        if (form.pages[index].number == number) {
            return index;
        }
    }
    return std::nullopt;
}

const Field* findField(const FormTemplate& form, const std::string& id)
{
    for (const Page& page : form.pages) {
        const auto found =
            std::find_if(page.fields.begin(), page.fields.end(), [&](const Field& f) { return f.id == id; });
        if (found != page.fields.end()) {
            return &*found;
        }
    }
    return nullptr;
}

std::vector<const Field*> fieldsNamed(const FormTemplate& form, const std::string& fieldOrGroup)
{
    std::vector<const Field*> fields;
    for (const Page& page : form.pages) {
        for (const Field& field : page.fields) {
            if (field.id == fieldOrGroup || (!field.group.empty() && field.group == fieldOrGroup)) {
                fields.push_back(&field);
            }
        }
    }
    return fields;
}

std::string cellAlphabet(FieldKind kind, std::size_t index)
{
    switch (kind) {
    case FieldKind::rsin:
        return index == kRsinLetter ? "L" : kDigits;
    case FieldKind::postcode:
        return index < kPostcodeDigits ? kDigits : kLetters;
    case FieldKind::phone:
        return "+" + kDigits;
    case FieldKind::money:
        return "-" + kDigits;
    case FieldKind::vNumber:
    case FieldKind::bsn:
    case FieldKind::kvk:
    case FieldKind::becon:
    case FieldKind::date:
    case FieldKind::number:
        return kDigits;
    default:
        return lineAlphabet(kind);
    }
}

std::string lineAlphabet(FieldKind kind)
{
    switch (kind) {
    case FieldKind::vNumber:
    case FieldKind::bsn:
    case FieldKind::kvk:
    case FieldKind::becon:
        return kDigits;
    case FieldKind::rsin:
        return "L" + kDigits;
    case FieldKind::date:
        return kDigits + "-/. ";
    case FieldKind::number:
    case FieldKind::money:
        return kDigits + "-,.";
    case FieldKind::phone:
        return kDigits + "+-() ";
    case FieldKind::postcode:
        return kDigits + kLetters + " ";
    case FieldKind::email:
        return kLetters + kDigits + "@._-+";
    case FieldKind::houseNumber:
        return kDigits + kLetters + "-/ ";
    case FieldKind::street:
        return kLetters + kDigits + kNameMarks;
    case FieldKind::country:
    case FieldKind::nationality:
    case FieldKind::place:
        return kLetters + kNameMarks + "()";
    case FieldKind::name:
        return kLetters + kNameMarks;
    case FieldKind::freeText:
        return kLetters + kDigits + kNameMarks + ",:;?!()+&%@\"";
    case FieldKind::choice:
    case FieldKind::signature:
    case FieldKind::stamp:
    case FieldKind::photo:
        return "";
    }
    return "";
}

std::string toString(MarkShape shape)
{
    return nameOf(kMarkShapes, shape);
}

std::string toString(FieldKind kind)
{
    return nameOf(kFieldKinds, kind);
}

std::string toString(Writing writing)
{
    return nameOf(kWritings, writing);
}

std::string toString(Symbology symbology)
{
    return nameOf(kSymbologies, symbology);
}

std::string toString(BoxShape shape)
{
    return nameOf(kBoxShapes, shape);
}

std::string toString(PageRole role)
{
    return nameOf(kPageRoles, role);
}

std::optional<MarkShape> markShapeFrom(std::string_view name)
{
    return valueOf(kMarkShapes, name);
}

std::optional<FieldKind> fieldKindFrom(std::string_view name)
{
    return valueOf(kFieldKinds, name);
}

std::optional<Writing> writingFrom(std::string_view name)
{
    return valueOf(kWritings, name);
}

std::optional<Symbology> symbologyFrom(std::string_view name)
{
    return valueOf(kSymbologies, name);
}

std::optional<BoxShape> boxShapeFrom(std::string_view name)
{
    return valueOf(kBoxShapes, name);
}

std::optional<PageRole> pageRoleFrom(std::string_view name)
{
    return valueOf(kPageRoles, name);
}

std::string markShapeNames()
{
    return namesOf(kMarkShapes);
}

std::string fieldKindNames()
{
    return namesOf(kFieldKinds);
}

std::string writingNames()
{
    return namesOf(kWritings);
}

std::string symbologyNames()
{
    return namesOf(kSymbologies);
}

std::string boxShapeNames()
{
    return namesOf(kBoxShapes);
}

std::string pageRoleNames()
{
    return namesOf(kPageRoles);
}

} // namespace scanstraat::form
