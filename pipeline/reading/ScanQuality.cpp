// SPDX-License-Identifier: EUPL-1.2
#include "reading/ScanQuality.h"

namespace scanstraat::reading {

std::string toString(QualityMeasure measure)
{
    constexpr std::array<const char*, kQualityMeasures.size()> kNames{
        "paperGrey", "darkShare", "contrastGrey", "blurMm", "pixelsPerMm", "cutOffMm", "answersOutside"};
    return kNames.at(static_cast<std::size_t>(measure));
}

bool isLeast(QualityMeasure measure)
{
    return measure == QualityMeasure::paperGrey || measure == QualityMeasure::contrastGrey ||
           measure == QualityMeasure::pixelsPerMm;
}

} // namespace scanstraat::reading
