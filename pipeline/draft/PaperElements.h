// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/BlankReader.h"
#include "form/FormTemplate.h"

#include <string>
#include <vector>

namespace scanstraat::draft {

/// What a printed thing is, so that like is compared with like.
/// `tickCell`: of a comb without outlines, whose height nobody prints; `baseline`: under a place to write
/// that has no frame; `fill`: a tinted area.
enum class ElementKind { box, rule, mark, barcode, tickCell, baseline, fill };

/// Something printed at a place, in the template or on paper. Boxes are given by their outer edges.
struct Element
{
    ElementKind kind = ElementKind::box;
    RectMm area;
    std::string name; ///< "option man of field 7101.1.3"; "rule"
    /// On paper: somebody could write in it. What else is printed may be missing in a template.
    bool isAnswer = false;
};

/// Everything that a page's template says is printed and that can be measured.
[[nodiscard]] std::vector<Element> elementsOf(const form::Page& page);

/// Everything that was found on paper, with the answers of the draft that it makes.
[[nodiscard]] std::vector<Element> elementsOf(const BlankPage& paper);

/// Places in the template that explain a box or rule on paper without being compared with it: printed boxes
/// and fields without a frame.
[[nodiscard]] std::vector<RectMm> explainedPlaces(const form::Page& page);

} // namespace scanstraat::draft
