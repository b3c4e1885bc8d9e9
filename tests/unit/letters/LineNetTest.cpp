// SPDX-License-Identifier: EUPL-1.2
#include "letters/LineNet.h"

#include "base/Error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

namespace scanstraat::letters {
namespace {

const std::filesystem::path kNetwork = std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models" / "lines.onnx";
/// As long as the committed network's; which character is which does not matter here.
const std::u32string kAlphabet(57, U'A');

cv::Mat lineOf(int width)
{
    cv::Mat line(kLineHeight, width, CV_8UC1, cv::Scalar(0));
    for (int x = 4; x + 6 < width; x += 20) {
        line(cv::Rect(x, 8, 3, 19)).setTo(255);
    }
    return line;
}

TEST(LineNet, TellsLogProbabilitiesForEveryFourPixels)
{
    LineNet net(kNetwork, kAlphabet, 1.0);
    for (const int width : {1, 63, 128, 129, 600, kLineWidest}) {
        const cv::Mat logs = net.read(lineOf(width));

        ASSERT_EQ(logs.rows, (width + 3) / 4);
        ASSERT_EQ(logs.cols, 58);
        for (int place = 0; place < logs.rows; ++place) {
            double sum = 0.0;
            for (int i = 0; i < logs.cols; ++i) {
                sum += std::exp(logs.at<float>(place, i));
            }
            EXPECT_NEAR(sum, 1.0, 1e-4) << width << ", " << place;
        }
    }
}

TEST(LineNet, PaperBehindALineHardlyMatters)
{
    LineNet net(kNetwork, kAlphabet, 1.0);
    const cv::Mat line = lineOf(240);
    cv::Mat longer(kLineHeight, 500, CV_8UC1, cv::Scalar(0));
    line.copyTo(longer.colRange(0, line.cols));

    const cv::Mat alone = net.read(line);
    const cv::Mat before = net.read(longer).rowRange(0, alone.rows);

    // A place sees 22 more to its right: what is farther from the end sees no difference at all.
    EXPECT_LT(cv::norm(alone.rowRange(0, 36), before.rowRange(0, 36), cv::NORM_INF), 0.05);
    cv::Mat probabilities;
    cv::Mat others;
    cv::exp(alone, probabilities);
    cv::exp(before, others);
    EXPECT_LT(cv::norm(probabilities.rowRange(0, 55), others.rowRange(0, 55), cv::NORM_INF), 0.05);
}

TEST(LineNet, ATemperatureMakesLessSure)
{
    LineNet sharp(kNetwork, kAlphabet, 1.0);
    LineNet flat(kNetwork, kAlphabet, 3.0);
    double most = 0.0;
    double mostFlat = 0.0;
    cv::minMaxLoc(sharp.read(lineOf(200)).row(20), nullptr, &most);
    cv::minMaxLoc(flat.read(lineOf(200)).row(20), nullptr, &mostFlat);

    EXPECT_LT(mostFlat, most);
}

TEST(LineNet, RefusesWhatIsNoLine)
{
    LineNet net(kNetwork, kAlphabet, 1.0);

    EXPECT_THROW((void)net.read(cv::Mat(kLineHeight, kLineWidest + 1, CV_8UC1)), Error);
    EXPECT_THROW((void)net.read(cv::Mat(kLineHeight + 1, 100, CV_8UC1)), Error);
}

TEST(LineNet, RefusesANetworkOfAnotherAlphabet)
{
    LineNet net(kNetwork, U"ABC", 1.0);

    try {
        (void)net.read(lineOf(100));
        FAIL() << "reads lines with an alphabet that it was not trained on";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        EXPECT_NE(std::string(error.what()).find("lines.onnx"), std::string::npos);
    }
}

} // namespace
} // namespace scanstraat::letters
