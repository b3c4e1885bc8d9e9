// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <vector>

namespace scanstraat::attachments {

/// The words of a text in UTF-8, in capitals, without the punctuation around them: what is to be looked up.
[[nodiscard]] std::vector<std::string> wordsOf(const std::string& text);

/// All dates in a text, YYYY-MM-DD, each once: 07-03-1985, 7/3/1985, 7 maart 1985, 07 MAR/MRT 1985,
/// 1985-03-07.
[[nodiscard]] std::vector<std::string> datesOf(const std::string& text);

/// All runs of exactly ten digits, with single spaces, points or hyphens between them or without.
[[nodiscard]] std::vector<std::string> numbersOf(const std::string& text);

/// The question that a text names first: "4.2" of "Vervolg bij vraag 4.2"; empty: none.
[[nodiscard]] std::string questionOf(const std::string& text);

} // namespace scanstraat::attachments
