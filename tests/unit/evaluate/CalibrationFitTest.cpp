// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/CalibrationFit.h"

#include <gtest/gtest.h>

#include <cmath>

namespace scanstraat::evaluate {
namespace {

double sigmoid(double value)
{
    return 1.0 / (1.0 + std::exp(-value));
}

/// Fields read with log odds from -2 to 8, right as often as slope * z + offset says.
std::vector<Judged> fieldsThatFollow(double slope, double offset)
{
    constexpr int kEach = 200;
    std::vector<Judged> judged;
    for (double z = -2.0; z <= 8.0; z += 0.5) {
        const int right = static_cast<int>(std::round(kEach * sigmoid(slope * z + offset)));
        for (int i = 0; i < kEach; ++i) {
            judged.push_back({sigmoid(z), i < right});
        }
    }
    return judged;
}

TEST(CalibrationFit, FindsTheLineThatTheFieldsFollow)
{
    const reading::Curve fit = fitLogistic(fieldsThatFollow(0.6, -0.8), {{}, 10.0, 10.0});

    EXPECT_NEAR(fit.slope, 0.6, 0.03);
    EXPECT_NEAR(fit.offset, -0.8, 0.05);
}

TEST(CalibrationFit, WithoutFieldsItStaysWhereItBegan)
{
    const reading::Curve fit = fitLogistic({}, {{0.7, 0.2}, 0.5, 2.0});

    EXPECT_DOUBLE_EQ(fit.slope, 0.7);
    EXPECT_DOUBLE_EQ(fit.offset, 0.2);
}

TEST(CalibrationFit, AFewFieldsDoNotMoveItFar)
{
    const std::vector<Judged> allRight(3, {0.9, true});

    const reading::Curve fit = fitLogistic(allRight, {{1.0, 0.0}, 0.1, 0.3});

    EXPECT_NEAR(fit.slope, 1.0, 0.1);
    EXPECT_NEAR(fit.offset, 0.0, 0.1);
}

TEST(CalibrationFit, SurvivesFieldsThatWereCertainAndWrong)
{
    const reading::Curve fit = fitLogistic({{1.0, false}, {1.0, false}, {0.0, true}}, {});

    EXPECT_TRUE(std::isfinite(fit.slope));
    EXPECT_TRUE(std::isfinite(fit.offset));
    EXPECT_GT(fit.slope, 0.0);
}

TEST(CalibrationFit, AcceptsAsManyAsTheTargetAllows)
{
    std::vector<Judged> judged(2000, {0.9999, true});
    judged.insert(judged.end(), 98, {0.95, true});
    judged.insert(judged.end(), 2, {0.95, false});

    EXPECT_DOUBLE_EQ(acceptanceFor(judged, 0.001), 0.95) << "2 of 2,100";

    judged.push_back({0.95, false});

    EXPECT_DOUBLE_EQ(acceptanceFor(judged, 0.001), 0.9999);
}

TEST(CalibrationFit, AcceptsNothingThatIsAsSureAsSomethingWrong)
{
    std::vector<Judged> judged(500, {0.9999, true});
    judged.push_back({0.9995, false});
    judged.insert(judged.end(), 100, {0.9995, true});

    EXPECT_DOUBLE_EQ(acceptanceFor(judged, 0.001), 0.9999);
}

TEST(CalibrationFit, KeepsADistanceFromTheSurestWrongFieldWhereFewWereSeen)
{
    std::vector<Judged> few(249, {0.98, true});
    few.push_back({0.97, false});
    std::vector<Judged> many(1999, {0.98, true});
    many.push_back({0.97, false});

    EXPECT_DOUBLE_EQ(acceptanceForOthers(few, 0.001), 0.99) << "half the doubt: a quarter of an error in 250";
    EXPECT_DOUBLE_EQ(acceptanceForOthers(many, 0.001), 0.97)
        << "two errors in 2,000 are to be expected, and allowed";
    EXPECT_DOUBLE_EQ(acceptanceForOthers({}, 0.001), 1.0);
}

TEST(CalibrationFit, AcceptsNothingWhereNothingIsKnown)
{
    EXPECT_DOUBLE_EQ(acceptanceFor({}, 0.001), 1.0);
    EXPECT_DOUBLE_EQ(acceptanceFor({{0.5, false}}, 0.001), 1.0);
}

TEST(CalibrationFit, ComesOnTopOfTheCalibrationThatWasUsed)
{
    Report report;
    report.kinds["name"].judged = fieldsThatFollow(0.5, -1.0);
    reading::Calibration used;
    used.set("name", {2.0, 0.4, 0.9});

    const reading::Curve curve = fitCalibration(report, used).of("name");

    EXPECT_NEAR(curve.slope, 1.0, 0.05);
    EXPECT_NEAR(curve.offset, 0.5 * 0.4 - 1.0, 0.1);
}

TEST(CalibrationFit, AcceptsNoFieldThatIsUnsureItself)
{
    Report report;
    report.kinds["name"].judged.assign(300, {0.7, true});
    report.kinds["name"].judged.insert(report.kinds["name"].judged.end(), 100, {0.6, false});

    EXPECT_GE(fitCalibration(report, {}).of("name").acceptFrom, kLeastSure);
}

TEST(CalibrationFit, LeavesOutWhatARuleHasSpokenAgainst)
{
    Report report;
    report.kinds["bsn"].judged = fieldsThatFollow(1.0, 0.0);
    const reading::Curve clean = fitCalibration(report, {}).of("bsn");
    report.kinds["bsn"].judged.insert(report.kinds["bsn"].judged.end(), 500, {0.5, false});

    EXPECT_DOUBLE_EQ(fitCalibration(report, {}).of("bsn").offset, clean.offset);
}

} // namespace
} // namespace scanstraat::evaluate
