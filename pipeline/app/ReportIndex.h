// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/RunSummary.h"
#include "form/FormTemplate.h"

#include <deque>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::app {

/// A page with its template and its place in the report. Anchors are made of numbers, never of names.
struct PageView
{
    const reading::PageReading* reading = nullptr;
    const form::FormTemplate* form = nullptr; ///< none: no form of ours
    const form::Page* layout = nullptr;
    std::string anchor; ///< "a1-p2"

    [[nodiscard]] std::string rowAnchor(std::size_t field) const;  ///< the field's row in the table
    [[nodiscard]] std::string areaAnchor(std::size_t field) const; ///< its place on the picture
    [[nodiscard]] const form::Field* field(std::size_t index) const;
    [[nodiscard]] std::string question(std::size_t field) const; ///< "1.5 Geboortedatum"
    [[nodiscard]] std::string title() const;                     ///< "6009, pagina 5", "bijlage"
    [[nodiscard]] bool needsReview() const; ///< the page as a whole: failed, rejected or unknown
    /// It is an item to review itself: it needs review, and no finding stands for it.
    [[nodiscard]] bool isReviewItem() const;
};

/// One thing that somebody must look at.
struct ReviewItem
{
    enum class Kind { applicationFinding, page, pageFinding, field };
    Kind kind = Kind::field;
    std::size_t page = 0;  ///< index in ApplicationView::pages
    std::size_t index = 0; ///< of the finding or field
    std::string anchor;
};

/// Place of a finding of the application or page at `anchor`: "a1-p2-m1".
[[nodiscard]] std::string findingAnchor(const std::string& anchor, std::size_t index);

struct ApplicationView
{
    const reading::Record* record = nullptr; ///< of held pages: one made up of them
    bool isHeld = false;                     ///< pages of no application
    std::string anchor;                      ///< "a1"
    std::vector<PageView> pages;
    std::vector<ReviewItem> review; ///< the application's findings, then page by page
};

/// The run as the report walks through it. Refers to summary and templates, which must outlive it.
class ReportIndex
{
public:
    ReportIndex(const RunSummary& summary, std::span<const form::FormTemplate> templates);

    /// Those of the records, then one for each holding.
    [[nodiscard]] const std::vector<ApplicationView>& applications() const { return applications_; }

    /// Anchor of the item to review after the one at `anchor`, in the whole run; empty at the end.
    [[nodiscard]] std::string next(const std::string& anchor) const;
    [[nodiscard]] std::string first() const; ///< empty: nothing to review

private:
    std::deque<reading::Record> held_; ///< what the views of held pages refer to
    std::vector<ApplicationView> applications_;
    std::map<std::string, std::string> next_;
    std::string first_;
};

} // namespace scanstraat::app
