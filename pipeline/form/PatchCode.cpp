// SPDX-License-Identifier: EUPL-1.2
//
// The patterns are those of the tables in Kodak A-61599 for 1, 4 and 6; BWIPP (postscriptbarcode, issue 100)
// draws the same and 2, 3 and T likewise.
#include "form/PatchCode.h"

namespace scanstraat::form {

namespace {

struct Pattern
{
    PatchCode code;
    const char* name;
    std::array<bool, kPatchBars> wide;
};

constexpr std::array<Pattern, kPatchCodes.size()> kPatterns{{
    {PatchCode::one, "1", {true, true, false, false}},
    {PatchCode::two, "2", {true, false, false, true}},
    {PatchCode::three, "3", {true, false, true, false}},
    {PatchCode::four, "4", {false, true, true, false}},
    {PatchCode::six, "6", {false, false, true, true}},
    {PatchCode::transfer, "T", {false, true, false, true}},
}};

} // namespace

std::array<bool, kPatchBars> wideBars(PatchCode code)
{
    return kPatterns.at(static_cast<std::size_t>(code)).wide;
}

std::optional<PatchCode> patchCodeWith(const std::array<bool, kPatchBars>& wide)
{
    for (const Pattern& pattern : kPatterns) {
        if (pattern.wide == wide) {
            return pattern.code;
        }
    }
    return std::nullopt;
}

std::string toString(PatchCode code)
{
    return kPatterns.at(static_cast<std::size_t>(code)).name;
}

std::optional<PatchCode> patchCodeFrom(std::string_view name)
{
    for (const Pattern& pattern : kPatterns) {
        if (name == pattern.name || (name == "t" && pattern.code == PatchCode::transfer)) {
            return pattern.code;
        }
    }
    return std::nullopt;
}

} // namespace scanstraat::form
