// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Evaluator.h"

#include "base/EditDistance.h"
#include "base/Error.h"
#include "base/Utf8.h"
#include "evaluate/FieldCase.h"
#include "evaluate/PageMatch.h"
#include "evaluate/Truth.h"
#include "record/HoldingFile.h"
#include "record/RecordReader.h"
#include "rules/TextForm.h"

#include <algorithm>
#include <set>

namespace scanstraat::evaluate {

namespace {

using reading::MarkState;

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
    Comparison(const std::vector<Truth>& truth, const std::vector<reading::Record>& records,
               const std::vector<reading::Holding>& holdings)
        : truth_(truth), pages_(records, holdings)
    {
        report_.assembly = judgeAssembly(truth, records, holdings);
    }

    Report run()
    {
        for (const Truth& one : truth_) {
            for (const TruthPage& page : one.pages) {
                comparePage(page, pages_, report_.pages);
                compareAttachment(page, pages_, report_.attachments);
            }
        }
        for (const FieldCase& field : fieldCases(truth_, pages_)) {
            judge(field);
            if (field.reading == nullptr) {
                ++report_.missingFields;
                continue;
            }
            compareBoxes(field);
            compareCharacters(field);
        }
        return std::move(report_);
    }

private:
    const std::vector<Truth>& truth_;
    PageIndex pages_;
    Report report_;

    void judge(const FieldCase& field)
    {
        KindReport& kind = report_.kinds[field.kind];
        FieldCounts& counts = field.isFilled() ? kind.filled : kind.empty;
        const bool right = field.isRight();
        const bool accepted = field.isAccepted();
        ++counts.fields;
        counts.right += right ? 1 : 0;
        counts.acceptedRight += right && accepted ? 1 : 0;
        counts.acceptedWrong += !right && accepted ? 1 : 0;
        counts.review += accepted ? 0 : 1;
        const double confidence = field.reading == nullptr ? 0.0 : field.reading->confidence;
        kind.judged.push_back({confidence, right, field.isFilled()});
        if (!right && accepted) {
            report_.acceptedWrong.push_back(field.application->application + " " + field.id + ": \"" +
                                            field.reading->value + "\", true \"" +
                                            (field.truth == nullptr ? "" : field.truth->value) + "\"");
        }
    }

    void compareBoxes(const FieldCase& field)
    {
        for (const reading::BoxReading& box : field.reading->boxes) {
            const MarkState state = trueState(field, box.option);
            ++report_.boxes.confusion[static_cast<std::size_t>(state)][static_cast<std::size_t>(box.state)];
            const bool wrong = box.state != state && box.state != MarkState::unclear;
            report_.boxes.acceptedWrong += wrong && field.isAccepted() ? 1 : 0;
        }
    }

    static MarkState trueState(const FieldCase& field, const std::string& option)
    {
        if (field.truth == nullptr) {
            return MarkState::empty;
        }
        const auto named = field.truth->boxes.find(option);
        return named == field.truth->boxes.end() ? MarkState::empty : stateOf(named->second);
    }

    void compareCharacters(const FieldCase& field)
    {
        if (field.truth == nullptr || field.truth->written.empty()) {
            return;
        }
        const bool comb = combKinds().contains(field.kind);
        const std::string& written = field.truth->written;
        const std::string& raw = field.reading->raw;
        CharacterCounts& counts = comb ? report_.comb : report_.line;
        const std::string truth = comb ? rules::withoutSpaces(written) : rules::singleSpaced(written);
        const std::string got = comb ? rules::withoutSpaces(raw) : rules::singleSpaced(raw);
        counts.characters += static_cast<int>(charactersOf(truth).size());
        counts.errors += editDistance(truth, got);
    }
};

/// A person looks at all of them.
void acceptNothing(reading::Holding& holding)
{
    for (reading::HeldPage& held : holding.pages) {
        for (reading::FieldReading& field : held.page.fields) {
            doubt(field, "Pagina is apart gehouden");
        }
    }
}

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

std::vector<reading::Record> loadRecords(const std::filesystem::path& folder)
{
    std::vector<reading::Record> records;
    for (const std::filesystem::path& file : jsonFiles(folder, "records")) {
        records.push_back(record::readRecord(file));
    }
    if (records.empty()) {
        throw Error(folder.string() + ": no records (*.json) here", ExitCode::noInput);
    }
    return records;
}

std::vector<reading::Holding> loadHoldings(const std::filesystem::path& folder)
{
    std::vector<reading::Holding> holdings;
    const bool isInner = !std::filesystem::is_directory(folder / "records");
    const std::filesystem::path place = (isInner ? folder / ".." : folder) / "holding";
    if (std::filesystem::is_directory(place)) {
        for (const std::filesystem::path& file : jsonFiles(place, "")) {
            holdings.push_back(record::readHolding(file));
        }
    }
    return holdings;
}

Report evaluate(const std::filesystem::path& truth, const std::filesystem::path& records)
{
    const std::vector<reading::Record> read = loadRecords(records);
    const std::vector<Truth> applications = loadTruth(truth);
    std::vector<reading::Holding> held = loadHoldings(records);
    for (reading::Holding& holding : held) {
        acceptNothing(holding);
    }
    return Comparison(applications, read, held).run();
}

} // namespace scanstraat::evaluate
