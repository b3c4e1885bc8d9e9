// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Dossier.h"

#include "dossier/Annexes.h"
#include "dossier/Attachments.h"
#include "dossier/Completeness.h"
#include "dossier/Envelopes.h"
#include "dossier/Identity.h"
#include "dossier/PageSorter.h"
#include "dossier/SameFacts.h"
#include "dossier/Templates.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace scanstraat::dossier {

namespace {

using reading::PageReading;
using reading::Record;

/// A name that any file system and shell takes: letters, digits, '-', '_' and '.', not starting with '.'.
std::string safeName(const std::string& name)
{
    std::string safe;
    for (const char c : name) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                           c == '-' || c == '_' || (c == '.' && !safe.empty());
        safe += plain ? c : '_';
    }
    constexpr std::size_t kLongest = 120;
    safe.resize(std::min(safe.size(), kLongest));
    return safe.empty() ? "aanvraag" : safe;
}

/// `name`, or `name-2`, `name-3` and so on when it was given out already. Small and capital letters count
/// as the same, as on some file systems.
std::string uniqueName(const std::string& name, std::set<std::string>& taken)
{
    const auto lower = [](std::string text) {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
        return text;
    };
    std::string candidate = name;
    for (int number = 2; !taken.insert(lower(candidate)).second; ++number) {
        candidate = name + "-" + std::to_string(number);
    }
    return candidate;
}

/// Form pages first: the opening form, the others as they came, by page number; the rest as it came.
void putInOrder(std::vector<PageReading>& pages, std::span<const form::FormTemplate> templates)
{
    std::vector<std::string> order;
    for (const PageReading& page : pages) {
        if (std::find(order.begin(), order.end(), page.form) == order.end()) {
            order.push_back(page.form);
        }
    }
    const auto rank = [&](const PageReading& page) {
        const form::FormTemplate* form = page.form.empty() ? nullptr : findTemplate(templates, page.form);
        const int block = page.form.empty() ? 2 : form != nullptr && form->opensApplication ? 0 : 1;
        const auto place = std::find(order.begin(), order.end(), page.form) - order.begin();
        return std::tuple{block, page.form.empty() ? 0 : place, page.form.empty() ? 0 : page.number};
    };
    std::stable_sort(pages.begin(), pages.end(),
                     [&rank](const PageReading& a, const PageReading& b) { return rank(a) < rank(b); });
}

Record makeRecord(std::string id, std::span<PageReading> pages, std::span<const form::FormTemplate> templates,
                  const record::Context& context)
{
    Record record;
    record.id = std::move(id);
    record.pages.assign(std::make_move_iterator(pages.begin()), std::make_move_iterator(pages.end()));
    putInOrder(record.pages, templates);
    weighSameFacts(record, templates);
    checkCompleteness(record, templates);
    checkGroups(record, templates);
    linkAttachments(record, templates);
    checkAnnexes(record, templates, context);
    checkIdentity(record, templates);
    return record;
}

/// "blad 7 (pagina 3 van formulier 6009)"
std::string nameOf(const PageReading& page)
{
    const std::string sheet = page.source.file + ", blad " + std::to_string(page.source.page);
    return page.form.empty()
               ? sheet
               : sheet + " (pagina " + std::to_string(page.number) + " van formulier " + page.form + ")";
}

/// Shares below this are not worth a look.
constexpr double kLeastShare = 0.05;

/// Makes the records, envelope by envelope.
class EnvelopeSorter
{
public:
    EnvelopeSorter(std::span<const form::FormTemplate> templates, const record::Context& context)
        : templates_(templates), context_(context)
    {
    }

    void sort(std::span<PageReading> content, bool stream)
    {
        const std::string name = safeName(envelopeName(content.front().source.file, stream));
        const std::vector<Stretch> stretches = betweenSeparators(content); // before pages are moved away
        for (PageReading& page : content) {
            if (page.pageClass == reading::PageClass::separator) {
                assembly_.separators.push_back(std::move(page));
            }
        }
        reading::Holding holding;
        for (const Stretch& stretch : stretches) {
            addApplications(name, content.subspan(stretch.first, stretch.count), holding);
        }
        if (!holding.pages.empty()) {
            holding.id = uniqueName(name, takenByHoldings_);
            assembly_.holdings.push_back(std::move(holding));
        }
    }

    [[nodiscard]] Assembly finish() { return std::move(assembly_); }

private:
    void addApplications(const std::string& name, std::span<PageReading> pages, reading::Holding& holding)
    {
        SortedPages sorted = sortPages(pages, templates_);
        std::vector<Record> records;
        for (const std::vector<std::size_t>& application : sorted.applications) {
            std::vector<PageReading> own;
            for (const std::size_t page : application) {
                own.push_back(std::move(pages[page]));
            }
            records.push_back(makeRecord(uniqueName(name, taken_), own, templates_, context_));
        }
        for (DoubtfulPage& doubtful : sorted.doubtful) {
            hold(doubtful, std::move(pages[doubtful.page]), records, holding);
        }
        std::ranges::move(records, std::back_inserter(assembly_.records));
    }

    /// Tells each application that the page may belong to, or the only one, that it is held.
    static void hold(const DoubtfulPage& doubtful, PageReading page, std::vector<Record>& records,
                     reading::Holding& holding)
    {
        reading::HeldPage held;
        for (std::size_t a = 0; a < records.size(); ++a) {
            if (doubtful.shares[a] >= kLeastShare) {
                held.candidates.push_back({records[a].id, doubtful.shares[a]});
            }
            if (doubtful.shares[a] >= kLeastShare || records.size() == 1) {
                noteHeld(records[a], page, doubtful.reason.code);
            }
        }
        std::ranges::stable_sort(held.candidates, std::ranges::greater{}, &reading::Candidate::probability);
        page.findings.push_back(doubtful.reason);
        held.page = std::move(page);
        holding.pages.push_back(std::move(held));
    }

    static void noteHeld(Record& record, const PageReading& page, const std::string& why)
    {
        const auto forms = page.form.empty() ? std::vector<std::string>() : std::vector{page.form};
        record.findings.push_back({"dossier.page.held",
                                   "Uit deze envelop ligt een pagina apart: " + nameOf(page), "", true, "",
                                   forms, page.number});
        if (why == kHeldAsOtherCopy) {
            record.findings.push_back({"dossier.page.duplicate",
                                       "Pagina " + std::to_string(page.number) + " van formulier " +
                                           page.form + " komt vaker voor; een ervan ligt apart",
                                       "", true, "", forms, page.number});
        }
    }

    std::span<const form::FormTemplate> templates_;
    const record::Context& context_;
    std::set<std::string> taken_;
    std::set<std::string> takenByHoldings_;
    Assembly assembly_;
};

} // namespace

Assembly assemble(std::vector<PageReading> pages, std::span<const form::FormTemplate> templates,
                  const record::Context& context)
{
    EnvelopeSorter sorter(templates, context);
    for (const Envelope& envelope : findEnvelopes(pages)) {
        sorter.sort(std::span(pages).subspan(envelope.first, envelope.count), envelope.stream);
    }
    return sorter.finish();
}

} // namespace scanstraat::dossier
