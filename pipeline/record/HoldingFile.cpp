// SPDX-License-Identifier: EUPL-1.2
#include "record/HoldingFile.h"

#include "base/Error.h"
#include "record/PageJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace scanstraat::record {

namespace {

using Json = nlohmann::ordered_json;

/// Cut off after four digits, as probabilities in records.
double probability(double value)
{
    constexpr double kSteps = 1e4;
    return std::floor(std::clamp(value, 0.0, 1.0) * kSteps + 1e-9) / kSteps;
}

Json pageJson(const reading::HeldPage& held)
{
    Json page = toJson(held.page);
    page["sha256"] = held.page.source.sha256;
    if (!held.page.templateVersion.empty()) {
        page["templateVersion"] = held.page.templateVersion;
    }
    page["fields"] = fieldsToJson(held.page);
    page["candidates"] = Json::array();
    for (const reading::Candidate& candidate : held.candidates) {
        page["candidates"].push_back(
            {{"record", candidate.record}, {"probability", probability(candidate.probability)}});
    }
    return page;
}

reading::HeldPage heldPageOf(const Json& json)
{
    reading::HeldPage held;
    held.page = pageOf(json);
    held.page.source.sha256 = json.at("sha256").get<std::string>();
    held.page.templateVersion = json.value("templateVersion", "");
    for (const auto& [id, field] : json.at("fields").items()) {
        held.page.fields.push_back(fieldOf(id, field));
    }
    for (const Json& candidate : json.at("candidates")) {
        held.candidates.push_back(
            {candidate.at("record").get<std::string>(), candidate.at("probability").get<double>()});
    }
    return held;
}

} // namespace

std::string toJson(const reading::Holding& holding)
{
    Json result{{"schema", kHoldingSchema}, {"id", holding.id}, {"pages", Json::array()}};
    for (const reading::HeldPage& held : holding.pages) {
        result["pages"].push_back(pageJson(held));
    }
    return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

reading::Holding parseHolding(std::string_view text)
{
    try {
        const Json json = Json::parse(text);
        if (json.at("schema").get<std::string>() != kHoldingSchema) {
            throw std::invalid_argument("the schema is not " + std::string(kHoldingSchema));
        }
        reading::Holding holding;
        holding.id = json.at("id").get<std::string>();
        for (const Json& page : json.at("pages")) {
            holding.pages.push_back(heldPageOf(page));
        }
        return holding;
    } catch (const Json::exception& e) {
        throw std::invalid_argument(e.what());
    }
}

reading::Holding readHolding(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        throw Error(file.string() + ": cannot be read", ExitCode::usage);
    }
    try {
        return parseHolding(text.str());
    } catch (const std::invalid_argument& e) {
        throw Error(file.string() + ": not a holding: " + e.what(), ExitCode::usage);
    }
}

} // namespace scanstraat::record
