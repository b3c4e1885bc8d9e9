// SPDX-License-Identifier: EUPL-1.2
#include "letters/LetterReader.h"

#include "base/Error.h"
#include "letters/CharacterNet.h"
#include "letters/CombReader.h"
#include "letters/LineReader.h"
#include "letters/SecondOpinion.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace scanstraat::letters {

namespace {

constexpr double kUnreadable = 0.02; ///< confidence below which a reading is no help to the reviewer

nlohmann::json readJson(const std::filesystem::path& path)
{
    std::ifstream stream(path);
    if (!stream) {
        throw Error(path.string() +
                        ": the model's description is missing; reinstall, or train it with tools/train",
                    ExitCode::installation);
    }
    try {
        return nlohmann::json::parse(stream);
    } catch (const nlohmann::json::exception& error) {
        throw Error(path.string() + ": " + error.what(), ExitCode::installation);
    }
}

/// `name` is "quick" or "thorough": key in the description and part of the file's name.
std::unique_ptr<CharacterNet> loadNet(const std::filesystem::path& folder, const nlohmann::json& json,
                                      const std::string& name)
{
    const double temperature = json.at(name).at("temperature").get<double>();
    if (!(temperature > 0.0)) {
        throw Error((folder / "letters.json").string() + ": temperature must be above 0",
                    ExitCode::installation);
    }
    return std::make_unique<CharacterNet>(folder / ("letters-" + name + ".onnx"),
                                          json.at("alphabet").get<std::string>(), temperature);
}

} // namespace

LetterReader::LetterReader(const std::filesystem::path& modelsFolder)
{
    const std::filesystem::path description = modelsFolder / "letters.json";
    const nlohmann::json json = readJson(description);
    try {
        versions_.push_back(json.at("version").get<std::string>());
        acceptance_.comb = json.at("acceptance").at("comb").get<double>();
        acceptance_.lines = json.at("acceptance").at("lines").get<double>();
        const double sure = json.at("sure").get<double>();
        for (const double share : {acceptance_.comb, acceptance_.lines, sure}) {
            if (!(share >= 0.0 && share <= 1.0)) {
                throw Error(description.string() + ": acceptance and sure must be 0 to 1",
                            ExitCode::installation);
            }
        }
        auto quick = loadNet(modelsFolder, json, "quick");
        auto thorough = loadNet(modelsFolder, json, "thorough");
        classifier_ = std::make_unique<SecondOpinion>(std::move(quick), std::move(thorough), sure);
    } catch (const nlohmann::json::exception& error) {
        throw Error(description.string() + ": " + error.what(), ExitCode::installation);
    }
    spelling_ = std::make_unique<Spelling>(modelsFolder / "spelling.json");
    versions_.push_back(spelling_->version());
}

LetterReader::LetterReader(std::unique_ptr<CharacterClassifier> classifier, Acceptance acceptance,
                           std::string version)
    : classifier_(std::move(classifier)), acceptance_(acceptance), versions_{std::move(version)}
{
}

reading::FieldReading LetterReader::read(const page::RegisteredPage& page, const form::Field& field)
{
    const bool isComb = field.writing == form::Writing::comb;
    if (!isComb && field.writing != form::Writing::lines) {
        throw Error("field " + field.id + " is neither comb nor lines");
    }
    reading::FieldReading reading = isComb ? readComb(page, field, *classifier_)
                                           : readLines(page, field, {*classifier_, spelling_.get()});
    if (reading.state == reading::FieldState::empty) {
        return reading;
    }
    const double wanted = isComb ? acceptance_.comb : acceptance_.lines;
    if (reading.confidence >= wanted) {
        reading.state = reading::FieldState::read;
        reading.reasons.clear();
    } else {
        reading.state =
            reading.confidence < kUnreadable ? reading::FieldState::unreadable : reading::FieldState::unsure;
    }
    return reading;
}

} // namespace scanstraat::letters
