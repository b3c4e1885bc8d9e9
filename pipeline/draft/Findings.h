// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"
#include "form/FormTemplate.h"

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace scanstraat::draft {

/// A closed printed outline: box, cell of a comb or table, frame, round box.
struct Frame
{
    RectMm middle;       ///< along the middle of the printed line
    double lineMm = 0.0; ///< 0: no line, a bright place in a tint
    bool round = false;
    double inked = 0.0;     ///< share of the inside that is printed on
    double freeFrom = 0.0;  ///< mm from the top of the inside below which nothing is printed
    double freeAfter = 0.0; ///< mm from the left of the inside after which nothing is printed

    [[nodiscard]] RectMm outer() const { return middle.grown(lineMm / 2); }
};

/// A straight printed line along x or y.
struct Rule
{
    bool vertical = false;
    double from = 0.0; ///< mm along the line
    double to = 0.0;
    double at = 0.0; ///< mm across it, its middle
    double widthMm = 0.25;
    bool broken = false;  ///< dotted or dashed
    double clearMm = 0.0; ///< of a rule along x: height above it in which nothing is printed

    [[nodiscard]] double length() const { return to - from; }
    [[nodiscard]] RectMm area() const
    {
        return vertical ? RectMm{at - widthMm / 2, from, widthMm, length()}
                        : RectMm{from, at - widthMm / 2, length(), widthMm};
    }
};

/// A comb of a base line with short ticks; cells lie between the ticks, along the middles of the lines.
struct TickComb
{
    std::vector<RectMm> cells;
    double lineMm = 0.25;
};

struct FoundBarcode
{
    std::string symbology; ///< as in templates ("code39"), or as ZXing names what they do not know
    std::string payload;
    RectMm zone;
};

/// A line of printed text.
struct TextLine
{
    RectMm area;
    double baseline = 0.0; ///< mm from the top of the sheet
    double sizePt = 9.0;
    std::string text;   ///< UTF-8
    bool isSure = true; ///< false: read from a picture with little confidence
};

struct TextWord
{
    RectMm area;
    std::string text; ///< UTF-8
};

/// A dark piece of print: pixels that touch each other.
struct Blot
{
    RectMm area;
    double share = 0.0; ///< of its bounding box that is dark
    int holes = 0;      ///< places that it encloses; counted of about square ones only
};

/// All that is printed on one page, before anybody asks what it means.
struct PageFindings
{
    std::vector<form::AdjustmentField> marks;
    std::vector<FoundBarcode> barcodes;
    std::vector<Frame> frames;
    std::vector<Rule> rules; ///< that are no side of a frame or comb
    std::vector<TickComb> tickCombs;
    std::vector<form::PrintedBox> fills;
    std::vector<TextLine> texts;
    std::vector<TextWord> words;
    std::vector<Blot> blots;
};

} // namespace scanstraat::draft
