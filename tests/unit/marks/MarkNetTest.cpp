// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkNet.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <numeric>

namespace scanstraat::marks {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kModels = fs::path(SCANSTRAAT_SOURCE_DIR) / "models";

BoxCut blankCut()
{
    return {cv::Mat::zeros(kCutSide, kCutSide, CV_8U), cv::Mat::zeros(kCutSide, kCutSide, CV_8U)};
}

TEST(MarkNet, ProbabilitiesAddUpToOne)
{
    MarkNet net(kModels);

    const auto probabilities = net.classify(blankCut(), {});

    EXPECT_NEAR(std::accumulate(probabilities.begin(), probabilities.end(), 0.0), 1.0, 1e-9);
}

TEST(MarkNet, ItsLimitsAndFrequenciesAreProbabilities)
{
    const MarkNet net(kModels);

    EXPECT_GT(net.unclearBelow(), 0.9);
    EXPECT_LT(net.unclearBelow(), 1.0);
    EXPECT_GE(net.acceptFrom(), 0.9);
    EXPECT_NEAR(std::accumulate(net.frequencies().begin(), net.frequencies().end(), 0.0), 1.0, 0.001);
}

class BrokenMarkNet : public testing::Test
{
protected:
    BrokenMarkNet()
    {
        for (const char* name : {"marks.onnx", "marks.json"}) {
            fs::copy_file(kModels / name, folder_.path() / name);
        }
        std::ifstream(kModels / "marks.json") >> model_;
    }

    void expectRefusal(const std::string& name)
    {
        try {
            const MarkNet net(folder_.path());
            FAIL() << name;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::installation);
            EXPECT_NE(std::string(error.what()).find(name), std::string::npos) << error.what();
        }
    }

    void write(const std::string& text) { std::ofstream(folder_.path() / "marks.json") << text; }

    test::TemporaryFolder folder_;
    json model_;
};

TEST_F(BrokenMarkNet, NamesAMissingFile)
{
    fs::remove(folder_.path() / "marks.onnx");
    expectRefusal("marks.onnx");
}

TEST_F(BrokenMarkNet, NamesABrokenModel)
{
    for (const char* text : {"{", "{}", ""}) {
        write(text);
        expectRefusal("marks.json");
    }
}

TEST_F(BrokenMarkNet, RefusesValuesWithoutMeaning)
{
    json cold = model_;
    cold["temperature"] = 0.0;
    json never = model_;
    never["frequencies"]["crossed"] = 0.0;
    for (const json& model : {cold, never}) {
        write(model.dump());
        expectRefusal("marks.json");
    }
}

TEST_F(BrokenMarkNet, RefusesANetworkForSomethingElse)
{
    fs::copy_file(kModels / "letters-quick.onnx", folder_.path() / "marks.onnx",
                  fs::copy_options::overwrite_existing);
    expectRefusal("marks.onnx");
}

} // namespace
} // namespace scanstraat::marks
