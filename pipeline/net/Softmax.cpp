// SPDX-License-Identifier: EUPL-1.2
#include "net/Softmax.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::net {

void softmax(std::span<double> scores, double temperature)
{
    if (scores.empty()) {
        return;
    }
    const double largest = *std::ranges::max_element(scores); // no overflow
    double sum = 0.0;
    for (double& score : scores) {
        score = std::exp((score - largest) / temperature);
        sum += score;
    }
    for (double& score : scores) {
        score /= sum;
    }
}

} // namespace scanstraat::net
