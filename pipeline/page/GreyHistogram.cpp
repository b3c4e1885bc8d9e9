// SPDX-License-Identifier: EUPL-1.2
#include "page/GreyHistogram.h"

#include <numeric>

namespace scanstraat::page {

GreyHistogram::GreyHistogram(const cv::Mat& picture) : total_(static_cast<double>(picture.total()))
{
    // Neighbours mostly have the same level; counting them in different tables spares waiting for the sum.
    std::array<std::array<int, 256>, 4> tables{};
    for (int y = 0; y < picture.rows; ++y) {
        const uchar* row = picture.ptr<uchar>(y);
        int x = 0;
        for (; x + 3 < picture.cols; x += 4) {
            ++tables[0][row[x]];
            ++tables[1][row[x + 1]];
            ++tables[2][row[x + 2]];
            ++tables[3][row[x + 3]];
        }
        for (; x < picture.cols; ++x) {
            ++tables[0][row[x]];
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
    return levelAt(0, share * total_);
}

double GreyHistogram::quantileAbove(int from, double share) const
{
    return levelAt(from, share * std::accumulate(counts_.begin() + from, counts_.end(), 0.0));
}

double GreyHistogram::levelAt(int from, double wanted) const
{
    double sum = 0.0;
    for (auto level = static_cast<std::size_t>(from); level < counts_.size(); ++level) {
        sum += counts_[level];
        if (sum >= wanted) {
            return static_cast<double>(level);
        }
    }
    return static_cast<double>(counts_.size()) - 1.0;
}

} // namespace scanstraat::page
