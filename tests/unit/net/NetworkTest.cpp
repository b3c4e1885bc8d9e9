// SPDX-License-Identifier: EUPL-1.2
#include "net/Network.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>

namespace scanstraat::net {
namespace {

constexpr int kClues = 21; ///< that models/marks-quick.onnx takes

namespace fs = std::filesystem;

const fs::path kModel = fs::path(SCANSTRAAT_SOURCE_DIR) / "models/marks-quick.onnx";

std::string refusalOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        return error.what();
    }
    return "";
}

cv::Mat planes(int side)
{
    return cv::Mat(std::vector<int>{1, 2, side, side}, CV_32F, cv::Scalar(0));
}

TEST(Network, GivesARowOfScoresForASample)
{
    Network network(kModel);

    const cv::Mat scores =
        network.run({{"cut", planes(48)}, {"clues", cv::Mat(1, kClues, CV_32F, cv::Scalar(0))}});

    EXPECT_EQ(scores.rows, 1);
    EXPECT_EQ(scores.cols, 5);
}

TEST(Network, GivesTheSameAgainAfterOtherInputs)
{
    Network network(kModel);
    const cv::Mat none(1, kClues, CV_32F, cv::Scalar(0));
    const cv::Mat some(1, kClues, CV_32F, cv::Scalar(1));

    const cv::Mat first = network.run({{"cut", planes(48)}, {"clues", none}}).clone();
    const cv::Mat second = network.run({{"cut", planes(48)}, {"clues", some}}).clone();
    const cv::Mat third = network.run({{"cut", planes(48)}, {"clues", none}});

    EXPECT_GT(cv::norm(first, second), 1e-3);
    EXPECT_EQ(cv::norm(first, third), 0.0);
}

TEST(Network, NamesTheFileThatIsMissing)
{
    EXPECT_NE(refusalOf([] { Network("/no/such.onnx"); }).find("/no/such.onnx: the model is missing"),
              std::string::npos);
}

TEST(Network, NamesTheFileThatIsNoNetwork)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "x.onnx") << "this is no network";

    EXPECT_NE(refusalOf([&] { Network(folder.path() / "x.onnx"); }).find("x.onnx: is no network"),
              std::string::npos);
}

TEST(Network, RefusesInputsThatItIsNotMadeFor)
{
    Network network(kModel);

    EXPECT_NE(refusalOf([&] {
                  static_cast<void>(network.run(
                      {{"cut", planes(40)}, {"clues", cv::Mat(1, kClues, CV_32F, cv::Scalar(0))}}));
              }).find("marks-quick.onnx: the network does not take"),
              std::string::npos);
}

} // namespace
} // namespace scanstraat::net
