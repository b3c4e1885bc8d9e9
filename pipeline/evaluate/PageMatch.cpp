// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/PageMatch.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace scanstraat::evaluate {

namespace {

using Map = std::array<double, 6>;

void compareRegistration(const Map& truth, const reading::PageReading& page, PageCounts& counts)
{
    const double scale = std::sqrt(std::abs(truth[0] * truth[4] - truth[1] * truth[3]));
    if (!page.registration.isKnown() || scale <= 0.0) {
        return;
    }
    ++counts.registered;
    const Map& read = page.registration.mmToPixel;
    for (const reading::FieldReading& field : page.fields) {
        const PointMm at = field.box.centre();
        const double dx = (truth[0] - read[0]) * at.x + (truth[1] - read[1]) * at.y + truth[2] - read[2];
        const double dy = (truth[3] - read[3]) * at.x + (truth[4] - read[4]) * at.y + truth[5] - read[5];
        const double error = std::hypot(dx, dy) / scale;
        ++counts.points;
        counts.squaredErrorMm += error * error;
        counts.maxErrorMm = std::max(counts.maxErrorMm, error);
    }
}

} // namespace

PageIndex::PageIndex(const std::vector<reading::Record>& records,
                     const std::vector<reading::Holding>& holdings)
{
    for (const reading::Record& record : records) {
        for (const reading::PageReading& page : record.pages) {
            add(page);
        }
    }
    for (const reading::Holding& holding : holdings) {
        for (const reading::HeldPage& held : holding.pages) {
            add(held.page);
        }
    }
}

void PageIndex::add(const reading::PageReading& page)
{
    const std::string name = std::filesystem::path(page.source.file).filename().string();
    pages_[{name, page.source.page}].push_back(&page);
}

const reading::PageReading* PageIndex::find(const std::string& file, int page) const
{
    const auto found = pages_.find({file, page});
    return found == pages_.end() ? nullptr : found->second.front();
}

int PageIndex::count(const std::string& file, int page) const
{
    const auto found = pages_.find({file, page});
    return found == pages_.end() ? 0 : static_cast<int>(found->second.size());
}

const reading::FieldReading* PageIndex::findField(const std::string& file, int page,
                                                  const std::string& fieldId) const
{
    const reading::PageReading* read = find(file, page);
    if (read == nullptr) {
        return nullptr;
    }
    const auto field = std::find_if(read->fields.begin(), read->fields.end(),
                                    [&fieldId](const auto& one) { return one.fieldId == fieldId; });
    return field == read->fields.end() ? nullptr : &*field;
}

void compareAttachment(const TruthPage& truth, const PageIndex& pages, AttachmentCounts& counts)
{
    const reading::PageReading* read = pages.find(truth.file, truth.page);
    if (truth.kind.empty() || read == nullptr || !read->attachment) {
        return;
    }
    ++counts.pages;
    counts.kindsRight += read->attachment->kind == truth.kind ? 1 : 0;
    ++counts.confusion[truth.kind][read->attachment->kind];
    if (!truth.question.empty()) {
        ++counts.looseSheets;
        counts.questionsRight += read->attachment->question == truth.question ? 1 : 0;
    }
}

void comparePage(const TruthPage& truth, const PageIndex& pages, PageCounts& counts)
{
    ++counts.pages;
    const bool isForm = truth.pageClass == "form" || truth.pageClass == "cover";
    counts.forms += isForm ? 1 : 0;
    const reading::PageReading* read = pages.find(truth.file, truth.page);
    if (truth.pageClass == "separator") { // part of no record
        counts.wrong += read == nullptr ? 0 : 1;
        return;
    }
    if (read == nullptr) {
        ++counts.lost;
        return;
    }
    counts.repeated += pages.count(truth.file, truth.page) > 1 ? 1 : 0;
    const bool takenForForm = reading::isFormPage(*read);
    if (!isForm || !takenForForm) {
        counts.wrong += takenForForm ? 1 : 0;
        counts.unidentified += isForm ? 1 : 0;
        return;
    }
    if (read->form != truth.form || read->number != truth.number) {
        ++counts.wrong;
        return;
    }
    ++counts.identified;
    if (truth.mmToPixel) {
        compareRegistration(*truth.mmToPixel, *read, counts);
    }
}

} // namespace scanstraat::evaluate
