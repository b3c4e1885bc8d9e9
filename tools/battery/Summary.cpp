// SPDX-License-Identifier: EUPL-1.2
#include "Summary.h"

#include "base/Median.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace scanstraat::battery {

namespace {

std::string fixed(double value, int digits)
{
    char text[32] = {};
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

bool isMeasured(Outcome outcome)
{
    return outcome == Outcome::right || outcome == Outcome::coarse || outcome == Outcome::misregistered;
}

const std::vector<std::string>& columns()
{
    static const std::vector<std::string> names{"distortion",
                                                "strength",
                                                "pages",
                                                "right",
                                                "coarse",
                                                "refused",
                                                "refused with 2 marks",
                                                "misregistered",
                                                "wrong identity",
                                                "unfit",
                                                "rescan",
                                                "rms median mm",
                                                "rms max mm",
                                                "worst max mm",
                                                "ms"};
    return names;
}

std::vector<std::string> cells(const Row& row)
{
    std::vector<std::string> result{row.name, fixed(row.strength, 2), std::to_string(row.pages)};
    for (const Outcome outcome : {Outcome::right, Outcome::coarse, Outcome::refused}) {
        result.push_back(std::to_string(row.count(outcome)));
    }
    result.push_back(std::to_string(row.refusedWithMarks));
    for (const Outcome outcome : {Outcome::misregistered, Outcome::wrongIdentity, Outcome::unfit}) {
        result.push_back(std::to_string(row.count(outcome)));
    }
    result.push_back(std::to_string(row.rescans));
    for (const double mm : {row.rmsMedianMm, row.rmsMaxMm, row.worstMaxMm}) {
        result.push_back(fixed(mm, 3));
    }
    result.push_back(fixed(row.millisecondsMedian, 1));
    return result;
}

std::string joined(const std::vector<std::string>& words, const std::string& between)
{
    std::string line;
    for (const std::string& word : words) {
        line += (line.empty() ? "" : between) + word;
    }
    return line;
}

} // namespace

bool isNeedless(const Case& one)
{
    return one.verdict.outcome == Outcome::refused && one.intactMarks >= 2 && !one.mustBeRefused;
}

void ReadShare::add(std::span<const Case> cases)
{
    for (const Case& one : cases) {
        if (one.intactMarks >= 2 && !one.mustBeRefused && one.strength <= 1.0) {
            ++pages_;
            read_ += one.verdict.outcome == Outcome::right ? 1 : 0;
        }
    }
}

double ReadShare::share() const
{
    return pages_ > 0 ? static_cast<double>(read_) / pages_ : 0.0;
}

int Row::harmful() const
{
    return count(Outcome::misregistered) + count(Outcome::wrongIdentity) + count(Outcome::unfit);
}

Row summed(std::string name, double strength, std::span<const Case> cases)
{
    Row row;
    row.name = std::move(name);
    row.strength = strength;
    std::vector<double> rms;
    std::vector<double> times;
    for (const Case& one : cases) {
        const Outcome outcome = one.verdict.outcome;
        ++row.pages;
        ++row.outcomes.at(static_cast<std::size_t>(outcome));
        row.refusedWithMarks += isNeedless(one) ? 1 : 0;
        row.rescans += one.verdict.rescan ? 1 : 0;
        times.push_back(one.milliseconds);
        if (isMeasured(outcome)) {
            rms.push_back(one.verdict.rmsMm);
            row.rmsMaxMm = std::max(row.rmsMaxMm, one.verdict.rmsMm);
            row.worstMaxMm = std::max(row.worstMaxMm, one.verdict.worstMm);
        }
    }
    row.rmsMedianMm = medianOf(rms);
    row.millisecondsMedian = medianOf(times);
    return row;
}

std::vector<Row> byGroup(const std::vector<Case>& cases)
{
    std::vector<std::vector<Case>> groups;
    for (const Case& one : cases) {
        const auto same = [&](const std::vector<Case>& group) {
            return group.front().group == one.group && group.front().strength == one.strength;
        };
        const auto found = std::ranges::find_if(groups, same);
        if (found == groups.end()) {
            groups.push_back({one});
        } else {
            found->push_back(one);
        }
    }
    std::vector<Row> rows;
    for (const std::vector<Case>& group : groups) {
        rows.push_back(summed(group.front().group, group.front().strength, group));
    }
    return rows;
}

std::vector<Row> byMarks(const std::vector<Case>& cases)
{
    std::vector<Row> rows;
    for (int marks = 4; marks >= 0; --marks) {
        std::vector<Case> some;
        std::ranges::copy_if(cases, std::back_inserter(some),
                             [&](const Case& one) { return one.intactMarks == marks; });
        rows.push_back(summed(std::to_string(marks) + " marks intact", 1.0, some));
    }
    rows.push_back(summed("all", 1.0, cases));
    return rows;
}

std::string toCsv(const std::vector<Row>& rows)
{
    std::string text = joined(columns(), ",") + "\n";
    for (const Row& row : rows) {
        text += joined(cells(row), ",") + "\n";
    }
    return text;
}

std::string toMarkdown(const std::vector<Row>& rows)
{
    std::string text = "| " + joined(columns(), " | ") + " |\n|";
    for (std::size_t i = 0; i < columns().size(); ++i) {
        text += i == 0 ? " --- |" : " ---: |";
    }
    text += "\n";
    for (const Row& row : rows) {
        text += "| " + joined(cells(row), " | ") + " |\n";
    }
    return text;
}

std::string toJson(const std::vector<Row>& rows)
{
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Row& row : rows) {
        nlohmann::ordered_json one{{"name", row.name}, {"strength", row.strength}, {"pages", row.pages}};
        for (std::size_t i = 0; i < kOutcomes; ++i) {
            one[toString(static_cast<Outcome>(i))] = row.outcomes.at(i);
        }
        one["refusedWithMarks"] = row.refusedWithMarks;
        one["rescans"] = row.rescans;
        one["rmsMedianMm"] = row.rmsMedianMm;
        one["rmsMaxMm"] = row.rmsMaxMm;
        one["worstMaxMm"] = row.worstMaxMm;
        all.push_back(std::move(one));
    }
    return all.dump(1) + "\n";
}

std::string casesCsv(const std::vector<Case>& cases)
{
    std::string text = "group,strength,page,done,intact marks,outcome,read as,rms mm,worst mm\n";
    for (const Case& one : cases) {
        text += joined({one.group, fixed(one.strength, 2), std::to_string(one.page), one.done,
                        std::to_string(one.intactMarks), toString(one.verdict.outcome), one.verdict.readAs,
                        fixed(one.verdict.rmsMm, 3), fixed(one.verdict.worstMm, 3)},
                       ",") +
                "\n";
    }
    return text;
}

} // namespace scanstraat::battery
