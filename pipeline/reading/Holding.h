// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <string>
#include <vector>

namespace scanstraat::reading {

/// An application that a held page may belong to.
struct Candidate
{
    std::string record; ///< Record::id
    double probability = 0.0;
};

/// A page that is part of no application until a person has said of which; why is its last finding.
struct HeldPage
{
    PageReading page;
    std::vector<Candidate> candidates; ///< likeliest first; their probabilities may sum to less than 1
};

/// The pages of one envelope that wait for a person.
struct Holding
{
    std::string id; ///< unique in the run among holdings, a safe file name: derived from the source file
    std::vector<HeldPage> pages; ///< in scan order; none is empty
};

} // namespace scanstraat::reading
