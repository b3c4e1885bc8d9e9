// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "FontWriter.h"
#include "MarkKind.h"
#include "Scenario.h"
#include "Sheet.h"
#include "form/FormTemplate.h"

#include <opencv2/core.hpp>

#include <vector>

namespace scanstraat::marktest {

/// What was drawn in one box.
struct MarkedBox
{
    std::size_t field = 0; ///< indices into the page's fields and the field's options
    std::size_t option = 0;
    std::size_t kind = 0; ///< index into markKinds()
    bool dropped = false; ///< the ink does not bear the truth out: not to be judged
};

struct MarkedPage
{
    synth::Sheet sheet;
    std::vector<MarkedBox> boxes; ///< all of the page, in its order
};

/// How a page is to be marked.
struct MarkingOrder
{
    Set set = Set::ordinary;
    synth::Pen pen;
    synth::Difficulty difficulty = synth::Difficulty::normal;
};

/// Marks and writes on pages, one person a page.
class PageMarker
{
public:
    /// `writers` must outlive the marker. `rates`: of the ordinary set.
    PageMarker(synth::FontWriters& writers, const Rates& rates) : writers_(writers), rates_(rates) {}

    /// `print`: the blank page at synth::kSheetPixelsPerMm.
    [[nodiscard]] MarkedPage mark(const form::Page& page, const cv::Mat& print, const MarkingOrder& order,
                                  synth::Random& random) const;

private:
    synth::FontWriters& writers_;
    Rates rates_;
};

/// Where the marks of a choice field go; labels as printed.
[[nodiscard]] std::vector<MarkPlace> placesOf(const form::Page& page, const form::Field& field);

/// Draws one mark, again and again until its ink bears the truth out; false, and no ink, when it never does.
[[nodiscard]] bool drawTruly(synth::Sheet& sheet, MarkHand& hand, const MarkKind& kind,
                             const MarkPlace& place);

} // namespace scanstraat::marktest
