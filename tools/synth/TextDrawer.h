// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Difficulty.h"
#include "Sheet.h"
#include "Writer.h"
#include "form/FormTemplate.h"

#include <string>
#include <vector>

namespace scanstraat::synth {

/// How one person writes on one form.
struct Hand
{
    Writer* writer = nullptr;
    double sizeShare = 0.62; ///< height of a capital against the cell or the line
    double slant = 0.0;
    double spacing = 0.16; ///< between letters on an open line, in capitals' heights
    double drift = 0.0;    ///< rise of the writing line, mm per mm
    double unrest = 1.0;   ///< scales all jitter
    double pressure = 1.0;
    bool isSteady = false; ///< letters and gaps do not wander at all
};

[[nodiscard]] Hand randomHand(Writer& writer, Difficulty difficulty, Random& random);

/// Writes with one hand and the sheet's pen.
class TextDrawer
{
public:
    TextDrawer(Sheet& sheet, const Hand& hand, Random& random) : sheet_(sheet), hand_(hand), random_(random)
    {
    }

    /// One character of `characters` a cell, UTF-8; an empty string leaves its cell empty.
    void writeComb(const std::vector<RectMm>& cells, const std::vector<std::string>& characters);

    /// One text a writing line; what is too wide is written narrower.
    void writeLines(const std::vector<RectMm>& lines, const std::vector<std::string>& texts);

    /// Characters that surely fit on a writing line of this size.
    [[nodiscard]] static std::size_t charactersThatFit(const RectMm& line);

private:
    struct Placed;

    void writeCharacter(const Placed& placed);
    void addMarks(const Placed& placed, const LetterShape& shape, cv::Point topLeft);
    void writeLine(const RectMm& line, const std::u32string& text);
    [[nodiscard]] LetterStyle styleFor(double capHeightMm) const;

    Sheet& sheet_;
    Hand hand_;
    Random& random_;
};

} // namespace scanstraat::synth
