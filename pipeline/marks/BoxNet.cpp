// SPDX-License-Identifier: EUPL-1.2
#include "marks/BoxNet.h"

#include "base/Error.h"

#include <algorithm>

namespace scanstraat::marks {

namespace {

void copyPlane(const cv::Mat& from, float* to)
{
    for (int y = 0; y < kCutSide; ++y) {
        const uchar* row = from.ptr<uchar>(y);
        to = std::transform(row, row + kCutSide, to, [](uchar value) { return value * (1.0F / 255.0F); });
    }
}

} // namespace

BoxNet::BoxNet(const std::filesystem::path& onnx)
    : net_(onnx), planes_(std::vector<int>{1, 2, kCutSide, kCutSide}, CV_32F),
      clues_(1, static_cast<int>(kClues), CV_32F)
{
    const BoxCut blank{cv::Mat::zeros(kCutSide, kCutSide, CV_8U), cv::Mat::zeros(kCutSide, kCutSide, CV_8U)};
    static_cast<void>(score(blank, {}));
}

Scores BoxNet::score(const BoxCut& cut, const Clues& clues)
{
    auto* pixels = planes_.ptr<float>();
    copyPlane(cut.dark, pixels);
    copyPlane(cut.print, pixels + kCutSide * kCutSide);
    std::ranges::copy(clues, clues_.ptr<float>());
    const cv::Mat outputs = net_.run({{"cut", planes_}, {"clues", clues_}});
    Scores result{};
    if (outputs.total() != result.size()) {
        throw Error(net_.file().string() + ": the network has " + std::to_string(outputs.total()) +
                        " outputs instead of " + std::to_string(result.size()) + "; train it again",
                    ExitCode::installation);
    }
    std::copy_n(outputs.ptr<float>(), result.size(), result.begin());
    return result;
}

} // namespace scanstraat::marks
