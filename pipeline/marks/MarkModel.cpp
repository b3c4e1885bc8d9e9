// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkModel.h"

#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace scanstraat::marks {

namespace {

using nlohmann::json;

json parse(const std::filesystem::path& file)
{
    std::ifstream in(file);
    if (!in) {
        throw Error(file.string() + ": cannot be read; is the installation complete?",
                    ExitCode::installation);
    }
    return json::parse(in);
}

} // namespace

MarkModel::MarkModel(const std::filesystem::path& file)
{
    try {
        const json model = parse(file);
        version_ = model.at("version").get<std::string>();
        unclearBelow_ = model.at("unclearBelow").get<double>();
        acceptFrom_ = model.at("acceptFrom").get<double>();
        std::size_t terms = 1;
        for (std::size_t i = 0; i < kFeatures; ++i) {
            const json& input = model.at("features").at(i);
            if (input.at("name").get<std::string>() != featureName(i)) {
                throw Error(file.string() + ": feature " + std::to_string(i) + " is not \"" +
                                std::string(featureName(i)) + "\"; train the model again",
                            ExitCode::installation);
            }
            inputs_[i] = {input.at("mean").get<double>(), input.at("scale").get<double>(),
                          input.at("knots").get<std::vector<double>>()};
            terms += 1 + inputs_[i].knots.size();
        }
        for (std::size_t state = 0; state < reading::kMarkStates; ++state) {
            const std::string name = toString(static_cast<reading::MarkState>(state));
            weights_[state] = model.at("weights").at(name).get<std::vector<double>>();
            if (weights_[state].size() != terms) {
                throw Error(file.string() + ": \"" + name + "\" has " +
                                std::to_string(weights_[state].size()) + " weights, not " +
                                std::to_string(terms),
                            ExitCode::installation);
            }
        }
    } catch (const json::exception& e) {
        throw Error(file.string() + ": " + e.what(), ExitCode::installation);
    }
}

std::vector<double> MarkModel::terms(const MarkFeatures& features) const
{
    std::vector<double> result{1.0};
    for (std::size_t i = 0; i < kFeatures; ++i) {
        const double z = (features[i] - inputs_[i].mean) / inputs_[i].scale;
        result.push_back(z);
        for (const double knot : inputs_[i].knots) {
            result.push_back(std::max(0.0, z - knot));
        }
    }
    return result;
}

MarkModel::Probabilities MarkModel::probabilities(const MarkFeatures& features) const
{
    const std::vector<double> inputs = terms(features);
    Probabilities result{};
    for (std::size_t state = 0; state < result.size(); ++state) {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            result[state] += weights_[state][i] * inputs[i];
        }
    }
    const double largest = *std::max_element(result.begin(), result.end());
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

reading::MarkState MarkModel::decide(const Probabilities& probabilities) const
{
    const auto best = std::max_element(probabilities.begin(), probabilities.end());
    return *best < unclearBelow_ ? reading::MarkState::unclear
                                 : static_cast<reading::MarkState>(best - probabilities.begin());
}

} // namespace scanstraat::marks
