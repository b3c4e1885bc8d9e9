// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkNet.h"

#include "base/Error.h"
#include "net/Softmax.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace scanstraat::marks {

using nlohmann::json;

namespace {

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
    : net_(models / "marks.onnx"), planes_(std::vector<int>{1, 2, kCutSide, kCutSide}, CV_32F),
      clues_(1, static_cast<int>(kClues), CV_32F)
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
    const BoxCut blank{cv::Mat::zeros(kCutSide, kCutSide, CV_8U), cv::Mat::zeros(kCutSide, kCutSide, CV_8U)};
    static_cast<void>(classify(blank, {}));
}

reading::StateProbabilities MarkNet::classify(const BoxCut& cut, const Clues& clues)
{
    auto* pixels = planes_.ptr<float>();
    copyPlane(cut.dark, pixels);
    copyPlane(cut.print, pixels + kCutSide * kCutSide);
    std::ranges::copy(clues, clues_.ptr<float>());
    const cv::Mat outputs = net_.run({{"cut", planes_}, {"clues", clues_}});
    reading::StateProbabilities result{};
    if (outputs.total() != result.size()) {
        throw Error(net_.file().string() + ": the network has " + std::to_string(outputs.total()) +
                        " outputs instead of " + std::to_string(result.size()) + "; train it again",
                    ExitCode::installation);
    }
    for (std::size_t state = 0; state < result.size(); ++state) {
        result[state] = outputs.ptr<float>()[state] / temperature_ + bias_[state];
    }
    net::softmax(result);
    return result;
}

} // namespace scanstraat::marks
