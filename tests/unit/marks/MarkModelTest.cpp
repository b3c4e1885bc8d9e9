// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkModel.h"

#include "base/Error.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <numeric>

namespace scanstraat::marks {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A model that calls a box crossed when its fill is above 0.5.
json smallModel()
{
    json features = json::array();
    for (std::size_t i = 0; i < kFeatures; ++i) {
        features.push_back(
            {{"name", featureName(i)}, {"mean", 0.0}, {"scale", 1.0}, {"knots", json::array()}});
    }
    std::vector<double> zeros(kFeatures + 1, 0.0);
    std::vector<double> rising = zeros;
    rising[0] = -20.0;
    rising[1] = 40.0;
    std::vector<double> never = zeros;
    never[0] = -100.0;
    return {{"version", "7"},
            {"unclearBelow", 0.9},
            {"acceptFrom", 0.95},
            {"features", features},
            {"weights",
             {{"empty", zeros},
              {"crossed", rising},
              {"blackened", never},
              {"recrossed", never},
              {"unclear", never}}}};
}

fs::path write(const std::string& name, const std::string& text)
{
    const fs::path file = fs::path(testing::TempDir()) / name;
    std::ofstream(file) << text;
    return file;
}

MarkFeatures withFill(double fill)
{
    MarkFeatures features{};
    features[0] = fill;
    return features;
}

TEST(MarkModel, DecidesByTheLikeliestState)
{
    const MarkModel model(write("marks.json", smallModel().dump()));

    EXPECT_EQ(model.decide(model.probabilities(withFill(0.0))), reading::MarkState::empty);
    EXPECT_EQ(model.decide(model.probabilities(withFill(1.0))), reading::MarkState::crossed);
}

TEST(MarkModel, CallsADoubtfulBoxUnclear)
{
    const MarkModel model(write("marks.json", smallModel().dump()));

    EXPECT_EQ(model.decide(model.probabilities(withFill(0.5))), reading::MarkState::unclear);
}

TEST(MarkModel, ProbabilitiesAddUpToOne)
{
    const MarkModel model(write("marks.json", smallModel().dump()));

    const auto probabilities = model.probabilities(withFill(0.6));

    EXPECT_NEAR(std::accumulate(probabilities.begin(), probabilities.end(), 0.0), 1.0, 1e-12);
}

TEST(MarkModel, RefusesFilesThatAreMissingOrBroken)
{
    json renamed = smallModel();
    renamed["features"][3]["name"] = "colour";
    json shortened = smallModel();
    shortened["weights"]["crossed"].erase(0);

    for (const fs::path& file : {fs::path("/no/such/marks.json"), write("a.json", "{"), write("b.json", "{}"),
                                 write("c.json", renamed.dump()), write("d.json", shortened.dump())}) {
        try {
            const MarkModel model(file);
            FAIL() << file;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::installation);
            EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos) << error.what();
        }
    }
}

} // namespace
} // namespace scanstraat::marks
