// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <optional>
#include <string>
#include <vector>

namespace scanstraat::reading {

/// An amount that an application may cost, in whole euros, and when, in Dutch.
struct PossibleFee
{
    int euros = 0;
    std::string condition; ///< empty: there is no other
};

/// What an application with that form costs ('leges').
struct Fee
{
    std::string form;
    std::optional<int> euros;          ///< none: open
    std::vector<PossibleFee> possible; ///< what the answers leave over
    std::vector<std::string> reasons;  ///< Dutch: why it is open
};

/// One application: the pages that belong together, in the order of the forms, with what was found.
/// A page that is in the envelope twice stays in `pages`; the first one gives the fields.
struct Record
{
    std::string id; ///< unique in the run, a safe file name: derived from the source file
    std::vector<PageReading> pages;
    std::vector<Finding> findings; ///< about the application; those of pages stay there
    std::vector<Fee> fees;
    std::vector<std::string> modelVersions; ///< "letters 1", "marks 1"
};

} // namespace scanstraat::reading
