// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkNet.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
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

    const Scores scores = net.score(blankCut(), {});

    for (const Hand hand : {Hand::usual, Hand::odd}) {
        const auto probabilities = net.probabilities(scores, hand);
        EXPECT_NEAR(std::accumulate(probabilities.begin(), probabilities.end(), 0.0), 1.0, 1e-9);
    }
}

TEST(MarkNet, ItsLimitsAndFrequenciesAreProbabilities)
{
    const MarkNet net(kModels);

    EXPECT_GT(net.unclearBelow(), 0.9);
    EXPECT_LT(net.unclearBelow(), 1.0);
    EXPECT_GE(net.acceptFrom(), 0.9);
    for (const Hand hand : {Hand::usual, Hand::odd}) {
        const auto& frequencies = net.frequencies(hand);
        EXPECT_NEAR(std::accumulate(frequencies.begin(), frequencies.end(), 0.0), 1.0, 0.001);
    }
}

TEST(MarkNet, AnOddHandMakesMoreUnclearMarks)
{
    const MarkNet net(kModels);
    constexpr auto kUnclear = static_cast<std::size_t>(reading::MarkState::unclear);

    EXPECT_GT(net.frequencies(Hand::odd)[kUnclear], 5 * net.frequencies(Hand::usual)[kUnclear]);
    EXPECT_LT(net.anyHand().odd(), 0.1);
}

TEST(MarkNet, KnowsThatPaleInkIsLostMore)
{
    const MarkNet net(kModels);
    const LostInk& lost = net.lostInk();
    const auto rises = [](const LostInk::Step& one, const LostInk::Step& other) {
        return one.factor < other.factor;
    };

    EXPECT_LT(lost.elsewhere, 0.001);
    EXPECT_TRUE(std::ranges::is_sorted(lost.byWriting, rises));
    EXPECT_TRUE(std::ranges::is_sorted(lost.byMarks, [&](const auto& one, const auto& other) {
        return rises(other, one); // the darker the marks
    }));
    EXPECT_TRUE(std::ranges::is_sorted(lost.byHalfSeen, rises));
    EXPECT_GT(lost.byWriting.back().factor, 5.0);
    EXPECT_LT(lost.byWriting.front().factor, 0.5);
    EXPECT_LT(lost.bitonal, 0.05);
}

class BrokenMarkNet : public testing::Test
{
protected:
    BrokenMarkNet()
    {
        for (const char* name : {"marks-quick.onnx", "marks-thorough.onnx", "marks.json"}) {
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
    fs::remove(folder_.path() / "marks-thorough.onnx");
    expectRefusal("marks-thorough.onnx");
    fs::remove(folder_.path() / "marks-quick.onnx");
    expectRefusal("marks-quick.onnx");
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
    cold["hands"]["odd"]["temperature"] = 0.0;
    json never = model_;
    never["hands"]["usual"]["frequencies"]["crossed"] = 0.0;
    json allOdd = model_;
    allOdd["oddPages"] = 1.0;
    json stepless = model_;
    stepless["lostCrosses"]["byMarks"] = json::array();
    json halfless = model_;
    halfless["lostCrosses"]["byHalfSeen"] = json::array();
    json neverSure = model_;
    neverSure["surelyEmpty"] = 0.0;
    json weightless = model_;
    weightless["thoroughWeight"] = 0.0;
    for (const json& model : {cold, never, allOdd, stepless, halfless, neverSure, weightless}) {
        write(model.dump());
        expectRefusal("marks.json");
    }
}

TEST_F(BrokenMarkNet, RefusesANetworkForSomethingElse)
{
    fs::copy_file(kModels / "letters.onnx", folder_.path() / "marks-quick.onnx",
                  fs::copy_options::overwrite_existing);
    expectRefusal("marks-quick.onnx");
}

} // namespace
} // namespace scanstraat::marks
