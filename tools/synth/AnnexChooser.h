// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"
#include "form/FormTemplate.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::synth {

/// What decides which annexes come along.
struct AnnexGrounds
{
    const std::map<std::string, std::string>& meant; ///< option by choice field of the main form
    bool selfEmployed = false;
};

struct AnnexChoice
{
    std::vector<const form::FormTemplate*> forms;
    int papers = 0; ///< annexes that no template describes: loose papers
};

/// What a complete application sends along by the rules of its main form. An annex that may be one of
/// several is the form with a template for somebody self-employed, else a loose paper where that is allowed.
/// Every applicant is old enough (Applicant: born before 2013).
[[nodiscard]] AnnexChoice chooseAnnexes(const form::FormTemplate& main,
                                        std::span<const form::FormTemplate> forms,
                                        const AnnexGrounds& grounds, Random& random);

} // namespace scanstraat::synth
