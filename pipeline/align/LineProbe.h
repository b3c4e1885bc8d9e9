// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "align/PrintedLines.h"
#include "page/PageImage.h"

#include <array>
#include <vector>

namespace scanstraat::align {

/// Looks for printed lines beside where a map puts them.
class LineProbe
{
public:
    /// `image` must outlive the probe; `mmToPixel` as in reading::Registration.
    LineProbe(const page::PageImage& image, const std::array<double, 6>& mmToPixel);

    /// True where the piece lies in the scan.
    [[nodiscard]] bool sees(const LinePiece& piece) const;

    /// Millimetres across the piece, along +x or +y of the form, at which a thin dark line runs, within
    /// `reachMm`; the clearest first, at most three.
    [[nodiscard]] std::vector<double> offsets(const LinePiece& piece, double reachMm) const;

private:
    [[nodiscard]] cv::Point2d toSource(double x, double y) const;
    [[nodiscard]] double brightness(cv::Point2d at) const;
    [[nodiscard]] std::vector<double> profile(const LinePiece& piece, int steps) const;

    cv::Mat source_; ///< the page, or its coarsest half that is fine enough
    std::array<double, 6> map_{};
};

} // namespace scanstraat::align
