// SPDX-License-Identifier: EUPL-1.2
#include "charts/Beliefs.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::charts {

namespace {

Bin binOf(std::span<const Belief> beliefs)
{
    Bin bin;
    for (const Belief& belief : beliefs) {
        ++bin.count;
        bin.probability += belief.probability;
        bin.right += belief.right ? 1.0 : 0.0;
    }
    bin.probability /= std::max(1.0, double(bin.count));
    bin.right /= std::max(1.0, double(bin.count));
    return bin;
}

} // namespace

std::vector<Bin> equalCountBins(std::vector<Belief> beliefs, std::size_t bins)
{
    std::ranges::stable_sort(beliefs, {}, &Belief::probability);
    std::vector<Bin> result;
    for (std::size_t i = 0; i < bins; ++i) {
        const std::size_t from = beliefs.size() * i / bins;
        const std::size_t to = beliefs.size() * (i + 1) / bins;
        if (to > from) {
            result.push_back(binOf(std::span(beliefs).subspan(from, to - from)));
        }
    }
    return result;
}

std::vector<Bin> equalWidthBins(std::span<const Belief> beliefs, std::size_t bins)
{
    std::vector<std::vector<Belief>> parts(bins);
    for (const Belief& belief : beliefs) {
        const auto at = static_cast<std::size_t>(belief.probability * double(bins));
        parts[std::min(at, bins - 1)].push_back(belief);
    }
    std::vector<Bin> result;
    for (const auto& part : parts) {
        if (!part.empty()) {
            result.push_back(binOf(part));
        }
    }
    return result;
}

double calibrationError(std::span<const Bin> bins)
{
    double sum = 0.0;
    double count = 0.0;
    for (const Bin& bin : bins) {
        sum += double(bin.count) * std::abs(bin.right - bin.probability);
        count += double(bin.count);
    }
    return count > 0 ? sum / count : 0.0;
}

std::vector<CurvePoint> errorAgainstReview(std::vector<Belief> beliefs)
{
    const double all = double(beliefs.size());
    std::erase_if(beliefs, [](const Belief& belief) { return belief.reviewed; });
    std::ranges::stable_sort(beliefs, std::greater{}, &Belief::probability);
    std::vector<CurvePoint> curve;
    double wrong = 0.0;
    for (std::size_t i = 0; i < beliefs.size(); ++i) {
        wrong += beliefs[i].right ? 0.0 : 1.0;
        curve.push_back({1.0 - double(i + 1) / all, wrong / double(i + 1), beliefs[i].probability});
    }
    std::ranges::reverse(curve);
    return curve;
}

double reviewFor(std::span<const CurvePoint> curve, double most)
{
    for (const CurvePoint& point : curve) {
        if (point.error <= most) {
            return point.review;
        }
    }
    return 1.0;
}

} // namespace scanstraat::charts
