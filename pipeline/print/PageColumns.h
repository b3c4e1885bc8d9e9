// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace scanstraat::print {

// The columns, in millimetres from the left of the sheet. The adjustment fields with their quiet zones end at
// 16.5 mm and start again at 193.5 mm.
inline constexpr double kLeft = 18.0;
inline constexpr double kRight = 192.0;
inline constexpr double kLabelLeft = 28.0;
inline constexpr double kAnswerLeft = 80.0;
inline constexpr double kLabelGap = 3.0;
inline constexpr double kWideAnswerLeft = 152.0;

} // namespace scanstraat::print
