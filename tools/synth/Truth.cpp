// SPDX-License-Identifier: EUPL-1.2
#include "Truth.h"

#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

namespace scanstraat::synth {

namespace {

using Json = nlohmann::ordered_json;

/// Millionths are far below a pixel; more digits would only differ between machines.
double rounded(double value)
{
    return std::round(value * 1e6) / 1e6;
}

Json pageJson(const TruthPage& page)
{
    Json json{{"file", page.place.file}, {"page", page.place.page}, {"class", page.pageClass}};
    if (page.pageClass == "form") {
        json["form"] = page.form;
        json["number"] = page.number;
    }
    if (!page.kind.empty()) {
        json["kind"] = page.kind;
    }
    if (!page.question.empty()) {
        json["question"] = page.question;
    }
    json["mmToPixel"] = Json::array();
    for (const double value : page.mmToPixel) {
        json["mmToPixel"].push_back(rounded(value));
    }
    return json;
}

Json fieldJson(const TruthField& entry)
{
    const Answer& answer = entry.answer;
    Json json{
        {"kind", form::toString(entry.field->kind)}, {"file", entry.place.file}, {"page", entry.place.page}};
    if (entry.field->writing == form::Writing::comb || entry.field->writing == form::Writing::lines) {
        json["written"] = answer.written;
    }
    json["value"] = answer.value;
    if (!answer.valid) {
        json["valid"] = false;
    } else if (entry.field->writing == form::Writing::comb || entry.field->writing == form::Writing::lines) {
        json["valid"] = true;
    }
    if (!answer.boxes.empty()) {
        json["corrected"] = answer.corrected;
        json["boxes"] = Json::object();
        for (const form::Option& option : entry.field->options) {
            json["boxes"][option.id] = reading::toString(answer.boxes.at(option.id));
        }
    }
    return json;
}

} // namespace

void writeTruth(const Truth& truth, const std::filesystem::path& folder)
{
    Json json{{"schema", "scanstraat/truth/1"}, {"application", truth.application}};
    json["style"] = truth.style;
    if (!truth.envelope.empty()) {
        json["envelope"] = {{"name", truth.envelope}, {"kind", truth.kind}, {"stray", truth.isStray}};
        json["defects"] = Json::array();
        for (const TruthDefect& defect : truth.defects) {
            json["defects"].push_back({{"kind", defect.kind}, {"form", defect.form}});
            if (defect.number != 0) {
                json["defects"].back()["number"] = defect.number;
            }
        }
    }
    json["pages"] = Json::array();
    for (const TruthPage& page : truth.pages) {
        json["pages"].push_back(pageJson(page));
    }
    json["fields"] = Json::object();
    for (const TruthField& field : truth.fields) {
        json["fields"][field.field->id] = fieldJson(field);
    }
    const std::filesystem::path file = folder / (truth.application + ".json");
    std::ofstream stream(file, std::ios::binary);
    stream << json.dump(1) << '\n';
    if (!stream.flush()) {
        throw Error(file.string() + ": cannot be written", ExitCode::output);
    }
}

} // namespace scanstraat::synth
