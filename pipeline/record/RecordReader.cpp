// SPDX-License-Identifier: EUPL-1.2
#include "record/RecordReader.h"

#include "base/Error.h"
#include "record/RecordWriter.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace scanstraat::record {

namespace {

using Json = nlohmann::ordered_json;

/// The value whose name in files is `name`, of the first `count` values of an enumeration.
template <typename Enum>
Enum fromName(const std::string& name, int count)
{
    for (int i = 0; i < count; ++i) {
        if (toString(static_cast<Enum>(i)) == name) {
            return static_cast<Enum>(i);
        }
    }
    throw std::invalid_argument("unknown name \"" + name + "\"");
}

RectMm rectOf(const Json& json)
{
    return {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>(),
            json.at(3).get<double>()};
}

std::vector<reading::Alternative> alternativesOf(const Json& json)
{
    std::vector<reading::Alternative> result;
    for (const Json& one : json) {
        result.push_back({one.at("value").get<std::string>(), one.at("confidence").get<double>()});
    }
    return result;
}

reading::BoxReading boxOf(const std::string& option, const Json& json)
{
    reading::BoxReading box;
    box.option = option;
    box.box = rectOf(json.at("box"));
    box.state = fromName<reading::MarkState>(json.at("state").get<std::string>(), reading::kMarkStates);
    box.probabilities[static_cast<std::size_t>(box.state)] = json.at("confidence").get<double>();
    return box;
}

reading::CharacterReading characterOf(const Json& json)
{
    reading::CharacterReading character;
    character.text = json.at("text").get<std::string>();
    character.probability = json.at("confidence").get<double>();
    character.box = rectOf(json.at("box"));
    if (json.contains("alternatives")) {
        character.alternatives = alternativesOf(json.at("alternatives"));
    }
    return character;
}

reading::FieldReading fieldOf(const std::string& id, const Json& json)
{
    reading::FieldReading field;
    field.fieldId = id;
    field.value = json.at("value").get<std::string>();
    field.raw = json.at("raw").get<std::string>();
    field.state =
        fromName<reading::FieldState>(json.at("state").get<std::string>(), reading::kFieldStates.size());
    field.confidence = json.at("confidence").get<double>();
    field.alternatives = alternativesOf(json.at("alternatives"));
    field.box = rectOf(json.at("box"));
    field.reasons = json.at("reasons").get<std::vector<std::string>>();
    if (json.contains("boxes")) {
        for (const auto& [option, box] : json.at("boxes").items()) {
            field.boxes.push_back(boxOf(option, box));
        }
    }
    if (json.contains("characters")) {
        for (const Json& character : json.at("characters")) {
            field.characters.push_back(characterOf(character));
        }
    }
    if (json.contains("table")) {
        const Json& place = json.at("table");
        field.place =
            reading::TablePlace{place.at("id").get<std::string>(), place.at("row").get<std::string>(),
                                place.at("column").get<std::string>()};
    }
    field.picture = json.value("picture", "");
    for (const Json& evidence : json.value("evidence", Json::array())) {
        field.evidence.push_back({evidence.at("source").get<std::string>(), evidence.value("seen", "")});
    }
    return field;
}

std::vector<reading::Finding> findingsOf(const Json& json)
{
    std::vector<reading::Finding> result;
    for (const Json& one : json) {
        result.push_back({one.at("code").get<std::string>(), one.at("message").get<std::string>(),
                          one.value("field", ""), one.at("review").get<bool>(), one.value("detail", "")});
    }
    return result;
}

reading::Registration registrationOf(const Json& json)
{
    reading::Registration result;
    for (std::size_t i = 0; i < result.mmToPixel.size(); ++i) {
        result.mmToPixel[i] = json.at("mmToPixel").at(i).get<double>();
    }
    result.residualMm = json.at("residualMm").get<double>();
    for (const Json& mark : json.at("marks")) {
        result.marks.push_back({mark.at(0).get<double>(), mark.at(1).get<double>()});
    }
    result.linesSought = json.at("linesSought").get<int>();
    result.linesFound = json.at("linesFound").get<int>();
    result.lineResidualMm = json.at("lineResidualMm").get<double>();
    result.uncertaintyMm = json.at("uncertaintyMm").get<double>();
    result.skewDegrees = json.at("skewDegrees").get<double>();
    result.orientation = json.at("orientation").get<int>();
    result.scaleX = json.at("scaleX").get<double>();
    result.scaleY = json.at("scaleY").get<double>();
    return result;
}

reading::ScanQuality qualityOf(const Json& json)
{
    reading::ScanQuality result;
    for (const auto& [name, one] : json.items()) {
        const auto measure = fromName<reading::QualityMeasure>(name, reading::kQualityMeasures.size());
        result.push_back({measure, one.at("value").get<double>(),
                          one.at(isLeast(measure) ? "least" : "most").get<double>()});
    }
    return result;
}

reading::PageReading pageOf(const Json& json)
{
    reading::PageReading page;
    page.source.file = json.at("file").get<std::string>();
    page.source.page = json.at("page").get<int>();
    page.pageClass =
        fromName<reading::PageClass>(json.at("class").get<std::string>(), reading::kPageClasses.size());
    page.form = json.value("form", "");
    page.edition = json.value("edition", "");
    page.number = json.value("number", 0);
    page.identifiedBy = json.value("identifiedBy", "");
    page.identityConfidence = json.value("identityConfidence", 0.0);
    page.widthPixels = json.at("widthPixels").get<int>();
    page.heightPixels = json.at("heightPixels").get<int>();
    page.dpi = json.at("dpi").get<double>();
    if (json.contains("registration")) {
        page.registration = registrationOf(json.at("registration"));
    }
    if (json.contains("quality")) {
        page.quality = qualityOf(json.at("quality"));
    }
    page.findings = findingsOf(json.at("findings"));
    return page;
}

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
