// SPDX-License-Identifier: EUPL-1.2
#include "letters/LetterReader.h"

#include "base/Error.h"
#include "letters/CharacterNet.h"
#include "letters/CombReader.h"
#include "letters/LineReader.h"

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

} // namespace

LetterReader::LetterReader(const std::filesystem::path& modelsFolder)
{
    const std::filesystem::path description = modelsFolder / "letters.json";
    const nlohmann::json json = readJson(description);
    try {
        version_ = json.at("version").get<std::string>();
        acceptance_.comb = json.at("acceptance").at("comb").get<double>();
        acceptance_.lines = json.at("acceptance").at("lines").get<double>();
        const double temperature = json.at("temperature").get<double>();
        const auto isShare = [](double value) { return value >= 0.0 && value <= 1.0; };
        if (!(temperature > 0.0) || !isShare(acceptance_.comb) || !isShare(acceptance_.lines)) {
            throw Error(description.string() + ": temperature must be above 0 and acceptance 0 to 1",
                        ExitCode::installation);
        }
        classifier_ = std::make_unique<CharacterNet>(modelsFolder / "letters.onnx",
                                                     json.at("alphabet").get<std::string>(), temperature);
    } catch (const nlohmann::json::exception& error) {
        throw Error(description.string() + ": " + error.what(), ExitCode::installation);
    }
}

LetterReader::LetterReader(std::unique_ptr<CharacterClassifier> classifier, Acceptance acceptance,
                           std::string version)
    : classifier_(std::move(classifier)), acceptance_(acceptance), version_(std::move(version))
{
}

reading::FieldReading LetterReader::read(const page::RegisteredPage& page, const form::Field& field)
{
    const bool isComb = field.writing == form::Writing::comb;
    if (!isComb && field.writing != form::Writing::lines) {
        throw Error("field " + field.id + " is neither comb nor lines");
    }
    reading::FieldReading reading =
        isComb ? readComb(page, field, *classifier_) : readLines(page, field, *classifier_);
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
