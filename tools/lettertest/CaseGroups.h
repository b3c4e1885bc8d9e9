// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Confusion.h"
#include "LetterCase.h"
#include "charts/Beliefs.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace scanstraat::lettertest {

/// Some of the cases; these must outlive them.
using Fields = std::vector<const LetterCase*>;
using Condition = std::function<bool(const LetterCase&)>;

[[nodiscard]] Fields those(const Cases& cases, const Condition& condition);

/// The combs, or the fields of lines, that are filled in by hand.
[[nodiscard]] Fields filled(const Cases& cases, bool isComb);

[[nodiscard]] std::size_t count(const Fields& fields, const Condition& condition);

/// Fields by a name of theirs, sorted by it.
[[nodiscard]] std::vector<std::pair<std::string, Fields>> grouped(const Fields& fields,
                                                                  const std::string LetterCase::*name);

[[nodiscard]] std::string nameOf(bool isComb);

[[nodiscard]] std::vector<charts::Belief> beliefsOf(const Fields& fields);

[[nodiscard]] Confusion confusionOf(const Fields& fields);

} // namespace scanstraat::lettertest
