// SPDX-License-Identifier: EUPL-1.2
#include "letters/CharacterNet.h"

#include "base/Error.h"

#include <opencv2/dnn.hpp>

#include <cmath>

namespace scanstraat::letters {

class CharacterNet::Net
{
public:
    explicit Net(cv::dnn::Net net) : value(std::move(net)) {}
    cv::dnn::Net value;
};

namespace {

std::vector<float> softmax(const float* outputs, int count, double temperature)
{
    const float largest = *std::max_element(outputs, outputs + count);
    std::vector<float> probabilities(static_cast<std::size_t>(count));
    double sum = 0.0;
    for (int i = 0; i < count; ++i) {
        const double value = std::exp((outputs[i] - largest) / temperature);
        probabilities[static_cast<std::size_t>(i)] = static_cast<float>(value);
        sum += value;
    }
    for (float& probability : probabilities) {
        probability = static_cast<float>(probability / sum);
    }
    return probabilities;
}

cv::dnn::Net load(const std::filesystem::path& onnx)
{
    if (!std::filesystem::is_regular_file(onnx)) {
        throw Error(onnx.string() + ": the model is missing; reinstall, or train it with tools/train",
                    ExitCode::installation);
    }
    try {
        return cv::dnn::readNetFromONNX(onnx.string());
    } catch (const cv::Exception& error) {
        throw Error(onnx.string() + ": is no network that OpenCV can run (" + error.err + ")",
                    ExitCode::installation);
    }
}

} // namespace

CharacterNet::CharacterNet(const std::filesystem::path& onnx, std::string alphabet, double temperature)
    : net_(std::make_unique<Net>(load(onnx))), alphabet_(std::move(alphabet)), temperature_(temperature)
{
    const cv::Mat blank = cv::Mat::zeros(kGlyphSide, kGlyphSide, CV_8UC1);
    std::size_t classes = 0;
    try {
        classes = classify(std::span(&blank, 1)).at(0).size();
    } catch (const cv::Exception& error) {
        throw Error(onnx.string() + ": the network does not run (" + error.err + ")", ExitCode::installation);
    }
    if (classes != alphabet_.size() + 1) {
        throw Error(onnx.string() + ": the network has " + std::to_string(classes) +
                        " classes, letters.json " + std::to_string(alphabet_.size() + 1),
                    ExitCode::installation);
    }
}

CharacterNet::~CharacterNet() = default;

std::vector<std::vector<float>> CharacterNet::classify(std::span<const cv::Mat> glyphs)
{
    // One at a time: OpenCV plans its memory anew whenever the size of the batch changes, which costs more
    // than a batch saves on one core.
    std::vector<std::vector<float>> result;
    result.reserve(glyphs.size());
    for (const cv::Mat& glyph : glyphs) {
        net_->value.setInput(cv::dnn::blobFromImage(glyph, 1.0 / 255.0));
        const cv::Mat outputs = net_->value.forward();
        result.push_back(softmax(outputs.ptr<float>(), outputs.cols, temperature_));
    }
    return result;
}

} // namespace scanstraat::letters
