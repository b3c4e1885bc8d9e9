// SPDX-License-Identifier: EUPL-1.2
#include "Confusion.h"

#include "base/Utf8.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace scanstraat::lettertest {

namespace {

using Characters = std::vector<std::string>;

/// Least differences between the ends of two texts from each place on.
class Differences
{
public:
    Differences(const Characters& a, const Characters& b)
        : columns_(b.size() + 1), least_((a.size() + 1) * columns_)
    {
        for (std::size_t i = a.size() + 1; i-- > 0;) {
            for (std::size_t j = b.size() + 1; j-- > 0;) {
                least_[i * columns_ + j] = from(a, b, i, j);
            }
        }
    }

    [[nodiscard]] std::size_t at(std::size_t i, std::size_t j) const { return least_[i * columns_ + j]; }

private:
    [[nodiscard]] std::size_t from(const Characters& a, const Characters& b, std::size_t i,
                                   std::size_t j) const
    {
        if (i == a.size() || j == b.size()) {
            return a.size() - i + b.size() - j;
        }
        return std::min({at(i + 1, j + 1) + (a[i] == b[j] ? 0U : 1U), at(i + 1, j) + 1, at(i, j + 1) + 1});
    }

    std::size_t columns_;
    std::vector<std::size_t> least_;
};

} // namespace

void Confusion::add(const std::string& written, const std::string& read)
{
    const Characters a = charactersOf(written);
    const Characters b = charactersOf(read);
    const Differences rest(a, b);
    characters_ += static_cast<int>(a.size());
    errors_ += static_cast<int>(rest.at(0, 0));
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const bool isBoth =
            i < a.size() && j < b.size() && rest.at(i, j) == rest.at(i + 1, j + 1) + (a[i] == b[j] ? 0U : 1U);
        const bool isMissing = !isBoth && i < a.size() && rest.at(i, j) == rest.at(i + 1, j) + 1;
        ++counts_[{isBoth || isMissing ? a[i] : "", isMissing ? "" : b[j]}];
        i += isBoth || isMissing ? 1 : 0;
        j += isMissing ? 0 : 1;
    }
}

std::vector<Confusion::Pair> Confusion::mistakes() const
{
    std::vector<Pair> pairs;
    for (const auto& [pair, count] : counts_) {
        if (pair.first != pair.second) {
            pairs.push_back({pair.first, pair.second, count});
        }
    }
    std::ranges::stable_sort(pairs, std::greater{}, &Pair::count);
    return pairs;
}

int Confusion::written(const std::string& character) const
{
    int sum = 0;
    for (const auto& [pair, count] : counts_) {
        sum += pair.first == character ? count : 0;
    }
    return sum;
}

std::vector<std::string> Confusion::alphabet() const
{
    std::set<std::string> all;
    for (const auto& [pair, count] : counts_) {
        all.insert(pair.first);
        all.insert(pair.second);
    }
    all.erase("");
    return {all.begin(), all.end()};
}

int Confusion::count(const std::string& written, const std::string& read) const
{
    const auto found = counts_.find({written, read});
    return found == counts_.end() ? 0 : found->second;
}

} // namespace scanstraat::lettertest
