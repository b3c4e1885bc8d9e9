// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scanstraat::rules {

/// Whether it is the Dutch name of a country or territory; capitals and diacritics do not matter.
[[nodiscard]] bool isCountryName(std::string_view utf8);

/// Whether it is a Dutch nationality ("Syrische", "Syrisch") or a country name, which many write instead.
[[nodiscard]] bool isNationality(std::string_view utf8);

/// All of these names in capitals, with diacritics and hyphens where they have some: "SYRIË", "ZUID-KOREA".
[[nodiscard]] std::vector<std::string_view> countryNames();
[[nodiscard]] std::vector<std::string_view> nationalities(); ///< without the names of countries

/// The same name of a country or nationality in capitals, with the diacritics and hyphens that it is spelled
/// with: "SYRIË" of "Syrie". None where the list has no such name, or spells it without any.
[[nodiscard]] std::optional<std::string> properSpelling(std::string_view utf8);

/// The one name in the list that a misread text must have been: at most a fifth of its characters differ,
/// and every other name differs by at least one more. None where no name or several come near.
[[nodiscard]] std::optional<std::string> nearestCountryName(std::string_view utf8);
[[nodiscard]] std::optional<std::string> nearestNationality(std::string_view utf8);

} // namespace scanstraat::rules
