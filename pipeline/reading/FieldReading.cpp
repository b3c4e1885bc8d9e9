// SPDX-License-Identifier: EUPL-1.2
#include "reading/FieldReading.h"

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

} // namespace scanstraat::reading
