// SPDX-License-Identifier: EUPL-1.2
#include "quality/StrokeProfile.h"

#include <gtest/gtest.h>

#include <cmath>

namespace scanstraat::quality {
namespace {

constexpr double kPaper = 240.0;
constexpr double kInk = 40.0;

/// Share of a box of width `width` around 0 that a Gaussian of deviation `sigma` spreads to `x`.
double blurredBox(double x, double width, double sigma)
{
    const auto below = [&](double t) { return 0.5 * std::erf(t / (sigma * std::sqrt(2.0))); };
    return below(x + width / 2) - below(x - width / 2);
}

/// 60 pixels with strokes of that width at those places.
std::vector<float> drawn(const std::vector<double>& places, double width, double sigma)
{
    std::vector<float> profile;
    for (int i = 0; i < 60; ++i) {
        double level = kPaper;
        for (const double place : places) {
            level -= (kPaper - kInk) * blurredBox(i - place, width, sigma);
        }
        profile.push_back(static_cast<float>(level));
    }
    return profile;
}

std::vector<double> measured(const std::vector<float>& profile)
{
    std::vector<double> blurs;
    measureStrokes(profile, kPaper, 24.0, blurs);
    return blurs;
}

TEST(StrokeProfile, FindsTheBlurOfAStrokeWhateverItsWidth)
{
    for (const double width : {1.5, 3.0, 6.0, 15.0}) {
        for (const double sigma : {1.0, 2.0, 4.0}) {
            const std::vector<double> blurs = measured(drawn({30.3}, width, sigma));

            ASSERT_EQ(blurs.size(), 1U) << width << " wide, " << sigma;
            EXPECT_NEAR(blurs[0], sigma, 0.08 * sigma + 0.15) << width << " wide, " << sigma;
        }
    }
}

TEST(StrokeProfile, MeasuresEachOfSeveralStrokes)
{
    EXPECT_EQ(measured(drawn({12, 30, 48}, 3.0, 1.5)).size(), 3U);
}

TEST(StrokeProfile, PassesOverStrokesBetweenWhichNoPaperShows)
{
    EXPECT_TRUE(measured(drawn({20, 26, 32, 38}, 3.5, 1.7)).empty());
}

TEST(StrokeProfile, SeesNoStrokeInNoiseOrInAStepOrAtTheEnd)
{
    std::vector<float> noise;
    for (int i = 0; i < 60; ++i) {
        noise.push_back(static_cast<float>(kPaper - 10.0 * ((i * 7) % 3)));
    }

    EXPECT_TRUE(measured(noise).empty());
    EXPECT_TRUE(measured(drawn({60}, 60.0, 1.5)).empty());
    EXPECT_TRUE(measured(drawn({-1}, 4.0, 1.5)).empty());
    EXPECT_TRUE(measured({}).empty());
}

} // namespace
} // namespace scanstraat::quality
