// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "align/PrintedLines.h"
#include "page/PageImage.h"
#include "reading/PageReading.h"

#include <vector>

namespace scanstraat::align {

/// Checks and improves a registration by what a page prints: independent of the adjustment fields, and all
/// there is where they are gone. Const member functions are thread safe.
class PrintFitter
{
public:
    explicit PrintFitter(const form::Page& page);

    /// The registration with its map moved onto the printed lines, and with linesSought, linesFound,
    /// lineResidualMm and uncertaintyMm filled in. How far off `start` may be follows from its marks: 1.5 mm
    /// with three, 3 mm with fewer. A page that prints no lines keeps its map.
    [[nodiscard]] reading::Registration fit(const page::PageImage& image,
                                            const reading::Registration& start) const;

private:
    std::vector<LinePiece> lines_;
    std::vector<PointMm> answers_; ///< middles of the answers' parts
};

/// True where fields may be read by this registration: enough printed lines are where it puts them, they fit
/// together, and its map is certain enough at every answer. `answers`: the page has answers at all.
[[nodiscard]] bool isTrusted(const reading::Registration& registration, bool answers);

} // namespace scanstraat::align
