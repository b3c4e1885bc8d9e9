// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace scanstraat::app {

/// `text` as HTML shows it between tags: nothing in it is taken for markup, a line break stays one. Bytes
/// that are no UTF-8 and characters that HTML forbids become U+FFFD.
[[nodiscard]] std::string htmlText(std::string_view text);

/// The same for a value of an attribute, with the quotes around it.
[[nodiscard]] std::string htmlAttribute(std::string_view text);

/// The number with so many digits and a decimal point, whatever the locale.
[[nodiscard]] std::string fixedNumber(double value, int digits);

} // namespace scanstraat::app
