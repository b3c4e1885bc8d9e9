// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "evaluate/Report.h"
#include "evaluate/Truth.h"
#include "reading/Holding.h"
#include "reading/Record.h"

#include <map>
#include <string>
#include <vector>

namespace scanstraat::evaluate {

/// Pages of all records and those that are held, by file name (without folder) and page number. Both must
/// outlive it.
class PageIndex
{
public:
    explicit PageIndex(const std::vector<reading::Record>& records,
                       const std::vector<reading::Holding>& holdings = {});

    /// nullptr when no record has that page.
    [[nodiscard]] const reading::PageReading* find(const std::string& file, int page) const;

    /// In how many places the page is.
    [[nodiscard]] int count(const std::string& file, int page) const;

    [[nodiscard]] const reading::FieldReading* findField(const std::string& file, int page,
                                                         const std::string& fieldId) const;

private:
    void add(const reading::PageReading& page);

    std::map<std::pair<std::string, int>, std::vector<const reading::PageReading*>> pages_;
};

/// Kind and question of an attachment.
void compareAttachment(const TruthPage& truth, const PageIndex& pages, AttachmentCounts& counts);

/// Identity and registration of one true page.
void comparePage(const TruthPage& truth, const PageIndex& pages, PageCounts& counts);

} // namespace scanstraat::evaluate
