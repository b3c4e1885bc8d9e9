// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <vector>

namespace scanstraat::reading {

/// What is measured on a scan; docs/quality.md says how. The names in records carry the unit.
enum class QualityMeasure {
    paperGrey,     ///< grey level of the paper, 0..255
    darkShare,     ///< share of the sheet on which the paper itself is dark, 0..1
    contrastGrey,  ///< grey levels between paper and ink
    blurMm,        ///< deviation of the Gaussian blur of strokes, in millimetres
    pixelsPerMm,   ///< pixels of the file per millimetre of paper, in the coarser direction
    cutOffMm,      ///< how far the sheet reaches out of the picture
    answersOutside ///< answers that are not wholly in the picture
};
inline constexpr std::array kQualityMeasures{QualityMeasure::paperGrey,     QualityMeasure::darkShare,
                                             QualityMeasure::contrastGrey,  QualityMeasure::blurMm,
                                             QualityMeasure::pixelsPerMm,   QualityMeasure::cutOffMm,
                                             QualityMeasure::answersOutside};

[[nodiscard]] std::string toString(QualityMeasure measure);

/// True where more is better, so that the limit is the least; else it is the most.
[[nodiscard]] bool isLeast(QualityMeasure measure);

/// One measure of a page with the limit that it was held against.
struct QualityValue
{
    QualityMeasure measure = QualityMeasure::paperGrey;
    double value = 0.0;
    double limit = 0.0;
    bool operator==(const QualityValue&) const = default;

    [[nodiscard]] bool isGood() const { return isLeast(measure) ? value >= limit : value <= limit; }
};

/// How good a scan is. A measure that says nothing on this page (the blur of a black-and-white scan, the
/// contrast of a blank page) is not there; nothing is on a page that was not measured.
using ScanQuality = std::vector<QualityValue>;

} // namespace scanstraat::reading
