// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/Batch.h"

#include <span>

namespace scanstraat::app {

/// Names each file that could not be read on stderr, with the cause.
void logFailures(std::span<const FileFailure> failures);

/// Names the page on stderr, with the cause, when it failed. True then.
bool logIfFailed(const reading::PageReading& page);

} // namespace scanstraat::app
