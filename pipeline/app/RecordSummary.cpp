// SPDX-License-Identifier: EUPL-1.2
#include "app/RecordSummary.h"

#include "app/DutchTexts.h"
#include "app/TerminalText.h"
#include "dossier/RecordSearch.h"
#include "dossier/Templates.h"
#include "form/TemplateLoader.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

namespace scanstraat::app {

namespace {

using reading::FieldReading;
using reading::PageReading;

/// "1-3, 5"
std::string ranges(const std::set<int>& numbers)
{
    std::string text;
    for (auto number = numbers.begin(); number != numbers.end();) {
        const int first = *number;
        int last = first;
        while (++number != numbers.end() && *number == last + 1) {
            last = *number;
        }
        text += (text.empty() ? "" : ", ") + std::to_string(first);
        text += last == first ? "" : "-" + std::to_string(last);
    }
    return text;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

class Summary
{
public:
    Summary(const reading::Record& record, std::span<const form::FormTemplate> templates)
        : record_(record), templates_(templates)
    {
        std::set<std::pair<std::string, int>> seen;
        for (const PageReading& page : record.pages) {
            if (!page.form.empty() && seen.emplace(page.form, page.number).second) {
                formPages_.push_back(&page);
            }
        }
    }

    std::string run()
    {
        text_ << "Aanvraag " << terminalText(record_.id) << '\n';
        addForms();
        addFindings();
        addReview();
        addAccepted();
        addFees();
        addPages();
        return text_.str();
    }

private:
    [[nodiscard]] const form::Field* fieldOf(const PageReading& page, const FieldReading& reading) const
    {
        const form::FormTemplate* form = dossier::findTemplate(templates_, page.form);
        return form == nullptr ? nullptr : form::findField(*form, reading.fieldId);
    }

    [[nodiscard]] std::string labelOf(const PageReading& page, const FieldReading& reading) const
    {
        const form::Field* field = fieldOf(page, reading);
        return reading.fieldId + (field == nullptr ? "" : "  " + field->label);
    }

    [[nodiscard]] std::string valueOf(const PageReading& page, const FieldReading& reading) const
    {
        return terminalText(dutchValue(fieldOf(page, reading), reading.value));
    }

    void addForms()
    {
        for (const std::string& id : dossier::formsOf(record_)) {
            const form::FormTemplate* form = dossier::findTemplate(templates_, id);
            std::set<int> pages;
            for (const PageReading& page : record_.pages) {
                if (page.form == id) {
                    pages.insert(page.number);
                }
            }
            text_ << "  " << id << (form == nullptr ? "" : ", " + form->title)
                  << (pages.size() == 1 ? ": pagina " : ": pagina's ") << ranges(pages) << '\n';
        }
    }

    void addFinding(const reading::Finding& finding, const std::string& where)
    {
        text_ << (finding.review ? "  ! " : "  - ") << terminalText(finding.message)
              << (where.empty() ? "" : " (" + terminalText(where) + ")") << "  [" << finding.code << "]\n";
    }

    void addFindings()
    {
        std::size_t count = record_.findings.size();
        for (const PageReading& page : record_.pages) {
            count += page.findings.size();
        }
        text_ << "\nBevindingen: " << (count == 0 ? "geen" : std::to_string(count)) << '\n';
        for (const reading::Finding& finding : record_.findings) {
            addFinding(finding, finding.fieldId);
        }
        for (const PageReading& page : record_.pages) {
            for (const reading::Finding& finding : page.findings) {
                addFinding(finding, page.source.file + ", pagina " + std::to_string(page.source.page));
            }
        }
    }

    void addReview()
    {
        std::ostringstream items;
        std::size_t count = 0;
        for (const PageReading* page : formPages_) {
            for (const FieldReading& field : page->fields) {
                if (reading::isAccepted(field.state)) {
                    continue;
                }
                ++count;
                items << "  " << labelOf(*page, field) << ": ";
                const std::string value = valueOf(*page, field);
                items << (value.empty() ? dutchText(field.state)
                                        : "\"" + value + "\"? " + dutchPercent(field.confidence));
                for (const std::string& reason : field.reasons) {
                    items << "; " << terminalText(reason);
                }
                items << '\n';
            }
        }
        text_ << "\nNa te kijken: " << (count == 0 ? "niets" : counted(count, "veld", "velden")) << '\n'
              << items.str();
    }

    void addAccepted()
    {
        std::size_t empty = 0;
        text_ << "\nGelezen\n";
        for (const PageReading* page : formPages_) {
            for (const FieldReading& field : page->fields) {
                const std::string value = valueOf(*page, field);
                if (!reading::isAccepted(field.state)) {
                    continue;
                }
                if (value.empty()) {
                    ++empty;
                    continue;
                }
                const bool isPlain = field.state == reading::FieldState::read;
                text_ << "  " << labelOf(*page, field) << ": " << value
                      << (isPlain ? "" : " (" + dutchText(field.state) + ")") << '\n';
            }
        }
        text_ << "  en " << counted(empty, "leeg veld", "lege velden") << '\n';
    }

    void addFees()
    {
        if (record_.fees.empty()) {
            return;
        }
        text_ << "\nLeges\n";
        for (const reading::Fee& fee : record_.fees) {
            text_ << "  " << fee.form << ": "
                  << (fee.euros ? "€ " + std::to_string(*fee.euros) : std::string("nog niet zeker")) << '\n';
            if (fee.euros) {
                continue;
            }
            for (const reading::PossibleFee& possible : fee.possible) {
                text_ << "    € " << possible.euros
                      << (possible.condition.empty() ? "" : " als " + possible.condition) << '\n';
            }
            for (const std::string& reason : fee.reasons) {
                text_ << "    " << reason << '\n';
            }
        }
    }

    void addPages()
    {
        text_ << "\nPagina's: " << record_.pages.size() << '\n';
        for (const PageReading& page : record_.pages) {
            text_ << "  " << terminalText(page.source.file) << ", pagina " << page.source.page << ": "
                  << dutchText(page.pageClass);
            if (!page.form.empty()) {
                text_ << " " << page.form << " pagina " << page.number << " ("
                      << dutchWitness(page.identifiedBy) << ")";
            }
            text_ << '\n';
        }
    }

    const reading::Record& record_;
    std::span<const form::FormTemplate> templates_;
    std::vector<const PageReading*> formPages_; ///< each page of a form once: the first one gives the fields
    std::ostringstream text_;
};

} // namespace

std::string recordSummary(const reading::Record& record, std::span<const form::FormTemplate> templates)
{
    return Summary(record, templates).run();
}

} // namespace scanstraat::app
