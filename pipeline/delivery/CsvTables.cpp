// SPDX-License-Identifier: EUPL-1.2
#include "delivery/CsvTables.h"

#include <algorithm>
#include <vector>

namespace scanstraat::delivery {

namespace {

constexpr const char* kLineEnd = "\r\n"; ///< RFC 4180, section 2

/// Spreadsheets run what begins with these (OWASP, CSV injection); a sign before a digit is a number.
bool looksLikeFormula(const std::string& text)
{
    if (text.empty()) {
        return false;
    }
    const bool isSign = text.front() == '+' || text.front() == '-';
    const bool isNumber = isSign && text.find_first_not_of("0123456789 .,", 1) == std::string::npos;
    return text.front() == '=' || text.front() == '@' || text.front() == '\t' || text.front() == '\r' ||
           (isSign && !isNumber);
}

std::vector<const form::Field*> fieldsOf(const form::FormTemplate& form)
{
    std::vector<const form::Field*> fields;
    for (const form::Page& page : form.pages) {
        for (const form::Field& field : page.fields) {
            fields.push_back(&field);
        }
    }
    return fields;
}

const reading::FieldReading* firstReading(const reading::Record& record, const std::string& fieldId)
{
    for (const reading::PageReading& page : record.pages) {
        const auto field = std::ranges::find(page.fields, fieldId, &reading::FieldReading::fieldId);
        if (field != page.fields.end()) {
            return &*field;
        }
    }
    return nullptr;
}

std::string header(const std::vector<const form::Field*>& fields)
{
    std::string line = "id";
    for (const form::Field* field : fields) {
        line += "," + csvValue(field->id) + "," + csvValue(field->id + ":state");
    }
    return line + kLineEnd;
}

std::string row(const reading::Record& record, const std::vector<const form::Field*>& fields)
{
    std::string line = csvValue(record.id);
    for (const form::Field* field : fields) {
        const reading::FieldReading* reading = firstReading(record, field->id);
        if (reading == nullptr) {
            line += ",,";
            continue;
        }
        line += "," + (reading::isAccepted(reading->state) ? csvValue(reading->value) : std::string()) + "," +
                toString(reading->state);
    }
    return line + kLineEnd;
}

} // namespace

std::string csvValue(const std::string& text)
{
    const std::string safe = looksLikeFormula(text) ? "'" + text : text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
        return safe;
    }
    std::string quoted = "\"";
    for (const char c : safe) {
        quoted += c;
        quoted += c == '"' ? "\"" : "";
    }
    return quoted + "\"";
}

std::map<std::string, std::string> csvTables(std::span<const reading::Record> records,
                                             std::span<const form::FormTemplate> templates)
{
    std::map<std::string, std::string> tables;
    for (const form::FormTemplate& form : templates) {
        const std::vector<const form::Field*> fields = fieldsOf(form);
        std::string rows;
        for (const reading::Record& record : records) {
            const bool has = std::ranges::any_of(
                record.pages, [&](const reading::PageReading& page) { return page.form == form.id; });
            rows += has && !fields.empty() ? row(record, fields) : std::string();
        }
        if (!rows.empty()) {
            tables[form.id] = header(fields) + rows;
        }
    }
    return tables;
}

} // namespace scanstraat::delivery
