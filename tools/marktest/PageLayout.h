// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"
#include "form/FormTemplate.h"

#include <string>

namespace scanstraat::marktest {

/// How the checkboxes of a question look; lengths in mm.
struct BoxStyle
{
    double sideMm = 4.0;
    double lineMm = 0.25;
    double labelGapMm = 2.0; ///< from box to label
    double pitchGapMm = 1.5; ///< between boxes one below the other
    double textPt = 8.0;
    form::BoxShape shape = form::BoxShape::square;
};

/// Puts questions on a page. Each method fills the top of `area` and returns the height that it took, or 0
/// when there is no room.
class PageLayout
{
public:
    /// References must outlive the layout; field ids begin with `form`.
    PageLayout(form::Page& page, std::string form, synth::Random& random);

    void text(PointMm at, const std::string& words, double sizePt, bool bold);

    /// One of or any of so many options, one below the other.
    double group(const RectMm& area, int options, const BoxStyle& style);

    /// Ja and nee side by side.
    double yesNo(const RectMm& area, const BoxStyle& style);

    /// Seven days and `rows` parts of a day; each row is a field, with printed lines around its boxes.
    double week(const RectMm& area, int rows, const BoxStyle& style);

    /// Combs and lines to write on, as many as there is room for.
    void writing(const RectMm& area);

private:
    form::Field& addField(form::FieldKind kind, form::Writing writing, const std::string& label);
    double question(const RectMm& area, double sizePt);
    void addOption(form::Field& field, PointMm topLeft, const BoxStyle& style, const std::string& label);
    void comb(const RectMm& area);
    void lines(const RectMm& area);

    form::Page& page_;
    std::string form_;
    synth::Random& random_;
};

} // namespace scanstraat::marktest
