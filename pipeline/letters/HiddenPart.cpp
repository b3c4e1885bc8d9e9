// SPDX-License-Identifier: EUPL-1.2
#include "letters/HiddenPart.h"

namespace scanstraat::letters {

void doubtHidden(reading::FieldReading& reading, const page::Snap& snap)
{
    constexpr double kMostHiddenMm = 2.5;
    constexpr double kBelief = 0.5; ///< that what was read is all
    if (snap.hiddenMm <= kMostHiddenMm) {
        return;
    }
    reading.state = reading::FieldState::unsure;
    reading.confidence *= kBelief;
    reading.reasons.emplace_back("rand niet gevonden (afgedekt of weggelakt)");
}

} // namespace scanstraat::letters
