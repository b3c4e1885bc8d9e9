// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <opencv2/core.hpp>

#include <vector>

namespace scanstraat::marks {

/// What a page prints, drawn roughly: enough to tell a stroke of the pen from a frame, a line of a table or
/// a label. Thread safe.
class ExpectedPrint
{
public:
    static constexpr int kOwnFrame = 255;
    static constexpr int kOtherLine = 160; ///< frames of other fields, printed lines
    static constexpr int kText = 80;       ///< all of the band that a run of text stands in

    explicit ExpectedPrint(const form::Page& layout);

    /// `area` (mm of the form, square) as `side` x `side` pixels, 8-bit, 0 where nothing is printed; `own`:
    /// the box in question, which must be an option of the page.
    [[nodiscard]] cv::Mat draw(const RectMm& area, int side, const RectMm& own) const;

private:
    struct Frame
    {
        RectMm box;
        double lineMm = 0.25;
        bool round = false;
    };

    std::vector<Frame> frames_;
    std::vector<RectMm> bars_;  ///< printed lines as filled rectangles
    std::vector<RectMm> texts_; ///< bands of text
};

} // namespace scanstraat::marks
