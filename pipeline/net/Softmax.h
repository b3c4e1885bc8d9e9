// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

namespace scanstraat::net {

/// Turns the scores of one sample into probabilities, in place: exp(score / temperature), made to sum to 1.
/// `temperature` (above 0) makes them as sure as they are right (Guo et al., 2017).
void softmax(std::span<double> scores, double temperature = 1.0);

} // namespace scanstraat::net
