// SPDX-License-Identifier: EUPL-1.2
#include "reading/FieldReading.h"

#include <algorithm>

namespace scanstraat::reading {

std::string toString(MarkState state)
{
    constexpr std::array<const char*, kMarkStates> kNames{"empty", "crossed", "blackened", "recrossed",
                                                          "unclear"};
    return kNames.at(static_cast<std::size_t>(state));
}

std::string toString(FieldState state)
{
    constexpr std::array<const char*, kFieldStates.size()> kNames{
        "read", "empty", "unsure", "unreadable", "corrected-by-applicant", "verified"};
    return kNames.at(static_cast<std::size_t>(state));
}

bool isAccepted(FieldState state)
{
    return state != FieldState::unsure && state != FieldState::unreadable;
}

void doubt(FieldReading& reading, const std::string& reason)
{
    if (isAccepted(reading.state) && reading.state != FieldState::verified) {
        reading.state = FieldState::unsure;
    }
    reading.confidence = std::min(reading.confidence, kContradictedConfidence);
    if (std::find(reading.reasons.begin(), reading.reasons.end(), reason) == reading.reasons.end()) {
        reading.reasons.push_back(reason);
    }
}

} // namespace scanstraat::reading
