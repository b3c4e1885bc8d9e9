// SPDX-License-Identifier: EUPL-1.2
#include "letters/LetterReader.h"

#include "base/Error.h"
#include "letters/CharacterNet.h"
#include "letters/CombReader.h"
#include "letters/LineNet.h"
#include "letters/LineReader.h"
#include "letters/SecondOpinion.h"
#include "rules/CountryNames.h"

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

double temperatureIn(const nlohmann::json& json, const std::filesystem::path& description)
{
    const double temperature = json.at("temperature").get<double>();
    if (!(temperature > 0.0)) {
        throw Error(description.string() + ": temperature must be above 0", ExitCode::installation);
    }
    return temperature;
}

/// `json` has the alphabet, `network` the temperature.
std::unique_ptr<CharacterNet> loadNet(const std::filesystem::path& onnx, const nlohmann::json& json,
                                      const nlohmann::json& network)
{
    return std::make_unique<CharacterNet>(onnx, json.at("alphabet").get<std::string>(),
                                          temperatureIn(network, onnx.parent_path() / "letters.json"));
}

std::unique_ptr<CharacterClassifier> loadDigits(const std::filesystem::path& folder,
                                                const nlohmann::json& json)
{
    const double sure = json.at("sure").get<double>();
    if (!(sure >= 0.0 && sure <= 1.0)) {
        throw Error((folder / "letters.json").string() + ": sure must be 0 to 1", ExitCode::installation);
    }
    return std::make_unique<SecondOpinion>(
        loadNet(folder / "digits-quick.onnx", json, json.at("quick")),
        loadNet(folder / "digits-thorough.onnx", json, json.at("thorough")), sure);
}

/// The characters, the marks and, last, what is struck out.
std::u32string lineAlphabet(const nlohmann::json& json)
{
    std::u32string alphabet;
    for (const char character : json.at("characters").get<std::string>()) {
        alphabet += static_cast<char32_t>(static_cast<unsigned char>(character));
    }
    for (const auto& mark : json.at("marks")) {
        alphabet += mark.get<char32_t>();
    }
    return alphabet + kStruckOut;
}

/// Adds to `versions` what it loads.
std::unique_ptr<LineNet> loadLines(const std::filesystem::path& folder, std::vector<std::string>& versions)
{
    const std::filesystem::path description = folder / "lines.json";
    const nlohmann::json json = readJson(description);
    try {
        versions.push_back(json.at("version").get<std::string>());
        return std::make_unique<LineNet>(folder / "lines.onnx", lineAlphabet(json),
                                         temperatureIn(json, description));
    } catch (const nlohmann::json::exception& error) {
        throw Error(description.string() + ": " + error.what(), ExitCode::installation);
    }
}

/// Names of countries, too: many write those instead.
std::unique_ptr<NameList> allNationalities()
{
    std::vector<std::string_view> names = rules::nationalities();
    const std::vector<std::string_view> countries = rules::countryNames();
    names.insert(names.end(), countries.begin(), countries.end());
    return std::make_unique<NameList>(names);
}

} // namespace

LetterReader::LetterReader(const std::filesystem::path& modelsFolder)
    : countries_(std::make_unique<NameList>(rules::countryNames())), nationalities_(allNationalities()),
      print_(std::make_unique<ocr::TesseractReader>())
{
    const std::filesystem::path description = modelsFolder / "letters.json";
    const nlohmann::json json = readJson(description);
    try {
        versions_.push_back(json.at("version").get<std::string>());
        const nlohmann::json& letters = json.at("letters");
        characters_ = loadNet(modelsFolder / "letters.onnx", letters, letters);
        digits_ = loadDigits(modelsFolder, json.at("digits"));
    } catch (const nlohmann::json::exception& error) {
        throw Error(description.string() + ": " + error.what(), ExitCode::installation);
    }
    recogniser_ = loadLines(modelsFolder, versions_);
    spelling_ = std::make_unique<Spelling>(modelsFolder / "spelling.json");
    versions_.push_back(spelling_->version());
    calibration_ = reading::Calibration(modelsFolder / "calibration.json");
    versions_.push_back(calibration_.version());
}

LetterReader::LetterReader(std::unique_ptr<CharacterClassifier> classifier,
                           std::unique_ptr<LineRecogniser> recogniser, reading::Calibration calibration,
                           std::string version)
    : characters_(std::move(classifier)), recogniser_(std::move(recogniser)),
      calibration_(std::move(calibration)), versions_{std::move(version)}
{
}

LineEngines LetterReader::lineEngines() const
{
    LineEngines engines{*recogniser_, spelling_.get(), countries_.get(), nationalities_.get(), {}};
    if (print_) {
        engines.print = [engine = print_.get()](const cv::Mat& line, const std::string& alphabet) {
            return engine->read(line, alphabet);
        };
    }
    return engines;
}

reading::FieldReading LetterReader::read(const page::RegisteredPage& page, const form::Field& field)
{
    const bool isComb = field.writing == form::Writing::comb;
    if (!isComb && field.writing != form::Writing::lines) {
        throw Error("field " + field.id + " is neither comb nor lines");
    }
    const reading::Curve& curve = calibration_.of(toString(field.kind));
    CharacterClassifier& digits = digits_ ? *digits_ : *characters_;
    reading::FieldReading reading = isComb ? readComb(page, field, {*characters_, digits}, curve)
                                           : readLines(page, field, lineEngines(), curve);
    reading.acceptFrom = curve.acceptFrom;
    if (reading.state == reading::FieldState::empty || reading.state == reading::FieldState::unreadable) {
        return reading;
    }
    if (reading.confidence >= curve.acceptFrom) {
        reading.state = reading::FieldState::read;
        reading.reasons.clear();
    } else {
        reading.state =
            reading.confidence < kUnreadable ? reading::FieldState::unreadable : reading::FieldState::unsure;
    }
    return reading;
}

} // namespace scanstraat::letters
