// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace scanstraat::record {

/// Whether it is the Dutch name of a country or territory; capitals and diacritics do not matter.
[[nodiscard]] bool isCountryName(std::string_view utf8);

/// Whether it is a Dutch nationality ("Syrische", "Syrisch") or a country name, which many write instead.
[[nodiscard]] bool isNationality(std::string_view utf8);

} // namespace scanstraat::record
