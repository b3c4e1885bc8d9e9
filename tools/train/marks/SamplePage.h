// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"

#include <cstdint>
#include <string>
#include <vector>

namespace scanstraat::train {

/// A small scanned page with one choice field and what its boxes are; "" where people would differ.
struct SamplePage
{
    page::PageImage image;
    reading::Registration registration;
    form::Field field;
    std::vector<std::string> states;
};

/// Draws the page that belongs to `seed`.
[[nodiscard]] SamplePage drawSamplePage(std::uint64_t seed);

} // namespace scanstraat::train
