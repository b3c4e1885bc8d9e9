// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Pen.h"

namespace scanstraat::train {

/// What a hand does in a box, drawn in millimetres.
class MarkDrawing
{
public:
    MarkDrawing(Pen& pen, const RectMm& box, Dice& dice) : pen_(pen), box_(box), dice_(dice) {}

    void cross();       ///< two strokes, tidy or far out
    void crossAgain();  ///< a cross gone over two or three times
    void halfCross();   ///< one stroke and a piece of the other
    void joinedCross(); ///< a cross in one go: down, up along a side, down again
    void star();        ///< three strokes through the middle
    void tick();
    void slash();
    void dot();
    void plus();
    void loop();                    ///< a small curl or circle in the box
    void blackSolid();              ///< filled evenly, edges ragged
    void blackHatched(double gap);  ///< back and forth; `gap` in pen widths between strokes
    void blackDiagonal(double gap); ///< the same slantwise, from edge to edge
    void blackSpiral(double gap);   ///< round and round
    void scribble(double length);   ///< a tangle inside the box; `length` in sides
    void halfFilled();              ///< filled over a part: neither a cross nor black
    void runOut();                  ///< a cross over what is there, ends clearly outside
    void runOutOnce();              ///< one diagonal or tick over what is there, an end clearly outside
    void strokeEnd();               ///< the end of a neighbour's stroke that just comes in
    void circleAround();            ///< a ring round the box
    /// A ring round the box above, below or beside that touches this one; returns what it rings.
    RectMm neighboursRing();
    void circleLabel();               ///< a ring round the text at the right of the box
    void strikeOut();                 ///< a line, wave or zigzag through the box and the text beside it
    void underline();                 ///< below the text beside the box
    void beside();                    ///< a cross or tick next to the box
    void across(const RectMm& other); ///< one large cross over both boxes
    void questionMark();
    void writingNearby(); ///< a few letters near the box, not in it

private:
    Pen& pen_;
    RectMm box_;
    Dice& dice_;

    /// How far the strokes of one hatching go, in half sides from the middle.
    struct Hatching
    {
        double reach = 1.0;
        double unevenness = 0.0; ///< share of it that a stroke's end may fall short

        [[nodiscard]] double end(Dice& dice) const;
    };

    [[nodiscard]] cv::Point2d at(double x, double y, double jitter) const;
    [[nodiscard]] double side() const { return box_.width; }
    [[nodiscard]] Hatching hatching() const;
    void diagonals(double half, double jitter, cv::Point2d centre);
    void ring(cv::Point2d centre, cv::Point2d radius, double turns);
};

} // namespace scanstraat::train
