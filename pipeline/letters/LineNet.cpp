// SPDX-License-Identifier: EUPL-1.2
#include "letters/LineNet.h"

#include "base/Error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scanstraat::letters {

namespace {

constexpr std::array kWidths{128, 192, 256, 384, 512, 768, kLineWidest};

/// Log softmax of `scores` (classes x places), a row a place.
cv::Mat logProbabilities(const cv::Mat& scores, int places, double temperature)
{
    cv::Mat result(places, scores.rows, CV_32F);
    for (int place = 0; place < places; ++place) {
        double most = scores.at<float>(0, place);
        for (int i = 1; i < scores.rows; ++i) {
            most = std::max<double>(most, scores.at<float>(i, place));
        }
        double sum = 0.0;
        for (int i = 0; i < scores.rows; ++i) {
            sum += std::exp((scores.at<float>(i, place) - most) / temperature);
        }
        const double shift = most / temperature + std::log(sum);
        for (int i = 0; i < scores.rows; ++i) {
            result.at<float>(place, i) = static_cast<float>(scores.at<float>(i, place) / temperature - shift);
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
    const auto fits =
        std::ranges::find_if(nets_, [&](const Sized& sized) { return line.cols <= sized.width; });
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
