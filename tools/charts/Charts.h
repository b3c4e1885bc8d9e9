// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "charts/Beliefs.h"

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::charts {

/// One curve of a chart with its name.
struct NamedCurve
{
    std::string name;
    std::vector<CurvePoint> points;
};

/// Bins of beliefs with a name.
struct NamedBins
{
    std::string name;
    std::vector<Bin> bins;
};

/// Share that is right against the probability, bins with their sizes, one chart for each of `sets`. `what`:
/// what was believed ("boxes"). Throws scanstraat::Error with ExitCode::output, as does the next.
void drawReliability(const std::filesystem::path& file, const std::vector<NamedBins>& sets,
                     const std::string& what);

/// Share of what is wrong among the accepted (log scale) against the share that people see.
void drawErrorAgainstReview(const std::filesystem::path& file, const std::vector<NamedCurve>& curves,
                            const std::string& what);

} // namespace scanstraat::charts
