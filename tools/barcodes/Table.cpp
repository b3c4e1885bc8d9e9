// SPDX-License-Identifier: EUPL-1.2
#include "Table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace scanstraat::barcodes {

namespace {

using Json = nlohmann::ordered_json;

std::string nameOf(Answer answer)
{
    return answer == Answer::right ? "right" : answer == Answer::wrong ? "wrong" : "nothing";
}

std::map<std::string, std::vector<Case>> byGroup(std::span<const Case> cases)
{
    std::map<std::string, std::vector<Case>> groups;
    for (const Case& one : cases) {
        groups[one.group].push_back(one);
    }
    return groups;
}

Json rowJson(const Row& row)
{
    return {{"right", row.right},
            {"wrong", row.wrong},
            {"nothing", row.nothing},
            {"milliseconds", std::round(row.milliseconds * 100.0) / 100.0}};
}

std::string groupTable(std::span<const Case> cases)
{
    std::string text = "\n| pages | | ours | ZXing | zbar |\n| --- | ---: | ---: | ---: | ---: |\n";
    for (const auto& [name, some] : byGroup(cases)) {
        text += "| " + name + " | " + std::to_string(some.size());
        for (const Reader reader : kReaders) {
            const Row row = rowOf(some, reader);
            text += " | " + std::to_string(row.right) +
                    (row.wrong > 0 ? " (" + std::to_string(row.wrong) + " wrong)" : "");
        }
        text += " |\n";
    }
    return text;
}

} // namespace

std::string toString(Reader reader)
{
    return reader == Reader::ours ? "ours" : reader == Reader::zxing ? "ZXing" : "zbar";
}

Row rowOf(std::span<const Case> cases, Reader reader)
{
    Row row;
    int timed = 0;
    for (const Case& one : cases) {
        const Attempt& attempt = one.of(reader);
        row.right += attempt.answer == Answer::right ? 1 : 0;
        row.wrong += attempt.answer == Answer::wrong ? 1 : 0;
        row.nothing += attempt.answer == Answer::nothing ? 1 : 0;
        row.milliseconds += attempt.milliseconds;
        timed += attempt.milliseconds > 0.0 ? 1 : 0;
    }
    row.milliseconds /= std::max(1, timed);
    return row;
}

std::string table(std::span<const Case> cases)
{
    std::string text = "| " + std::to_string(cases.size()) +
                       " pages with a barcode | right | wrong | nothing | CPU ms a page |\n"
                       "| --- | ---: | ---: | ---: | ---: |\n";
    for (const Reader reader : kReaders) {
        const Row row = rowOf(cases, reader);
        char line[160] = {};
        std::snprintf(line, sizeof line, "| %s | %d | %d | %d | %.2f |\n", toString(reader).c_str(),
                      row.right, row.wrong, row.nothing, row.milliseconds);
        text += line;
    }
    const bool grouped = std::ranges::any_of(cases, [](const Case& one) { return !one.group.empty(); });
    return grouped ? text + groupTable(cases) : text;
}

std::string json(std::span<const Case> cases)
{
    Json result{{"pages", cases.size()}, {"readers", Json::object()}, {"missed", Json::array()}};
    for (const Reader reader : kReaders) {
        result["readers"][toString(reader)] = rowJson(rowOf(cases, reader));
    }
    for (const Case& one : cases) {
        if (std::ranges::any_of(one.attempts, [](const Attempt& a) { return a.answer != Answer::right; })) {
            Json line{{"scan", one.scan}, {"done", one.group}, {"became", one.became}};
            for (const Reader reader : kReaders) {
                line[toString(reader)] = nameOf(one.of(reader).answer);
            }
            result["missed"].push_back(std::move(line));
        }
    }
    return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string behind(std::span<const Case> cases)
{
    std::string text;
    for (const Case& one : cases) {
        const auto read = [&](Reader reader) { return one.of(reader).answer == Answer::right; };
        if (!read(Reader::ours) && (read(Reader::zxing) || read(Reader::zbar))) {
            text += one.scan + " (" + one.group + "): " + one.became + "; read by" +
                    (read(Reader::zxing) ? " ZXing" : "") + (read(Reader::zbar) ? " zbar" : "") + "\n";
        }
    }
    return text;
}

} // namespace scanstraat::barcodes
