// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/FieldCase.h"

#include <map>

namespace scanstraat::evaluate {

namespace {

constexpr const char* kAbsent = "absent"; ///< a signature or stamp that is not there

std::string valueOf(const std::string& value)
{
    return value == kAbsent ? "" : value;
}

class CaseFinder
{
public:
    CaseFinder(const std::vector<Truth>& truth, const PageIndex& pages) : pages_(pages)
    {
        for (const Truth& one : truth) {
            for (const auto& [id, field] : one.fields) {
                kinds_.try_emplace(id, field.kind);
            }
        }
        for (const Truth& one : truth) {
            addOf(one);
        }
    }

    [[nodiscard]] std::vector<FieldCase> take() { return std::move(cases_); }

private:
    void addOf(const Truth& truth)
    {
        for (const TruthPage& page : truth.pages) {
            if (const reading::PageReading* read = pages_.find(page.file, page.page)) {
                addUnnamed(truth, page, *read);
            }
        }
        for (const auto& [id, field] : truth.fields) {
            cases_.push_back({&truth, id, field.kind, &field, pages_.findField(field.file, field.page, id),
                              field.file, field.page});
        }
    }

    void addUnnamed(const Truth& truth, const TruthPage& page, const reading::PageReading& read)
    {
        for (const reading::FieldReading& field : read.fields) {
            if (!truth.fields.contains(field.fieldId)) {
                cases_.push_back(
                    {&truth, field.fieldId, kindOf(field), nullptr, &field, page.file, page.page});
            }
        }
    }

    [[nodiscard]] std::string kindOf(const reading::FieldReading& field) const
    {
        const auto known = kinds_.find(field.fieldId);
        return known != kinds_.end() ? known->second : field.boxes.empty() ? "other" : "choice";
    }

    const PageIndex& pages_;
    std::map<std::string, std::string> kinds_;
    std::vector<FieldCase> cases_;
};

} // namespace

bool FieldCase::isFilled() const
{
    return truth != nullptr && !valueOf(truth->value).empty();
}

bool FieldCase::isRight() const
{
    return reading != nullptr && valueOf(reading->value) == (truth == nullptr ? "" : valueOf(truth->value));
}

bool FieldCase::isAccepted() const
{
    return reading != nullptr && reading::isAccepted(reading->state);
}

std::vector<FieldCase> fieldCases(const std::vector<Truth>& truth, const PageIndex& pages)
{
    return CaseFinder(truth, pages).take();
}

} // namespace scanstraat::evaluate
