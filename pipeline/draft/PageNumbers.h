// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <vector>

namespace scanstraat::draft {

/// Finds the line at the bottom of each page that counts the pages, makes it the page's footer and takes its
/// number; pages without one get numbers that are free.
void numberPages(std::vector<form::Page>& pages);

} // namespace scanstraat::draft
