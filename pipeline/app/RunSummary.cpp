// SPDX-License-Identifier: EUPL-1.2
#include "app/RunSummary.h"

#include "app/EarlierRun.h"
#include "app/TerminalText.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <map>

namespace scanstraat::app {

namespace {

using Json = nlohmann::ordered_json;

std::map<std::string, std::size_t> countClasses(const RunSummary& summary)
{
    std::map<std::string, std::size_t> classes;
    for (const reading::PageReading* page : allPages(summary)) {
        ++classes[reading::toString(page->pageClass)];
    }
    return classes;
}

Json recordJson(const reading::Record& record)
{
    const FieldCounts counts = countFields(record);
    return {{"id", record.id},
            {"file", "records/" + record.id + ".json"},
            {"pages", record.pages.size()},
            {"accepted", counts.accepted},
            {"empty", counts.empty},
            {"review", counts.review},
            {"findings", countFindings(record)}};
}

} // namespace

FieldCounts countFields(const reading::Record& record)
{
    FieldCounts counts;
    for (const reading::PageReading& page : record.pages) {
        for (const reading::FieldReading& field : page.fields) {
            if (!reading::isAccepted(field.state)) {
                ++counts.review;
            } else if (field.state == reading::FieldState::empty) {
                ++counts.empty;
            } else {
                ++counts.accepted;
            }
        }
    }
    return counts;
}

std::size_t countFindings(const reading::Record& record)
{
    std::size_t count = record.findings.size();
    for (const reading::PageReading& page : record.pages) {
        count += page.findings.size();
    }
    return count;
}

std::vector<const reading::PageReading*> allPages(const RunSummary& summary)
{
    std::vector<const reading::PageReading*> pages;
    for (const reading::Record& record : summary.records) {
        for (const reading::PageReading& page : record.pages) {
            pages.push_back(&page);
        }
    }
    for (const reading::Holding& holding : summary.holdings) {
        for (const reading::HeldPage& held : holding.pages) {
            pages.push_back(&held.page);
        }
    }
    for (const reading::PageReading& page : summary.separators) {
        pages.push_back(&page);
    }
    return pages;
}

std::size_t countHeld(const RunSummary& summary)
{
    std::size_t count = 0;
    for (const reading::Holding& holding : summary.holdings) {
        count += holding.pages.size();
    }
    return count;
}

std::string summaryJson(const RunSummary& summary)
{
    Json json{{"schema", kRunSchema}};
    json["pagesIn"] = summary.pagesIn;
    json["pages"] = Json::object();
    for (const auto& [name, count] : countClasses(summary)) {
        json["pages"][name] = count;
    }
    json["records"] = Json::array();
    for (const reading::Record& record : summary.records) {
        json["records"].push_back(recordJson(record));
    }
    json["holding"] = Json::array();
    for (const reading::Holding& holding : summary.holdings) {
        json["holding"].push_back({{"id", holding.id},
                                   {"file", "holding/" + holding.id + ".json"},
                                   {"pages", holding.pages.size()}});
    }
    json["separators"] = Json::array();
    for (const reading::PageReading& page : summary.separators) {
        json["separators"].push_back(
            {{"file", page.source.file}, {"page", page.source.page}, {"code", page.identifiedBy}});
    }
    json["failedFiles"] = Json::array();
    for (const FileFailure& failure : summary.failures) {
        json["failedFiles"].push_back({{"file", failure.name},
                                       {"code", scan::toString(failure.problem.code)},
                                       {"message", failure.problem.message}});
    }
    json["ignoredFiles"] = summary.ignored;
    json["files"] = summary.files;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string summaryTable(const RunSummary& summary)
{
    std::string table;
    std::array<char, 160> line{};
    const auto add = [&](const char* id, const auto&... numbers) {
        std::snprintf(line.data(), line.size(), "%-32s %6zu %9zu %7zu %7zu %9zu\n", id, numbers...);
        table += line.data();
    };
    std::snprintf(line.data(), line.size(), "%-32s %6s %9s %7s %7s %9s\n", "application", "pages", "accepted",
                  "empty", "review", "findings");
    table += line.data();
    FieldCounts all;
    std::size_t pages = 0;
    std::size_t findings = 0;
    for (const reading::Record& record : summary.records) {
        const FieldCounts counts = countFields(record);
        add(record.id.c_str(), record.pages.size(), counts.accepted, counts.empty, counts.review,
            countFindings(record));
        all.accepted += counts.accepted;
        all.empty += counts.empty;
        all.review += counts.review;
        pages += record.pages.size();
        findings += countFindings(record);
    }
    add("all", pages, all.accepted, all.empty, all.review, findings);
    table += "\npages in: " + std::to_string(summary.pagesIn) + " =";
    const char* separator = " ";
    for (const auto& [name, count] : countClasses(summary)) {
        table += separator + std::to_string(count) + " " + name;
        separator = " + ";
    }
    table += "\n";
    if (const std::size_t held = countHeld(summary); held > 0) {
        table += "held for a person: " + std::to_string(held) + " of them (holding/)\n";
    }
    for (const FileFailure& failure : summary.failures) {
        table += "not read: " + terminalText(failure.name + ": " + failure.problem.message) + "\n";
    }
    return table;
}

} // namespace scanstraat::app
