// SPDX-License-Identifier: EUPL-1.2
#include "app/ReportIndex.h"

#include "app/DutchTexts.h"

#include <algorithm>

namespace scanstraat::app {

namespace {

PageView viewOf(const reading::PageReading& page, std::span<const form::FormTemplate> templates)
{
    PageView view{&page, nullptr, nullptr, ""};
    const auto form = std::ranges::find(templates, page.form, &form::FormTemplate::id);
    if (page.form.empty() || form == templates.end()) {
        return view;
    }
    view.form = &*form;
    const auto index = form::pageIndex(*form, page.number);
    view.layout = index ? &form->pages[*index] : nullptr;
    return view;
}

void addFindings(std::vector<ReviewItem>& items, const std::vector<reading::Finding>& findings,
                 const ReviewItem& origin)
{
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].review) {
            items.push_back({origin.kind, origin.page, i, findingAnchor(origin.anchor, i)});
        }
    }
}

std::vector<ReviewItem> reviewOf(const ApplicationView& application)
{
    using Kind = ReviewItem::Kind;
    std::vector<ReviewItem> items;
    addFindings(items, application.record->findings, {Kind::applicationFinding, 0, 0, application.anchor});
    for (std::size_t i = 0; i < application.pages.size(); ++i) {
        const PageView& page = application.pages[i];
        if (page.isReviewItem()) {
            items.push_back({Kind::page, i, 0, page.anchor});
        }
        addFindings(items, page.reading->findings, {Kind::pageFinding, i, 0, page.anchor});
        for (std::size_t field = 0; field < page.reading->fields.size(); ++field) {
            if (!reading::isAccepted(page.reading->fields[field].state)) {
                items.push_back({Kind::field, i, field, page.rowAnchor(field)});
            }
        }
    }
    return items;
}

ApplicationView viewOf(const reading::Record& record, std::string anchor,
                       std::span<const form::FormTemplate> templates)
{
    ApplicationView application{&record, false, std::move(anchor), {}, {}};
    for (const reading::PageReading& page : record.pages) {
        application.pages.push_back(viewOf(page, templates));
        application.pages.back().anchor =
            application.anchor + "-p" + std::to_string(application.pages.size());
    }
    application.review = reviewOf(application);
    return application;
}

} // namespace

std::string PageView::rowAnchor(std::size_t field) const
{
    return anchor + "-v" + std::to_string(field + 1);
}

std::string PageView::areaAnchor(std::size_t field) const
{
    return anchor + "-b" + std::to_string(field + 1);
}

const form::Field* PageView::field(std::size_t index) const
{
    return form == nullptr ? nullptr : form::findField(*form, reading->fields[index].fieldId);
}

std::string PageView::question(std::size_t index) const
{
    const form::Field* known = field(index);
    return known == nullptr ? reading->fields[index].fieldId : known->question + " " + known->label;
}

std::string PageView::title() const
{
    const bool cover = reading->pageClass == reading::PageClass::cover;
    if (reading->attachment && !reading->attachment->kindName.empty()) {
        return dutchText(reading->pageClass) + ": " + reading->attachment->kindName + "?";
    }
    return reading->form.empty() ? dutchText(reading->pageClass)
                                 : reading->form + ", " + (cover ? "voorblad, " : "") + "pagina " +
                                       std::to_string(reading->number);
}

bool PageView::needsReview() const
{
    switch (reading->pageClass) {
    case reading::PageClass::failed:
    case reading::PageClass::rejected:
    case reading::PageClass::unknown:
        return true;
    default:
        return false;
    }
}

bool PageView::isReviewItem() const
{
    return needsReview() && std::ranges::none_of(reading->findings, &reading::Finding::review);
}

std::string findingAnchor(const std::string& anchor, std::size_t index)
{
    return anchor + "-m" + std::to_string(index + 1);
}

ReportIndex::ReportIndex(const RunSummary& summary, std::span<const form::FormTemplate> templates)
{
    for (const reading::Record& record : summary.records) {
        applications_.push_back(viewOf(record, "a" + std::to_string(applications_.size() + 1), templates));
    }
    for (const reading::Holding& holding : summary.holdings) {
        reading::Record& record = held_.emplace_back();
        record.id = holding.id;
        for (const reading::HeldPage& held : holding.pages) {
            record.pages.push_back(held.page);
        }
        applications_.push_back(viewOf(record, "h" + std::to_string(held_.size()), templates));
        applications_.back().isHeld = true;
    }
    std::string last;
    for (const ApplicationView& application : applications_) {
        for (const ReviewItem& item : application.review) {
            (last.empty() ? first_ : next_[last]) = item.anchor;
            last = item.anchor;
        }
    }
}

std::string ReportIndex::next(const std::string& anchor) const
{
    const auto found = next_.find(anchor);
    return found == next_.end() ? "" : found->second;
}

std::string ReportIndex::first() const
{
    return first_;
}

} // namespace scanstraat::app
