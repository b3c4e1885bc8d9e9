// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <array>

namespace scanstraat::page {

/// How often each of the 256 levels occurs in an 8-bit picture of one channel.
class GreyHistogram
{
public:
    explicit GreyHistogram(const cv::Mat& picture);

    /// The lowest level up to which at least `share` (0..1) of the pixels lie; 0 for an empty picture.
    [[nodiscard]] double quantile(double share) const;

    /// The same of the pixels of level `from` (0..255) and above; `from` when there are none.
    [[nodiscard]] double quantileAbove(int from, double share) const;

private:
    std::array<int, 256> counts_{};
    double total_ = 0.0;

    /// Where the pixels from level `from` on reach that number.
    [[nodiscard]] double levelAt(int from, double wanted) const;
};

} // namespace scanstraat::page
