// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "evaluate/Truth.h"
#include "reading/Holding.h"
#include "reading/Record.h"

#include <string>
#include <vector>

namespace scanstraat::evaluate {

/// How well the pages of envelopes were put together into applications.
struct AssemblyCounts
{
    int envelopes = 0;
    int assembled = 0; ///< all pages of their applicants in one record each; strays do not count
    int pages = 0;
    int placed = 0;                   ///< in the record of their own application
    int astray = 0;                   ///< in the record of another application: must be 0
    int held = 0;                     ///< of an application of the envelope, but with the pages for a person
    int lost = 0;                     ///< nowhere
    int strays = 0;                   ///< pages of somebody else that had strayed in
    int straysKept = 0;               ///< of those: apart from the envelope's applications
    int defects = 0;                  ///< pages and forms that are missing or there twice
    int found = 0;                    ///< of those: a finding says so
    int clean = 0;                    ///< envelopes in which nothing is the matter
    int invented = 0;                 ///< findings on those that something is
    std::vector<std::string> remarks; ///< what went wrong, by envelope

    [[nodiscard]] double assembledShare() const;
};

/// Judges by the truths that tell their envelope; without any, all counts are 0.
[[nodiscard]] AssemblyCounts judgeAssembly(const std::vector<Truth>& truths,
                                           const std::vector<reading::Record>& records,
                                           const std::vector<reading::Holding>& holdings);

} // namespace scanstraat::evaluate
