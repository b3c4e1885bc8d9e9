// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Case.h"

#include <span>
#include <vector>

namespace scanstraat::marktest {

/// How sure the reader was of its likeliest state, and whether that was right.
struct Belief
{
    double probability = 0.0;
    bool right = false;
    bool reviewed = false; ///< the likeliest state is 'unclear': a person looks at it anyway
};

/// Of the boxes on pages that were read.
[[nodiscard]] std::vector<Belief> beliefsOf(std::span<const BoxCase> boxes);

/// Boxes of nearly the same probability.
struct Bin
{
    std::size_t count = 0;
    double probability = 0.0; ///< mean
    double right = 0.0;       ///< share
};

/// `bins` bins with equally many, by rising probability; as many as there are at most.
[[nodiscard]] std::vector<Bin> equalCountBins(std::vector<Belief> beliefs, std::size_t bins);

/// `bins` bins of equal width from 0 to 1; empty ones are left out.
[[nodiscard]] std::vector<Bin> equalWidthBins(std::span<const Belief> beliefs, std::size_t bins);

/// Expected calibration error: mean distance of the share that is right from the mean probability.
[[nodiscard]] double calibrationError(std::span<const Bin> bins);

/// When the least sure boxes go to people.
struct CurvePoint
{
    double review = 0.0;      ///< share of all boxes that people see
    double error = 0.0;       ///< share of the others that is wrong
    double probability = 0.0; ///< least of those that are accepted
};

/// One point for each number of accepted boxes, from all that are not reviewed anyway to one.
[[nodiscard]] std::vector<CurvePoint> errorAgainstReview(std::vector<Belief> beliefs);

/// Least share of review at which the error is `most` or less; 1 when there is none.
[[nodiscard]] double reviewFor(std::span<const CurvePoint> curve, double most);

/// Numbers of one row of a table.
struct Tally
{
    std::size_t count = 0;
    std::size_t right = 0;
    std::size_t wrong = 0; ///< accepted
    std::size_t review = 0;
    std::size_t missed = 0; ///< to review though the truth is a clear state

    void add(const BoxCase& box);
};

} // namespace scanstraat::marktest
