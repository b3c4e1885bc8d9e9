// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace scanstraat::charts {

/// How sure a reader was of what it read, and whether that was right.
struct Belief
{
    double probability = 0.0;
    bool right = false;
    bool reviewed = false; ///< a person looks at it however sure the reader is
};

/// Beliefs of nearly the same probability.
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

/// When the least sure go to people.
struct CurvePoint
{
    double review = 0.0;      ///< share of all that people see
    double error = 0.0;       ///< share of the others that is wrong
    double probability = 0.0; ///< least of those that are accepted
};

/// One point for each number of accepted boxes, from all that are not reviewed anyway to one.
[[nodiscard]] std::vector<CurvePoint> errorAgainstReview(std::vector<Belief> beliefs);

/// Least share of review at which the error is `most` or less; 1 when there is none.
[[nodiscard]] double reviewFor(std::span<const CurvePoint> curve, double most);

} // namespace scanstraat::charts
