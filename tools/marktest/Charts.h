// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Figures.h"

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::marktest {

/// One curve of a chart with its name.
struct NamedCurve
{
    std::string name;
    std::vector<CurvePoint> points;
};

/// Share that is right against the probability, in equal-width bins with their sizes, one chart a set. Throws
/// scanstraat::Error with ExitCode::output, as does the next.
void drawReliability(const std::filesystem::path& file,
                     const std::vector<std::pair<std::string, std::vector<Bin>>>& sets);

/// Share of wrong boxes among the accepted (log scale) against the share that people see.
void drawErrorAgainstReview(const std::filesystem::path& file, const std::vector<NamedCurve>& curves);

} // namespace scanstraat::marktest
