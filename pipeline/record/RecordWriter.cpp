// SPDX-License-Identifier: EUPL-1.2
#include "record/RecordWriter.h"

#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

namespace scanstraat::record {

namespace {

using Json = nlohmann::ordered_json;
using reading::FieldReading;
using reading::PageReading;
using reading::Record;

double rounded(double value, int digits)
{
    const double factor = std::pow(10.0, digits);
    const double result = std::round(value * factor) / factor;
    return std::isfinite(result) ? result + 0.0 : 0.0; // + 0.0: no minus zero
}

/// Four digits, cut off: what is not certain must not be written as 1. Digits that were written before stay.
double probability(double value)
{
    constexpr double kSteps = 1e4;
    const double within = std::clamp(value, 0.0, 1.0);
    const double nearest = std::round(within * kSteps);
    const double cut = (nearest / kSteps > within ? nearest - 1.0 : nearest) / kSteps;
    return std::isfinite(cut) ? cut : 0.0;
}

Json toJson(const RectMm& box)
{
    return Json::array({rounded(box.x, 3), rounded(box.y, 3), rounded(box.width, 3), rounded(box.height, 3)});
}

Json toJson(const std::vector<reading::Alternative>& alternatives)
{
    Json result = Json::array();
    for (const reading::Alternative& one : alternatives) {
        result.push_back({{"value", one.value}, {"confidence", probability(one.probability)}});
    }
    return result;
}

Json toJson(const reading::BoxReading& box)
{
    const double sure = *std::max_element(box.probabilities.begin(), box.probabilities.end());
    return {{"state", toString(box.state)}, {"confidence", probability(sure)}, {"box", toJson(box.box)}};
}

Json toJson(const reading::CharacterReading& character)
{
    Json result{{"text", character.text}, {"confidence", probability(character.probability)}};
    if (!character.alternatives.empty()) {
        result["alternatives"] = toJson(character.alternatives);
    }
    result["box"] = toJson(character.box);
    return result;
}

Json toJson(const FieldReading& field, const PageReading& page)
{
    Json result{{"value", field.value},
                {"raw", field.raw},
                {"state", toString(field.state)},
                {"confidence", probability(field.confidence)},
                {"alternatives", toJson(field.alternatives)},
                {"file", page.source.file},
                {"page", page.source.page},
                {"formPage", page.number},
                {"box", toJson(field.box)}};
    if (!field.boxes.empty()) {
        result["boxes"] = Json::object();
        for (const reading::BoxReading& box : field.boxes) {
            result["boxes"][box.option] = toJson(box);
        }
    }
    if (!field.characters.empty()) {
        result["characters"] = Json::array();
        for (const reading::CharacterReading& character : field.characters) {
            result["characters"].push_back(toJson(character));
        }
    }
    for (const reading::Evidence& evidence : field.evidence) {
        Json one{{"source", evidence.source}};
        if (!evidence.seen.empty()) {
            one["seen"] = evidence.seen;
        }
        result["evidence"].push_back(std::move(one));
    }
    if (field.place) {
        result["table"] = {
            {"id", field.place->table}, {"row", field.place->row}, {"column", field.place->column}};
    }
    if (!field.picture.empty()) {
        result["picture"] = field.picture;
    }
    result["reasons"] = field.reasons;
    return result;
}

Json toJson(const std::vector<reading::Finding>& findings)
{
    Json result = Json::array();
    for (const reading::Finding& finding : findings) {
        Json one{{"code", finding.code}, {"message", finding.message}};
        if (!finding.fieldId.empty()) {
            one["field"] = finding.fieldId;
        }
        one["review"] = finding.review;
        if (!finding.detail.empty()) {
            one["detail"] = finding.detail;
        }
        result.push_back(std::move(one));
    }
    return result;
}

Json toJson(const reading::Registration& registration)
{
    Json map = Json::array();
    for (std::size_t i = 0; i < registration.mmToPixel.size(); ++i) {
        map.push_back(rounded(registration.mmToPixel[i], i % 3 == 2 ? 3 : 6));
    }
    Json marks = Json::array();
    for (const PointMm& mark : registration.marks) {
        marks.push_back({rounded(mark.x, 2), rounded(mark.y, 2)});
    }
    return {{"mmToPixel", std::move(map)},
            {"residualMm", rounded(registration.residualMm, 4)},
            {"marks", std::move(marks)},
            {"linesSought", registration.linesSought},
            {"linesFound", registration.linesFound},
            {"lineResidualMm", rounded(registration.lineResidualMm, 4)},
            {"uncertaintyMm", rounded(registration.uncertaintyMm, 4)},
            {"skewDegrees", rounded(registration.skewDegrees, 4)},
            {"orientation", registration.orientation},
            {"scaleX", rounded(registration.scaleX, 5)},
            {"scaleY", rounded(registration.scaleY, 5)}};
}

Json toJson(const reading::ScanQuality& quality)
{
    Json result = Json::object();
    for (const reading::QualityValue& one : quality) {
        result[toString(one.measure)] = {{"value", rounded(one.value, 3)},
                                         {isLeast(one.measure) ? "least" : "most", rounded(one.limit, 3)},
                                         {"good", one.isGood()}};
    }
    return result;
}

Json toJson(const PageReading& page)
{
    Json result{{"file", page.source.file}, {"page", page.source.page}, {"class", toString(page.pageClass)}};
    if (!page.form.empty()) {
        result["form"] = page.form;
        result["edition"] = page.edition;
        result["number"] = page.number;
        result["identifiedBy"] = page.identifiedBy;
        result["identityConfidence"] = probability(page.identityConfidence);
    }
    result["widthPixels"] = page.widthPixels;
    result["heightPixels"] = page.heightPixels;
    result["dpi"] = rounded(page.dpi, 2);
    if (page.registration.isKnown()) {
        result["registration"] = toJson(page.registration);
    }
    if (!page.quality.empty()) {
        result["quality"] = toJson(page.quality);
    }
    result["findings"] = toJson(page.findings);
    return result;
}

Json formsOf(const Record& record)
{
    Json forms = Json::array();
    for (const PageReading& page : record.pages) {
        if (page.form.empty()) {
            continue;
        }
        const auto same = [&page](const Json& one) { return one.at("form") == page.form; };
        auto form = std::find_if(forms.begin(), forms.end(), same);
        if (form == forms.end()) {
            forms.push_back({{"form", page.form},
                             {"edition", page.edition},
                             {"templateVersion", page.templateVersion},
                             {"pages", Json::array()}});
            form = forms.end() - 1;
        }
        Json& pages = form->at("pages");
        if (std::find(pages.begin(), pages.end(), Json(page.number)) == pages.end()) {
            pages.push_back(page.number);
        }
    }
    return forms;
}

Json fieldsOf(const PageReading& page)
{
    Json fields = Json::object();
    for (const FieldReading& field : page.fields) {
        fields[field.fieldId] = toJson(field, page);
    }
    return fields;
}

/// What stands in the tables of a form page: by table, row and column the field's id, value and state.
void addTables(Json& tables, const PageReading& page)
{
    for (const FieldReading& field : page.fields) {
        if (field.place) {
            tables[page.form + "." + field.place->table][field.place->row][field.place->column] = {
                {"field", field.fieldId}, {"value", field.value}, {"state", toString(field.state)}};
        }
    }
}

/// The fields and tables of each form page; the fields of a page that came before go under "duplicates".
void addFields(Json& result, const Record& record)
{
    Json fields = Json::object();
    Json tables = Json::object();
    Json duplicates = Json::array();
    std::set<std::pair<std::string, int>> seen;
    for (const PageReading& page : record.pages) {
        if (page.form.empty()) {
            continue;
        }
        Json own = fieldsOf(page);
        if (seen.emplace(page.form, page.number).second) {
            fields.update(own);
            addTables(tables, page);
        } else {
            duplicates.push_back({{"file", page.source.file}, {"page", page.source.page}, {"fields", own}});
        }
    }
    result["fields"] = std::move(fields);
    if (!tables.empty()) {
        result["tables"] = std::move(tables);
    }
    result["duplicates"] = std::move(duplicates);
}

Json sourcesOf(const Record& record)
{
    Json sources = Json::array();
    for (const PageReading& page : record.pages) {
        const auto same = [&page](const Json& one) { return one.at("file") == page.source.file; };
        const auto source = std::find_if(sources.begin(), sources.end(), same);
        if (source != sources.end()) {
            source->at("pages") = source->at("pages").get<int>() + 1;
        } else {
            sources.push_back({{"file", page.source.file}, {"sha256", page.source.sha256}, {"pages", 1}});
        }
    }
    return sources;
}

Json feesOf(const Record& record)
{
    Json fees = Json::array();
    for (const reading::Fee& fee : record.fees) {
        Json one{{"form", fee.form}};
        if (fee.euros) {
            one["euros"] = *fee.euros;
        }
        one["possible"] = Json::array();
        for (const reading::PossibleFee& possible : fee.possible) {
            one["possible"].push_back({{"euros", possible.euros}, {"condition", possible.condition}});
        }
        one["reasons"] = fee.reasons;
        fees.push_back(std::move(one));
    }
    return fees;
}

} // namespace

std::string toJson(const Record& record)
{
    Json result{{"schema", kRecordSchema}, {"id", record.id}, {"forms", formsOf(record)}};
    addFields(result, record);
    result["pages"] = Json::array();
    for (const PageReading& page : record.pages) {
        result["pages"].push_back(toJson(page));
    }
    result["sources"] = sourcesOf(record);
    result["findings"] = toJson(record.findings);
    result["fees"] = feesOf(record);
    result["models"] = record.modelVersions;
    return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::filesystem::path writeRecord(const Record& record, const std::filesystem::path& folder)
{
    const std::filesystem::path file = folder / (record.id + ".json");
    const std::filesystem::path draft = folder / (record.id + ".json.part");
    std::ofstream out(draft, std::ios::binary | std::ios::trunc);
    out << toJson(record);
    out.close();
    std::error_code failure;
    if (out) {
        std::filesystem::rename(draft, file, failure);
    }
    if (!out || failure) {
        std::error_code ignored;
        std::filesystem::remove(draft, ignored);
        throw Error(file.string() + ": cannot be written; is the folder there, with room and rights?",
                    ExitCode::output);
    }
    return file;
}

} // namespace scanstraat::record
