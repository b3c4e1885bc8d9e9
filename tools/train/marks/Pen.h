// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <random>
#include <vector>

namespace scanstraat::train {

/// Random numbers with a fixed seed: the same seed draws the same page.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    double between(double low, double high)
    {
        return std::uniform_real_distribution<double>(low, high)(engine_);
    }
    double normal(double sigma) { return std::normal_distribution<double>(0.0, sigma)(engine_); }
    int whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }
    bool chance(double share) { return between(0.0, 1.0) < share; }

private:
    std::mt19937_64 engine_;
};

/// Draws strokes into a layer of ink: 8-bit, 255 is full ink.
class Pen
{
public:
    Pen(cv::Mat& layer, double pixelsPerMm, double widthMm, Dice& dice)
        : layer_(layer), scale_(pixelsPerMm), widthMm_(widthMm), dice_(dice)
    {
    }

    [[nodiscard]] double widthMm() const { return widthMm_; }

    /// A hand's line through the points (mm): a little wavy, swelling and thinning.
    void stroke(const std::vector<cv::Point2d>& points);

    /// A filled blob round `centre`.
    void blob(cv::Point2d centre, double radiusMm);

    /// A filled polygon.
    void fill(const std::vector<cv::Point2d>& corners);

private:
    cv::Mat& layer_;
    double scale_;
    double widthMm_;
    Dice& dice_;
};

} // namespace scanstraat::train
