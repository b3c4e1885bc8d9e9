// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"

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
    /// Index with a chance in proportion to its weight.
    std::size_t pick(const std::vector<double>& weights)
    {
        return static_cast<std::size_t>(
            std::discrete_distribution<int>(weights.begin(), weights.end())(engine_));
    }

private:
    std::mt19937_64 engine_;
};

[[nodiscard]] inline bool holds(const RectMm& area, PointMm place)
{
    return place.x >= area.x && place.x < area.right() && place.y >= area.y && place.y < area.bottom();
}

/// What somebody writes with.
struct Tool
{
    double widthMm = 0.5;
    double darkness = 200.0; ///< of full ink against paper, 0..255
    double grain = 0.1;      ///< 0 even .. 1 pencil on rough paper
    double skipping = 0.0;   ///< share of a stroke in which the ink fails
    /// Cb and Cr of full ink against white paper, each -0.5..0.5; 0: grey.
    cv::Point2d colour{};
};

/// A part of the sheet that ink goes on: 8-bit, 255 is full ink.
struct Layer
{
    Layer(const RectMm& area_, double scale_)
        : area(area_), scale(scale_),
          ink(cvRound(area_.height * scale_), cvRound(area_.width * scale_), CV_8U, cv::Scalar(0))
    {
    }

    RectMm area;
    double scale; ///< pixels per millimetre
    cv::Mat ink;

    /// Share of the box, a little inside its frame, with ink.
    [[nodiscard]] double coverage(const RectMm& box) const;
};

/// Draws strokes into a layer.
class Pen
{
public:
    Pen(Layer& layer, const Tool& tool, Dice& dice) : layer_(layer), tool_(tool), dice_(dice) {}

    [[nodiscard]] double widthMm() const { return tool_.widthMm; }

    /// A hand's line through the points (mm): a little wavy, swelling and thinning.
    void stroke(const std::vector<cv::Point2d>& points);

    /// A filled blob round `centre`.
    void blob(cv::Point2d centre, double radiusMm);

    /// A filled polygon.
    void fill(const std::vector<cv::Point2d>& corners);

private:
    Layer& layer_;
    Tool tool_;
    Dice& dice_;

    [[nodiscard]] cv::Point2d onLayer(cv::Point2d mm) const;
};

} // namespace scanstraat::train
