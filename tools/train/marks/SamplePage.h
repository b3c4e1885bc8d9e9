// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "MarkKinds.h"
#include "SampleScan.h"
#include "form/FormTemplate.h"

#include <cstdint>
#include <vector>

namespace scanstraat::train {

/// A small scanned page and what was done to its boxes, field after field.
struct SamplePage
{
    form::Page layout;
    std::vector<DrawnMark> marks;
    SampleScan scan;
};

/// Draws the page that belongs to `seed`.
[[nodiscard]] SamplePage drawSamplePage(std::uint64_t seed, Mix mix);

} // namespace scanstraat::train
