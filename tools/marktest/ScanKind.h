// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Pen.h"
#include "ScanSettings.h"
#include "ScanSimulator.h"

#include <filesystem>
#include <string>

namespace scanstraat::marktest {

enum class ScanKind { bitonal200, grey300, colour300, mixed };

/// What is asked of pens: one of them, or people's own choice.
enum class PenChoice { pencil, blue, black, felt, mixed };

/// "bitonal200", ...; they throw scanstraat::Error with ExitCode::usage for any other name.
[[nodiscard]] ScanKind scanKindFrom(const std::string& name);
[[nodiscard]] PenChoice penChoiceFrom(const std::string& name);
[[nodiscard]] std::string toString(ScanKind kind);

/// A job of that kind; `mixed`: as synth::randomJob() makes it.
[[nodiscard]] synth::JobSettings jobOf(ScanKind kind, synth::Difficulty difficulty, synth::Random& random);

/// Mixed: 55 % ballpoint, 25 % gel, 15 % pencil, 5 % felt.
[[nodiscard]] synth::Pen penOf(PenChoice choice, synth::Random& random);

/// "pencil", "blue" or "black".
[[nodiscard]] std::string colourOf(const synth::Pen& pen);

/// Writes the scan as `folder`/page.tif (black and white) or page.jpg; returns the file. Throws
/// scanstraat::Error with ExitCode::output.
std::filesystem::path storeScan(const synth::ScannedPage& page, const std::filesystem::path& folder);

} // namespace scanstraat::marktest
