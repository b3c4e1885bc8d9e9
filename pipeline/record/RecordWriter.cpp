// SPDX-License-Identifier: EUPL-1.2
#include "record/RecordWriter.h"

#include "base/Error.h"
#include "record/PageJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>

namespace scanstraat::record {

namespace {

using Json = nlohmann::ordered_json;
using reading::PageReading;
using reading::Record;

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

/// What stands in the tables of a form page: by table, row and column the field's id, value and state.
void addTables(Json& tables, const PageReading& page)
{
    for (const reading::FieldReading& field : page.fields) {
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
        Json own = fieldsToJson(page);
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
