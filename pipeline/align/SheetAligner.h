// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "align/MarkFinder.h"
#include "base/Result.h"
#include "form/FormTemplate.h"
#include "reading/PageReading.h"

#include <span>
#include <vector>

namespace scanstraat::align {

/// Why a sheet's place is not known, with what was found.
struct AlignProblem
{
    int marksFound = 0; ///< most marks of one sheet that fit together, 0 or 1
};

struct AlignOptions
{
    double minScale = 0.90; ///< print scale times the error of the dpi tag
    double maxScale = 1.08;
    double toleranceMm = 2.0;   ///< how far a mark may lie from where two others put it
    double maxResidualMm = 0.8; ///< above this the marks are not those of one flat sheet
};

/// Finds the sheet by its adjustment fields: at least two of `marks`. Any turn.
///
/// Marks that look alike fit in more than one way (upright and upside down): every way that fits is
/// returned, the best first, and what is printed on the page must decide. With three marks or four the map
/// is affine, with two (only where no three fit, at most eight ways) turned and scaled alone. Residual in
/// millimetres at the marks after the fit; it is 0 where three or two were found. Thread safe. One finder
/// serves any number of sets of marks.
[[nodiscard]] Result<std::vector<reading::Registration>, AlignProblem>
alignSheet(const MarkFinder& finder, std::span<const Mark> marks, const AlignOptions& options = {});

} // namespace scanstraat::align
