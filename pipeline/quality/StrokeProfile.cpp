// SPDX-License-Identifier: EUPL-1.2
// A box of width w, blurred with deviation s, falls from a fifth to four fifths of its depth over a length e,
// and is d wide at half its depth. Where w is great against s, s is 0.594 e; where it is small, 0.887 e. How
// far a stroke is from either shows in e / d, which runs from 0 to 0.478.
#include "quality/StrokeProfile.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scanstraat::quality {

namespace {

constexpr double kOutside = 0.2; ///< of the depth, where a flank begins
constexpr double kInside = 0.8;

/// Computed from the error function: s / e for a given e / d.
struct FlankShape
{
    double overWidth; ///< e / d
    double deviation; ///< s / e
};
constexpr std::array<FlankShape, 8> kFlankShapes{{{0.21, 0.594},
                                                  {0.33, 0.603},
                                                  {0.388, 0.627},
                                                  {0.416, 0.650},
                                                  {0.44, 0.683},
                                                  {0.458, 0.723},
                                                  {0.469, 0.769},
                                                  {0.478, 0.853}}};

double deviationOverFlank(double overWidth)
{
    if (overWidth <= kFlankShapes.front().overWidth) {
        return kFlankShapes.front().deviation;
    }
    for (std::size_t i = 1; i < kFlankShapes.size(); ++i) {
        const FlankShape& before = kFlankShapes.at(i - 1);
        const FlankShape& after = kFlankShapes.at(i);
        if (overWidth <= after.overWidth) {
            const double part = (overWidth - before.overWidth) / (after.overWidth - before.overWidth);
            return before.deviation + part * (after.deviation - before.deviation);
        }
    }
    return kFlankShapes.back().deviation;
}

/// Brightest, darkest, brightest, ...: the places where the profile turns by `least` levels or more.
std::vector<int> turns(std::span<const float> profile, double least)
{
    std::vector<int> result;
    int extreme = 0;
    bool falling = false;
    for (int i = 1; i < static_cast<int>(profile.size()); ++i) {
        const float step = falling ? profile[i] - profile[extreme] : profile[extreme] - profile[i];
        if (step <= 0) {
            extreme = i;
        } else if (step >= least) {
            result.push_back(extreme);
            extreme = i;
            falling = !falling;
        }
    }
    if (!falling) {
        result.push_back(extreme);
    }
    return result;
}

/// How far from `from` in the direction `step` the profile first reaches `level`; between pixels.
double reach(std::span<const float> profile, int from, int step, double level)
{
    int i = from;
    while (profile[i] < level) {
        i += step;
    }
    if (i == from) {
        return 0.0;
    }
    const double before = profile[i - step];
    return std::abs(i - from) - (profile[i] - level) / (profile[i] - before);
}

} // namespace

void measureStrokes(std::span<const float> profile, double paper, double leastDepth,
                    std::vector<double>& blurs)
{
    const std::vector<int> extremes = turns(profile, leastDepth);
    for (std::size_t i = 1; i + 1 < extremes.size(); i += 2) {
        const int darkest = extremes[i];
        const double ink = profile[darkest];
        const double beside = std::min(profile[extremes[i - 1]], profile[extremes[i + 1]]);
        const double top = std::min(beside, paper);
        if (top - ink < kInside * (paper - ink)) {
            continue;
        }
        const auto distance = [&](double share) {
            const double level = top - share * (top - ink);
            return reach(profile, darkest, -1, level) + reach(profile, darkest, 1, level);
        };
        const double flank = (distance(kOutside) - distance(kInside)) / 2;
        blurs.push_back(flank * deviationOverFlank(flank / distance(0.5)));
    }
}

} // namespace scanstraat::quality
