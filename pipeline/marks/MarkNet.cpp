// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkNet.h"

#include "base/Error.h"

#include <nlohmann/json.hpp>
#include <opencv2/dnn.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace scanstraat::marks {

using nlohmann::json;

class MarkNet::Net
{
public:
    explicit Net(cv::dnn::Net net) : value(std::move(net)) {}
    cv::dnn::Net value;
    cv::Mat blob = cv::Mat(std::vector<int>{1, 2, kCutSide, kCutSide}, CV_32F);
    cv::Mat clues = cv::Mat(1, static_cast<int>(kClues), CV_32F);
};

namespace {

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

reading::StateProbabilities byState(const json& values)
{
    reading::StateProbabilities result{};
    for (std::size_t state = 0; state < result.size(); ++state) {
        result[state] = values.at(toString(static_cast<reading::MarkState>(state))).get<double>();
    }
    return result;
}

json readJson(const std::filesystem::path& file)
{
    std::ifstream in(file);
    if (!in) {
        throw Error(file.string() + ": the model is missing; reinstall, or train it with tools/train",
                    ExitCode::installation);
    }
    return json::parse(in);
}

void copyPlane(const cv::Mat& from, float* to)
{
    for (int y = 0; y < kCutSide; ++y) {
        const uchar* row = from.ptr<uchar>(y);
        to = std::transform(row, row + kCutSide, to, [](uchar value) { return value * (1.0F / 255.0F); });
    }
}

} // namespace

MarkNet::MarkNet(const std::filesystem::path& models)
    : net_(std::make_unique<Net>(load(models / "marks.onnx")))
{
    const std::filesystem::path file = models / "marks.json";
    try {
        const json model = readJson(file);
        version_ = model.at("version").get<std::string>();
        temperature_ = model.at("temperature").get<double>();
        bias_ = byState(model.at("bias"));
        frequencies_ = byState(model.at("frequencies"));
        blank_ = byState(model.at("blank"));
        unclearBelow_ = model.at("unclearBelow").get<double>();
        acceptFrom_ = model.at("acceptFrom").get<double>();
    } catch (const json::exception& error) {
        throw Error(file.string() + ": " + error.what(), ExitCode::installation);
    }
    if (!(temperature_ > 0.0) || *std::ranges::min_element(frequencies_) <= 0.0) {
        throw Error(file.string() + ": temperature and frequencies must be above 0", ExitCode::installation);
    }
    try {
        const BoxCut blank{cv::Mat::zeros(kCutSide, kCutSide, CV_8U),
                           cv::Mat::zeros(kCutSide, kCutSide, CV_8U)};
        static_cast<void>(classify(blank, {}));
    } catch (const cv::Exception& error) {
        throw Error((models / "marks.onnx").string() + ": the network does not take " +
                        std::to_string(kCutSide) + " x " + std::to_string(kCutSide) + " pixels and " +
                        std::to_string(kClues) + " clues; train it again (" + error.err + ")",
                    ExitCode::installation);
    }
}

MarkNet::~MarkNet() = default;
MarkNet::MarkNet(MarkNet&&) noexcept = default;
MarkNet& MarkNet::operator=(MarkNet&&) noexcept = default;

reading::StateProbabilities MarkNet::classify(const BoxCut& cut, const Clues& clues)
{
    float* pixels = net_->blob.ptr<float>();
    copyPlane(cut.dark, pixels);
    copyPlane(cut.print, pixels + kCutSide * kCutSide);
    std::copy(clues.begin(), clues.end(), net_->clues.ptr<float>());
    net_->value.setInput(net_->blob, "cut");
    net_->value.setInput(net_->clues, "clues");
    const cv::Mat outputs = net_->value.forward();
    CV_Assert(outputs.total() == reading::kMarkStates);
    reading::StateProbabilities result{};
    for (std::size_t state = 0; state < result.size(); ++state) {
        result[state] = outputs.ptr<float>()[state] / temperature_ + bias_[state];
    }
    const double largest = *std::ranges::max_element(result);
    double sum = 0.0;
    for (double& value : result) {
        value = std::exp(value - largest);
        sum += value;
    }
    for (double& value : result) {
        value /= sum;
    }
    return result;
}

} // namespace scanstraat::marks
