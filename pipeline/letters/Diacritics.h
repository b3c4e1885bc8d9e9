// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scanstraat::letters {

/// Whether it is a combining mark (U+0300 to U+036F).
[[nodiscard]] bool isCombining(char32_t token);

/// The characters of a text in capitals as a recogniser gives them: marks behind their letters. What is
/// neither ASCII nor known to `composed` is left out.
[[nodiscard]] std::u32string tokensOf(std::string_view utf8);

/// All characters that `composed` makes of a capital, one after the other.
[[nodiscard]] std::string markedForms(char capital);

/// The capital with that combining mark as one character in UTF-8 ("É" of E and U+0301); none where no
/// European name has it.
[[nodiscard]] std::optional<std::string> composed(char capital, char32_t mark);

} // namespace scanstraat::letters
