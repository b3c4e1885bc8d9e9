// SPDX-License-Identifier: EUPL-1.2
// A field that the truth names must have its value on the page that the truth gives; a field that a record
// has on a page of the truth, but the truth does not name, must be empty. Its kind is taken from other
// applications where it was filled in.
#include "evaluate/Evaluator.h"

#include "base/EditDistance.h"
#include "base/Error.h"
#include "evaluate/PageMatch.h"
#include "evaluate/Truth.h"
#include "record/RecordReader.h"
#include "rules/TextForm.h"

#include <algorithm>
#include <set>

namespace scanstraat::evaluate {

namespace {

using reading::FieldReading;
using reading::MarkState;

std::vector<std::string> charactersOf(const std::string& utf8)
{
    std::vector<std::string> result;
    for (const char c : utf8) {
        if (result.empty() || (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            result.emplace_back();
        }
        result.back() += c;
    }
    return result;
}

MarkState stateOf(const std::string& name)
{
    for (std::size_t i = 0; i < reading::kMarkStates; ++i) {
        if (toString(static_cast<MarkState>(i)) == name) {
            return static_cast<MarkState>(i);
        }
    }
    throw Error("truth: unknown state of a box: \"" + name + "\"", ExitCode::usage);
}

class Comparison
{
public:
    Comparison(const std::vector<Truth>& truth, const std::vector<reading::Record>& records)
        : truth_(truth), pages_(records)
    {
        for (const Truth& one : truth) {
            for (const auto& [id, field] : one.fields) {
                kinds_.try_emplace(id, field.kind);
            }
        }
    }

    Report run()
    {
        for (const Truth& one : truth_) {
            for (const TruthPage& page : one.pages) {
                comparePage(page, pages_, report_.pages);
                compareEmptyFields(one, page);
            }
            for (const auto& [id, field] : one.fields) {
                compareField(one, id, field);
            }
        }
        return std::move(report_);
    }

private:
    const std::vector<Truth>& truth_;
    PageIndex pages_;
    std::map<std::string, std::string> kinds_;
    Report report_;

    [[nodiscard]] std::string kindOf(const FieldReading& field) const
    {
        const auto known = kinds_.find(field.fieldId);
        return known != kinds_.end() ? known->second : field.boxes.empty() ? "other" : "choice";
    }

    void compareEmptyFields(const Truth& truth, const TruthPage& page)
    {
        const reading::PageReading* read = pages_.find(page.file, page.page);
        if (read == nullptr) {
            return;
        }
        for (const FieldReading& field : read->fields) {
            if (!truth.fields.contains(field.fieldId)) {
                const std::string kind = kindOf(field);
                judge(truth, kind, report_.kinds[kind].empty, field, "");
                compareBoxes(field, {});
            }
        }
    }

    void compareField(const Truth& truth, const std::string& id, const TruthField& field)
    {
        const bool blank = field.value.empty() || field.value == "absent";
        KindReport& kind = report_.kinds[field.kind];
        FieldCounts& counts = blank ? kind.empty : kind.filled;
        const FieldReading* read = pages_.findField(field.file, field.page, id);
        if (read == nullptr) {
            ++report_.missingFields;
            ++counts.fields;
            ++counts.review;
            kind.judged.push_back({0.0, false, !blank});
            return;
        }
        judge(truth, field.kind, counts, *read, field.value);
        compareBoxes(*read, field.boxes);
        compareCharacters(*read, field);
    }

    void judge(const Truth& truth, const std::string& kind, FieldCounts& counts, const FieldReading& read,
               const std::string& value)
    {
        const std::string got = read.value == "absent" ? "" : read.value;
        const bool right = got == (value == "absent" ? "" : value);
        const bool accepted = reading::isAccepted(read.state);
        ++counts.fields;
        counts.right += right ? 1 : 0;
        counts.acceptedRight += right && accepted ? 1 : 0;
        counts.acceptedWrong += !right && accepted ? 1 : 0;
        counts.review += accepted ? 0 : 1;
        report_.kinds[kind].judged.push_back({read.confidence, right, !value.empty() && value != "absent"});
        if (!right && accepted) {
            report_.acceptedWrong.push_back(truth.application + " " + read.fieldId + ": \"" + read.value +
                                            "\", true \"" + value + "\"");
        }
    }

    void compareBoxes(const FieldReading& read, const std::map<std::string, std::string>& boxes)
    {
        for (const reading::BoxReading& box : read.boxes) {
            const auto named = boxes.find(box.option);
            const MarkState state = named == boxes.end() ? MarkState::empty : stateOf(named->second);
            ++report_.boxes.confusion[static_cast<std::size_t>(state)][static_cast<std::size_t>(box.state)];
            const bool wrong = box.state != state && box.state != MarkState::unclear;
            report_.boxes.acceptedWrong += wrong && reading::isAccepted(read.state) ? 1 : 0;
        }
    }

    void compareCharacters(const FieldReading& read, const TruthField& field)
    {
        if (field.written.empty()) {
            return;
        }
        const bool comb = combKinds().contains(field.kind);
        const std::string written =
            comb ? rules::withoutSpaces(field.written) : rules::singleSpaced(field.written);
        const std::string got = comb ? rules::withoutSpaces(read.raw) : rules::singleSpaced(read.raw);
        CharacterCounts& counts = comb ? report_.comb : report_.line;
        counts.characters += static_cast<int>(charactersOf(written).size());
        counts.errors += editDistance(written, got);
    }
};

} // namespace

const std::set<std::string>& combKinds()
{
    static const std::set<std::string> kinds{"v-number", "bsn",      "rsin",  "kvk",   "becon",
                                             "date",     "postcode", "phone", "money", "number"};
    return kinds;
}

int editDistance(const std::string& a, const std::string& b)
{
    return static_cast<int>(scanstraat::editDistance(charactersOf(a), charactersOf(b)));
}

Report evaluate(const std::filesystem::path& truth, const std::filesystem::path& records)
{
    std::vector<reading::Record> read;
    for (const std::filesystem::path& file : jsonFiles(records, "records")) {
        read.push_back(record::readRecord(file));
    }
    if (read.empty()) {
        throw Error(records.string() + ": no records (*.json) here", ExitCode::noInput);
    }
    const std::vector<Truth> applications = loadTruth(truth);
    return Comparison(applications, read).run();
}

} // namespace scanstraat::evaluate
