// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "PageDeck.h"

#include <string>
#include <vector>

namespace scanstraat::battery {

/// Kinds of pages that are none of ours: "text", "letter-or-passport", "photo", "other-form", "blank",
/// "noise".
[[nodiscard]] const std::vector<std::string>& foreignKinds();

/// A page of a kind, as an ordinary scanner sees it: in grey, colour or black and white, at 200 to 300 dpi.
[[nodiscard]] Scene foreignScene(const std::string& kind, PageDeck& deck, synth::Random& random);

} // namespace scanstraat::battery
