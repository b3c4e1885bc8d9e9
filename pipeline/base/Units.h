// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace scanstraat {

/// Width and height of A4 paper (ISO 216) in millimetres.
constexpr double kA4WidthMm = 210.0;
constexpr double kA4HeightMm = 297.0;
constexpr double kMillimetresPerInch = 25.4;
constexpr double kPointsPerInch = 72.0;

/// Scan resolution, in dots per inch.
struct Dpi
{
    double value = 300.0;

    [[nodiscard]] constexpr double pixelsPerMm() const { return value / kMillimetresPerInch; }
};

constexpr double mmToPoints(double mm)
{
    return mm * kPointsPerInch / kMillimetresPerInch;
}
constexpr double pointsToMm(double points)
{
    return points * kMillimetresPerInch / kPointsPerInch;
}

} // namespace scanstraat
