// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Pen.h"
#include "base/Geometry.h"

namespace scanstraat::train {

/// What a hand does in a box, drawn in millimetres.
class MarkDrawing
{
public:
    MarkDrawing(Pen& pen, const RectMm& box, Dice& dice) : pen_(pen), box_(box), dice_(dice) {}

    void cross();       ///< two strokes, tidy or far out, sometimes gone over twice
    void joinedCross(); ///< a cross in one go: down, up along a side, down again
    void tick();
    void slash();
    void dot();
    void plus();
    void loop();                   ///< a small curl or circle in the box
    void blackSolid();             ///< filled evenly, edges ragged
    void blackHatched(double gap); ///< back and forth; `gap` in pen widths between strokes
    void halfFilled();             ///< filled over a part: neither a cross nor black
    void runOut();                 ///< a cross over what is there, ends clearly outside
    void strokeEnd();              ///< the end of a neighbour's stroke that just comes in

private:
    Pen& pen_;
    RectMm box_;
    Dice& dice_;

    [[nodiscard]] cv::Point2d at(double x, double y, double jitter) const;
    [[nodiscard]] double side() const { return box_.width; }
    void diagonals(double half, double jitter, cv::Point2d centre);
};

} // namespace scanstraat::train
