// SPDX-License-Identifier: EUPL-1.2
#include "reading/Calibration.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace scanstraat::reading {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// With what the file is refused; empty when it is not.
std::string refusal(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "calibration.json", text);
    try {
        const Calibration calibration(folder / "calibration.json");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        EXPECT_THAT(error.what(), HasSubstr("calibration.json"));
        return error.what();
    }
    return "";
}

std::string withKinds(const std::string& kinds)
{
    return R"({"schema": "scanstraat/calibration/1", "version": "calibration 1", "kinds": {)" + kinds + "}}";
}

TEST(Calibration, ACurveShiftsLogOdds)
{
    const Curve straight{2.0, 0.0, 1.0};
    const Curve raised{1.0, 1.0, 1.0};

    EXPECT_DOUBLE_EQ(straight.probability(0.5), 0.5);
    EXPECT_NEAR(straight.probability(0.9), 81.0 / 82.0, 1e-12);
    EXPECT_GT(raised.probability(0.5), 0.7);
    EXPECT_EQ(straight.probability(0.0), 0.0);
    EXPECT_EQ(straight.probability(1.0), 1.0);
}

TEST(Calibration, WhatIsNotKnownIsNotAccepted)
{
    const Curve& curve = Calibration().of("name");

    EXPECT_EQ(curve.probability(0.7), 0.7);
    EXPECT_EQ(curve.acceptFrom, 1.0);
}

TEST(Calibration, IsReadAsItWasWritten)
{
    Calibration calibration;
    calibration.set("name", {0.5, -0.25, 0.995});
    calibration.set("bsn", {1.5, 0.125, 0.99});
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "calibration.json", calibration.toJson());

    const Calibration read(folder / "calibration.json");

    EXPECT_DOUBLE_EQ(read.of("name").slope, 0.5);
    EXPECT_DOUBLE_EQ(read.of("name").offset, -0.25);
    EXPECT_DOUBLE_EQ(read.of("bsn").acceptFrom, 0.99);
    EXPECT_THAT(read.version(), StartsWith("calibration "));
}

TEST(Calibration, OtherFiguresAreAnotherVersion)
{
    const auto versionWith = [](double acceptFrom) {
        Calibration calibration;
        calibration.set("name", {0.5, -0.25, acceptFrom});
        const std::string json = calibration.toJson();
        return json.substr(json.find("\"version\""));
    };

    EXPECT_EQ(versionWith(0.995), versionWith(0.995));
    EXPECT_NE(versionWith(0.995), versionWith(0.996));
}

TEST(Calibration, RefusesWhatItCannotUse)
{
    EXPECT_THAT(refusal("{\"schema\": "), HasSubstr("parse error"));
    EXPECT_THAT(refusal(R"({"schema": "something/1"})"), HasSubstr("scanstraat/calibration/1"));
    EXPECT_THAT(refusal(withKinds(R"("name": {"slope": 1.0, "offset": 0.0})")), HasSubstr("acceptFrom"));
    EXPECT_THAT(refusal(withKinds(R"("name": {"slope": 0.0, "offset": 0.0, "acceptFrom": 1.0})")),
                HasSubstr("slope must be above 0"));
    EXPECT_THAT(refusal(withKinds(R"("name": {"slope": 1.0, "offset": 0.0, "acceptFrom": 1.5})")),
                HasSubstr("acceptFrom 0 to 1"));
    EXPECT_EQ(refusal(withKinds(R"("name": {"slope": 1.0, "offset": 0.0, "acceptFrom": 0.5})")), "");
}

TEST(Calibration, NamesAFileThatIsMissing)
{
    const test::TemporaryFolder folder;

    EXPECT_THROW(Calibration(folder / "calibration.json"), Error);
}

TEST(Calibration, TheCommittedOneIsSound)
{
    const Calibration calibration(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models" /
                                  "calibration.json");

    for (const std::string kind : {"v-number", "bsn", "date", "name", "place", "street"}) {
        EXPECT_GT(calibration.of(kind).acceptFrom, 0.9) << kind;
        EXPECT_GT(calibration.of(kind).slope, 0.1) << kind;
    }
}

} // namespace
} // namespace scanstraat::reading
