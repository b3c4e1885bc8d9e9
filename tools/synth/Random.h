// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <stdexcept>
#include <vector>

namespace scanstraat::synth {

/// A stream of random numbers that is the same on every machine: the distributions of the standard
/// library are not. Not thread safe.
class Random
{
public:
    /// Streams with different `stream` numbers are independent of each other.
    Random(std::uint64_t seed, std::uint64_t stream) : engine_(mix(seed) ^ mix(stream * 2 + 1)) {}

    std::uint64_t bits() { return engine_(); }

    /// 0 <= value < 1.
    double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }

    /// low <= value <= high.
    int integer(int low, int high)
    {
        return low + static_cast<int>(uniform() * static_cast<double>(high - low + 1));
    }
    std::size_t index(std::size_t size) { return static_cast<std::size_t>(uniform() * double(size)); }

    double normal(double mean, double deviation)
    {
        const double u = 1.0 - uniform();
        const double v = uniform();
        return mean + deviation * std::sqrt(-2.0 * std::log(u)) * std::cos(6.283185307179586 * v);
    }

    /// Index into `weights`, each with a chance in proportion to its weight.
    std::size_t weighted(std::initializer_list<double> weights)
    {
        double total = 0.0;
        for (const double weight : weights) {
            total += weight;
        }
        double rest = uniform() * total;
        std::size_t at = 0;
        for (const double weight : weights) {
            if (rest < weight) {
                return at;
            }
            rest -= weight;
            ++at;
        }
        return weights.size() - 1;
    }

    template <typename T>
    const T& pick(const std::vector<T>& values)
    {
        if (values.empty()) {
            throw std::logic_error("Random::pick: nothing to pick from");
        }
        return values[index(values.size())];
    }

private:
    /// The finaliser of splitmix64: spreads close seeds far apart.
    static std::uint64_t mix(std::uint64_t value)
    {
        value += 0x9e3779b97f4a7c15ULL;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
        return value ^ (value >> 31);
    }

    std::mt19937_64 engine_;
};

} // namespace scanstraat::synth
