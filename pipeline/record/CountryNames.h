// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scanstraat::record {

/// Whether it is the Dutch name of a country or territory; capitals and diacritics do not matter.
[[nodiscard]] bool isCountryName(std::string_view utf8);

/// Whether it is a Dutch nationality ("Syrische", "Syrisch") or a country name, which many write instead.
[[nodiscard]] bool isNationality(std::string_view utf8);

/// The one name in the list that a misread text must have been: at most a fifth of its characters differ,
/// and every other name differs by at least one more. None where no name or several come near.
[[nodiscard]] std::optional<std::string> nearestCountryName(std::string_view utf8);
[[nodiscard]] std::optional<std::string> nearestNationality(std::string_view utf8);

} // namespace scanstraat::record
