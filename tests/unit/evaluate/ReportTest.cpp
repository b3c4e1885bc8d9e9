// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace scanstraat::evaluate {
namespace {

Report sampleReport()
{
    Report report;
    report.kinds["date"].filled = {10, 9, 8, 1, 1};
    report.kinds["date"].empty = {5, 5, 5, 0, 0};
    report.kinds["date"].judged = {{0.9, true}, {0.2, false}};
    report.comb = {100, 3};
    report.boxes.confusion[0][0] = 7;
    report.boxes.confusion[1][2] = 1;
    report.boxes.acceptedWrong = 1;
    report.pages.pages = 4;
    report.pages.forms = 2;
    report.pages.identified = 1;
    report.pages.lost = 1;
    report.acceptedWrong = {"app 6009.1.5: \"a\", true \"b\""};
    return report;
}

TEST(Report, AddsUpFilledAndEmptyFields)
{
    const FieldCounts all = sampleReport().all();

    EXPECT_EQ(all.fields, 15);
    EXPECT_EQ(all.right, 14);
    EXPECT_EQ(all.acceptedWrong, 1);
}

TEST(Report, GivesFiguresByName)
{
    const auto known = figures(sampleReport());

    EXPECT_DOUBLE_EQ(known.at("date-right"), 14.0 / 15);
    EXPECT_DOUBLE_EQ(known.at("filled-accepted-wrong"), 0.1);
    EXPECT_DOUBLE_EQ(known.at("comb-characters-right"), 0.97);
    EXPECT_DOUBLE_EQ(known.at("boxes-right"), 7.0 / 8);
    EXPECT_DOUBLE_EQ(known.at("boxes-accepted-wrong"), 1);
    EXPECT_DOUBLE_EQ(known.at("pages-identified"), 0.5);
    EXPECT_DOUBLE_EQ(known.at("pages-lost"), 1);
}

TEST(Report, CurveDropsTheLeastCertainFirst)
{
    std::vector<Judged> judged(8, Judged{0.9, true});
    judged.push_back({0.1, false});
    judged.push_back({0.5, false});

    const auto curve = reviewCurve(judged);

    EXPECT_DOUBLE_EQ(curve[0].error, 0.2);
    EXPECT_DOUBLE_EQ(curve[4].review, 0.10);
    EXPECT_DOUBLE_EQ(curve[4].error, 1.0 / 9);
    EXPECT_DOUBLE_EQ(curve[5].error, 0.0);
}

TEST(Report, CurveOfNothingHasNoErrors)
{
    for (const CurvePoint& point : reviewCurve({})) {
        EXPECT_DOUBLE_EQ(point.error, 0.0);
    }
}

TEST(Report, TextNamesKindsAndWrongFields)
{
    const std::string text = toText(sampleReport());

    EXPECT_NE(text.find("\ndate "), std::string::npos);
    EXPECT_NE(text.find("accepted and wrong: app 6009.1.5"), std::string::npos);
    EXPECT_NE(text.find("lost 1"), std::string::npos);
}

TEST(Report, JsonHoldsTheSameFigures)
{
    const nlohmann::json json = nlohmann::json::parse(toJson(sampleReport()));

    EXPECT_DOUBLE_EQ(json.at("figures").at("boxes-right").get<double>(), 0.875);
    EXPECT_EQ(json.at("kinds").at("date").at("filled").at("acceptedWrong"), 1);
    EXPECT_EQ(json.at("boxes").at("crossed").at("blackened"), 1);
    EXPECT_EQ(json.at("kinds").at("date").at("curve").size(), 8U);
}

} // namespace
} // namespace scanstraat::evaluate
