// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace scanstraat::form {

/// The patch codes of production scanners: four bars along the edge of a sheet, two of them wide. They are
/// known by the names 1, 2, 3, 4, 6 and T.
enum class PatchCode { one, two, three, four, six, transfer };
inline constexpr std::array kPatchCodes{PatchCode::one,  PatchCode::two, PatchCode::three,
                                        PatchCode::four, PatchCode::six, PatchCode::transfer};

/// Widths of Kodak A-61599, 'Patch Code Information for Kodak Scanners' (October 2006): wide bars 0.20 in,
/// narrow bars and all spaces 0.08 in, each to 0.01 in; so a code is 0.80 in wide. Bars are parallel to the
/// edge that they lie along, 2 in long or more (0.75 in for some scanners), at least 0.25 in from the edge
/// and from other print.
inline constexpr double kPatchNarrowMm = 0.08 * 25.4;
inline constexpr double kPatchWideMm = 0.20 * 25.4;
inline constexpr double kPatchQuietMm = 0.25 * 25.4;
inline constexpr std::size_t kPatchBars = 4;

/// Which bars are wide, from the edge of the sheet inwards. 1 and 6, and 3 and T, are each other's mirror
/// images, so the direction matters.
[[nodiscard]] std::array<bool, kPatchBars> wideBars(PatchCode code);

/// The code with these wide bars; none where there are not just two.
[[nodiscard]] std::optional<PatchCode> patchCodeWith(const std::array<bool, kPatchBars>& wide);

/// "1", "2", "3", "4", "6", "T"; the other way round small letters are taken as well.
[[nodiscard]] std::string toString(PatchCode code);
[[nodiscard]] std::optional<PatchCode> patchCodeFrom(std::string_view name);

} // namespace scanstraat::form
