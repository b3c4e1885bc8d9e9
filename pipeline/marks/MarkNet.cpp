// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkNet.h"

#include "base/Error.h"
#include "net/Softmax.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
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

} // namespace

MarkNet::MarkNet(const std::filesystem::path& models)
    : quick_(models / "marks-quick.onnx"), thorough_(models / "marks-thorough.onnx")
{
    const std::filesystem::path file = models / "marks.json";
    try {
        const json model = readJson(file);
        version_ = model.at("version").get<std::string>();
        surelyEmpty_ = model.at("surelyEmpty").get<double>();
        thoroughWeight_ = model.at("thoroughWeight").get<double>();
        for (const Hand hand : {Hand::usual, Hand::odd}) {
            const json& values = model.at("hands").at(hand == Hand::usual ? "usual" : "odd");
            calibrations_[indexOf(hand)] = {values.at("temperature").get<double>(),
                                            byState(values.at("bias")), byState(values.at("frequencies")),
                                            byState(values.at("blank"))};
        }
        oddPages_ = model.at("oddPages").get<double>();
        const json& lost = model.at("lostCrosses");
        lostInk_ = {lost.at("bitonal").get<double>(), lostSteps(lost.at("byWriting"), "brokenUpTo"),
                    lostSteps(lost.at("byMarks"), "peakUpTo"), lostSteps(lost.at("byHalfSeen"), "countUpTo"),
                    lost.at("grey").get<double>()};
        unclearBelow_ = model.at("unclearBelow").get<double>();
        acceptFrom_ = model.at("acceptFrom").get<double>();
    } catch (const json::exception& error) {
        throw Error(file.string() + ": " + error.what(), ExitCode::installation);
    }
    const bool isSound = std::ranges::all_of(calibrations_, [](const Calibration& calibration) {
        return calibration.temperature > 0.0 && *std::ranges::min_element(calibration.frequencies) > 0.0;
    });
    if (!isSound || !(surelyEmpty_ > 0.0) || !(thoroughWeight_ > 0.0 && thoroughWeight_ <= 1.0) ||
        !(oddPages_ > 0.0 && oddPages_ < 1.0) || !(lostInk_.bitonal >= 0.0 && lostInk_.bitonal < 1.0) ||
        lostInk_.byWriting.empty() || lostInk_.byMarks.empty() || lostInk_.byHalfSeen.empty()) {
        throw Error(file.string() +
                        ": surelyEmpty, temperatures and frequencies must be above 0, thoroughWeight and "
                        "oddPages between 0 and 1, and lostCrosses must have steps",
                    ExitCode::installation);
    }
}

Scores MarkNet::score(const BoxCut& cut, const Clues& clues)
{
    constexpr auto kEmpty = static_cast<std::size_t>(reading::MarkState::empty);
    Scores scores = quick_.score(cut, clues);
    const double rival = *std::max_element(scores.begin() + kEmpty + 1, scores.end());
    if (scores[kEmpty] - rival < surelyEmpty_) {
        const Scores second = thorough_.score(cut, clues);
        std::ranges::transform(scores, second, scores.begin(), [&](double one, double other) {
            return std::lerp(one, other, thoroughWeight_);
        });
    }
    return scores;
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
