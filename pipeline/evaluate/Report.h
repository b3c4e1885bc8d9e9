// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "evaluate/Assembly.h"
#include "reading/FieldReading.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace scanstraat::evaluate {

/// What became of a set of fields. fields = acceptedRight + acceptedWrong + review.
struct FieldCounts
{
    int fields = 0;
    int right = 0; ///< the value is the true one, accepted or not
    int acceptedRight = 0;
    int acceptedWrong = 0;
    int review = 0;

    FieldCounts& operator+=(const FieldCounts& other);
};

/// Share of fields sent to review, the least certain first, and the errors among those that are left.
struct CurvePoint
{
    double review = 0.0;
    double error = 0.0;
};

/// One field, for the curve.
struct Judged
{
    double confidence = 0.0;
    bool right = false;
    bool isFilled = true; ///< something stands on paper
};

struct KindReport
{
    FieldCounts filled; ///< fields with something on paper
    FieldCounts empty;
    std::vector<Judged> judged;

    [[nodiscard]] FieldCounts all() const;
};

struct CharacterCounts
{
    int characters = 0;
    int errors = 0; ///< substituted, missing or invented

    [[nodiscard]] double rightShare() const;
};

struct BoxCounts
{
    /// [true state][read state], in the order of reading::MarkState.
    std::array<std::array<int, reading::kMarkStates>, reading::kMarkStates> confusion{};
    int acceptedWrong = 0; ///< a wrong state in a field that nobody looks at

    [[nodiscard]] int total() const;
    [[nodiscard]] int right() const;
};

struct PageCounts
{
    int pages = 0;
    int forms = 0;
    int identified = 0;   ///< form pages with the right form and page number
    int unidentified = 0; ///< form pages that were not called a form page: they go to review
    int wrong = 0;        ///< taken for another page, or a page without a form taken for a form page
    int lost = 0;         ///< in no record
    int repeated = 0;     ///< in more than one place
    int registered = 0;   ///< pages whose registration was compared
    int points = 0;       ///< field centres on those
    double squaredErrorMm = 0.0;
    double maxErrorMm = 0.0;

    [[nodiscard]] double rmsErrorMm() const;
};

/// What was read on attachments whose kind is known.
struct AttachmentCounts
{
    int pages = 0; ///< of which the text was read
    int kindsRight = 0;
    int looseSheets = 0;
    int questionsRight = 0; ///< of the loose sheets
    /// [true kind][read kind]
    std::map<std::string, std::map<std::string, int>> confusion;
};

/// Everything that `scanstraat evaluate` found.
struct Report
{
    std::map<std::string, KindReport> kinds; ///< by the name of the field kind
    int missingFields = 0;                   ///< true fields that no record has; counted under review, too
    CharacterCounts comb;
    CharacterCounts line;
    BoxCounts boxes;
    PageCounts pages;
    AssemblyCounts assembly;
    AttachmentCounts attachments;
    std::vector<std::string> acceptedWrong; ///< "app-0001 6009.1.5: "1985-03-01", true "1985-03-07""

    [[nodiscard]] FieldCounts filled() const;
    [[nodiscard]] FieldCounts empty() const;
    [[nodiscard]] FieldCounts all() const;
};

/// Errors against review for review shares of 0, 1, 2, 5, 10, 20, 30 and 50 %.
[[nodiscard]] std::vector<CurvePoint> reviewCurve(std::vector<Judged> judged);

/// Single figures by name, as `--require` and the JSON output have them: "fields-right", ...
[[nodiscard]] std::map<std::string, double> figures(const Report& report);

[[nodiscard]] std::string toText(const Report& report);
[[nodiscard]] std::string toJson(const Report& report);

} // namespace scanstraat::evaluate
