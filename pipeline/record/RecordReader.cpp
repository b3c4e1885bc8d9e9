// SPDX-License-Identifier: EUPL-1.2
#include "record/RecordReader.h"

#include "base/Error.h"
#include "record/PageJson.h"
#include "record/RecordWriter.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace scanstraat::record {

namespace {

using Json = nlohmann::ordered_json;

using PageIndex = std::map<std::pair<std::string, int>, reading::PageReading*>;

PageIndex indexOf(reading::Record& record)
{
    PageIndex index;
    for (reading::PageReading& page : record.pages) {
        index[{page.source.file, page.source.page}] = &page;
    }
    return index;
}

reading::PageReading& pageAt(const PageIndex& index, const Json& json)
{
    const auto found = index.find({json.at("file").get<std::string>(), json.at("page").get<int>()});
    if (found == index.end()) {
        throw std::invalid_argument("a field is on a page that the record does not have");
    }
    return *found->second;
}

void addFields(reading::Record& record, const Json& json)
{
    const PageIndex index = indexOf(record);
    for (const auto& [id, field] : json.at("fields").items()) {
        pageAt(index, field).fields.push_back(fieldOf(id, field));
    }
    for (const Json& duplicate : json.at("duplicates")) {
        for (const auto& [id, field] : duplicate.at("fields").items()) {
            pageAt(index, duplicate).fields.push_back(fieldOf(id, field));
        }
    }
}

std::vector<reading::Fee> feesOf(const Json& json)
{
    std::vector<reading::Fee> fees;
    for (const Json& one : json) {
        reading::Fee fee;
        fee.form = one.at("form").get<std::string>();
        if (one.contains("euros")) {
            fee.euros = one.at("euros").get<int>();
        }
        for (const Json& possible : one.at("possible")) {
            fee.possible.push_back(
                {possible.at("euros").get<int>(), possible.at("condition").get<std::string>()});
        }
        fee.reasons = one.at("reasons").get<std::vector<std::string>>();
        fees.push_back(std::move(fee));
    }
    return fees;
}

void addVersions(reading::Record& record, const Json& json)
{
    std::map<std::string, std::string> versions;
    for (const Json& form : json.at("forms")) {
        versions[form.at("form").get<std::string>()] = form.at("templateVersion").get<std::string>();
    }
    std::map<std::string, std::string> hashes;
    for (const Json& source : json.at("sources")) {
        hashes[source.at("file").get<std::string>()] = source.at("sha256").get<std::string>();
    }
    for (reading::PageReading& page : record.pages) {
        page.templateVersion = page.form.empty() ? "" : versions[page.form];
        page.source.sha256 = hashes[page.source.file];
    }
}

} // namespace

reading::Record parseRecord(std::string_view text)
{
    try {
        const Json json = Json::parse(text);
        if (json.at("schema").get<std::string>() != kRecordSchema) {
            throw std::invalid_argument("the schema is not " + std::string(kRecordSchema));
        }
        reading::Record record;
        record.id = json.at("id").get<std::string>();
        record.fees = feesOf(json.value("fees", Json::array()));
        for (const Json& page : json.at("pages")) {
            record.pages.push_back(pageOf(page));
        }
        addFields(record, json);
        addVersions(record, json);
        record.findings = findingsOf(json.at("findings"));
        record.modelVersions = json.at("models").get<std::vector<std::string>>();
        return record;
    } catch (const Json::exception& e) {
        throw std::invalid_argument(e.what());
    }
}

reading::Record readRecord(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        throw Error(file.string() + ": cannot be read", ExitCode::usage);
    }
    try {
        return parseRecord(text.str());
    } catch (const std::invalid_argument& e) {
        throw Error(file.string() + ": not a record: " + e.what(), ExitCode::usage);
    }
}

} // namespace scanstraat::record
