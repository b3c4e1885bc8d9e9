// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"

#include <span>
#include <vector>

namespace scanstraat::marks {

/// Where the printed outlines of boxes are.
struct OutlineMatch
{
    PointMm shift;                 ///< add to the template's coordinates, in millimetres
    double strength = 0.0;         ///< share of the outlines that is dark after the shift, 0..1
    std::vector<double> strengths; ///< the same of each box
};

/// Finds the printed outlines of `boxes` (all of one shape; of round ones the squares around them) near their
/// place; at most `reachMm` off in x and in y. Looks at the scan's own pixels along the outlines only, which
/// takes less than half the time of page::snapToFrame with its resampled cut-out.
[[nodiscard]] OutlineMatch snapToOutlines(const page::RegisteredPage& page, std::span<const RectMm> boxes,
                                          form::BoxShape shape, double reachMm);

} // namespace scanstraat::marks
