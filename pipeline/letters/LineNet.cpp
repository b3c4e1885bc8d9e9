// SPDX-License-Identifier: EUPL-1.2
#include "letters/LineNet.h"

#include "base/Error.h"
#include "net/Softmax.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scanstraat::letters {

namespace {

constexpr std::array kWidths{128, 192, 256, 384, 512, 768, kLineWidest};

/// Paper behind a line, in pixels: as far as the end of it sees, so that its reading does not depend on how
/// much there is.
constexpr int kPaperBehind = 88;

/// Log softmax of `scores` (classes x places), a row a place.
cv::Mat logProbabilities(const cv::Mat& scores, int places, double temperature)
{
    constexpr double kLeast = 1e-30;
    cv::Mat result(places, scores.rows, CV_32F);
    for (int place = 0; place < places; ++place) {
        const cv::Mat column = scores.col(place);
        std::vector<double> probabilities(column.begin<float>(), column.end<float>());
        net::softmax(probabilities, temperature);
        for (int i = 0; i < scores.rows; ++i) {
            result.at<float>(place, i) =
                static_cast<float>(std::log(std::max(kLeast, probabilities[static_cast<std::size_t>(i)])));
        }
    }
    return result;
}

} // namespace

LineNet::LineNet(const std::filesystem::path& onnx, std::u32string alphabet, double temperature)
    : alphabet_(std::move(alphabet)), temperature_(temperature)
{
    for (const int width : kWidths) {
        nets_.push_back({width, net::Network(onnx)});
    }
}

cv::Mat LineNet::read(const cv::Mat& line)
{
    const int wanted = std::min(line.cols + kPaperBehind, std::max(line.cols, kLineWidest));
    const auto fits = std::ranges::find_if(nets_, [&](const Sized& sized) { return wanted <= sized.width; });
    if (fits == nets_.end() || line.rows != kLineHeight || line.empty()) {
        throw Error("a line of " + std::to_string(line.cols) + " x " + std::to_string(line.rows) +
                    " pixels cannot be read");
    }
    const std::array<int, 4> shape{1, 1, kLineHeight, fits->width};
    cv::Mat input(static_cast<int>(shape.size()), shape.data(), CV_32F, cv::Scalar(0));
    cv::Mat pixels(kLineHeight, fits->width, CV_32F, input.ptr<float>());
    line.convertTo(pixels.colRange(0, line.cols), CV_32F, 1.0 / 255.0);
    const cv::Mat output = fits->net.run({{"", input}});
    const int classes = static_cast<int>(alphabet_.size()) + 1;
    if (output.dims != 4 || output.size[1] != classes || output.size[2] != 1 ||
        output.size[3] * kLineStride != fits->width) {
        throw Error(fits->net.file().string() + ": does not read lines of " +
                        std::to_string(alphabet_.size()) +
                        " characters; train it again with tools/train/lines",
                    ExitCode::installation);
    }
    const int places = (line.cols + kLineStride - 1) / kLineStride;
    return logProbabilities(output.reshape(1, classes), places, temperature_);
}

} // namespace scanstraat::letters
