// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Judge.h"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::battery {

/// One scan and what became of it.
struct Case
{
    std::string group; ///< the distortion, "mixed" or the kind of foreign page
    double strength = 1.0;
    int page = 0;
    std::string done; ///< the distortions, with '+' between
    int intactMarks = 0;
    bool mustBeRefused = false; ///< a foreign page, or one that nobody can read as a whole
    Verdict verdict;
    double milliseconds = 0.0; ///< CPU time of align and ident
};

/// True for a page that was refused although it should be read: it has two intact marks or more.
[[nodiscard]] bool isNeedless(const Case& one);

/// Cases of one line of a table.
struct Row
{
    std::string name;
    double strength = 1.0;
    int pages = 0;
    std::array<int, kOutcomes> outcomes{}; ///< in the order of Outcome
    int refusedWithMarks = 0;              ///< pages to be read, refused with two intact marks or more
    int rescans = 0;                       ///< pages of which another scan is asked for
    double rmsMedianMm = 0.0;              ///< of pages whose identity is right
    double rmsMaxMm = 0.0;
    double worstMaxMm = 0.0;
    double millisecondsMedian = 0.0;

    [[nodiscard]] int count(Outcome outcome) const { return outcomes.at(static_cast<std::size_t>(outcome)); }
    [[nodiscard]] int harmful() const;
};

[[nodiscard]] Row summed(std::string name, double strength, std::span<const Case> cases);

/// How many of the pages that should be read were: those with two intact marks or more at strength 1 or
/// below.
class ReadShare
{
public:
    void add(std::span<const Case> cases);
    /// 0 to 1; 0 of no pages.
    [[nodiscard]] double share() const;

private:
    int pages_ = 0;
    int read_ = 0;
};

/// One row for each group and strength, in the order in which they first come.
[[nodiscard]] std::vector<Row> byGroup(const std::vector<Case>& cases);

/// One row for each number of intact marks, 4 first; then all together.
[[nodiscard]] std::vector<Row> byMarks(const std::vector<Case>& cases);

[[nodiscard]] std::string toCsv(const std::vector<Row>& rows);
[[nodiscard]] std::string toMarkdown(const std::vector<Row>& rows);
[[nodiscard]] std::string toJson(const std::vector<Row>& rows);

/// A line for each case, to find the scans behind a figure.
[[nodiscard]] std::string casesCsv(const std::vector<Case>& cases);

} // namespace scanstraat::battery
