// SPDX-License-Identifier: EUPL-1.2
#include "page/GreyHistogram.h"

namespace scanstraat::page {

GreyHistogram::GreyHistogram(const cv::Mat& picture) : total_(static_cast<double>(picture.total()))
{
    // Neighbours mostly have the same level; counting them in different tables spares waiting for the sum.
    std::array<std::array<int, 256>, 4> tables{};
    for (int y = 0; y < picture.rows; ++y) {
        const uchar* row = picture.ptr<uchar>(y);
        for (int x = 0; x < picture.cols; ++x) {
            ++tables[static_cast<std::size_t>(x) % tables.size()][row[x]];
        }
    }
    for (std::size_t level = 0; level < counts_.size(); ++level) {
        for (const auto& table : tables) {
            counts_[level] += table[level];
        }
    }
}

double GreyHistogram::quantile(double share) const
{
    const double wanted = share * total_;
    double sum = 0.0;
    for (std::size_t level = 0; level < counts_.size(); ++level) {
        sum += counts_[level];
        if (sum >= wanted) {
            return static_cast<double>(level);
        }
    }
    return static_cast<double>(counts_.size()) - 1.0;
}

} // namespace scanstraat::page
