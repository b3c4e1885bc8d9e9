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

std::vector<LostInk::Step> lostSteps(const json& values, const char* upTo)
{
    std::vector<LostInk::Step> steps;
    for (const json& value : values) {
        steps.push_back({value.at(upTo).get<double>(), value.at("factor").get<double>()});
    }
    return steps;
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
        for (const Hand hand : {Hand::usual, Hand::odd}) {
            const json& values = model.at("hands").at(hand == Hand::usual ? "usual" : "odd");
            calibrations_[indexOf(hand)] = {values.at("temperature").get<double>(),
                                            byState(values.at("bias")), byState(values.at("frequencies")),
                                            byState(values.at("blank"))};
        }
        oddPages_ = model.at("oddPages").get<double>();
        const json& lost = model.at("lostCrosses");
        lostInk_ = {lost.at("bitonal").get<double>(), lostSteps(lost.at("byWriting"), "brokenUpTo"),
                    lostSteps(lost.at("byMarks"), "peakUpTo"), lost.at("grey").get<double>()};
        unclearBelow_ = model.at("unclearBelow").get<double>();
        acceptFrom_ = model.at("acceptFrom").get<double>();
    } catch (const json::exception& error) {
        throw Error(file.string() + ": " + error.what(), ExitCode::installation);
    }
    const bool isSound = std::ranges::all_of(calibrations_, [](const Calibration& calibration) {
        return calibration.temperature > 0.0 && *std::ranges::min_element(calibration.frequencies) > 0.0;
    });
    if (!isSound || !(oddPages_ > 0.0 && oddPages_ < 1.0) ||
        !(lostInk_.bitonal >= 0.0 && lostInk_.bitonal < 1.0) || lostInk_.byWriting.empty() ||
        lostInk_.byMarks.empty()) {
        throw Error(file.string() +
                        ": temperatures and frequencies must be above 0, oddPages between 0 and 1, and "
                        "lostCrosses must have steps",
                    ExitCode::installation);
    }
    const BoxCut blank{cv::Mat::zeros(kCutSide, kCutSide, CV_8U), cv::Mat::zeros(kCutSide, kCutSide, CV_8U)};
    static_cast<void>(score(blank, {}));
}

Scores MarkNet::score(const BoxCut& cut, const Clues& clues)
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

StateProbabilities MarkNet::probabilities(const Scores& scores, Hand hand) const
{
    const Calibration& calibration = calibrations_[indexOf(hand)];
    StateProbabilities result{};
    for (std::size_t state = 0; state < result.size(); ++state) {
        result[state] = scores[state] / calibration.temperature + calibration.bias[state];
    }
    net::softmax(result);
    return result;
}

HandPosterior MarkNet::anyHand() const
{
    return {{frequencies(Hand::usual), frequencies(Hand::odd)}, oddPages_};
}

} // namespace scanstraat::marks
