// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Assembly.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace scanstraat::evaluate {

namespace {

using reading::Finding;
using PagePlace = std::pair<std::string, int>; ///< file without folder, page in it

PagePlace placeOf(const reading::PageReading& page)
{
    return {std::filesystem::path(page.source.file).filename().string(), page.source.page};
}

bool names(const Finding& finding, const TruthDefect& defect)
{
    const bool namesForm = std::ranges::find(finding.forms, defect.form) != finding.forms.end();
    if (defect.kind == "missing-form") {
        return namesForm &&
               (finding.code.starts_with("dossier.annex.") || finding.code == "dossier.page.missing");
    }
    const std::string code =
        defect.kind == "missing-page" ? "dossier.page.missing" : "dossier.page.duplicate";
    return finding.code == code && namesForm && finding.formPage == defect.number;
}

/// Findings that say that pages are missing, double or somebody else's.
bool accuses(const Finding& finding)
{
    return finding.code.starts_with("dossier.page.") || finding.code.starts_with("dossier.identity.") ||
           finding.code == "dossier.annex.missing";
}

class AssemblyJudge
{
public:
    AssemblyJudge(const std::vector<Truth>& truths, const std::vector<reading::Record>& records,
                  const std::vector<reading::Holding>& holdings)
    {
        for (const Truth& truth : truths) {
            for (const TruthPage& page : truth.pages) {
                owner_[{page.file, page.page}] = &truth;
            }
            if (!truth.envelope.empty()) {
                envelopes_[truth.envelope].push_back(&truth);
            }
        }
        for (const reading::Record& record : records) {
            for (const reading::PageReading& page : record.pages) {
                recordOf_[placeOf(page)] = &record;
            }
        }
        for (const reading::Holding& holding : holdings) {
            for (const reading::HeldPage& page : holding.pages) {
                held_.insert(placeOf(page.page));
            }
        }
        for (const reading::Record& record : records) {
            applicationOf_[&record] = mostOf(record);
        }
    }

    AssemblyCounts judge()
    {
        for (const auto& [name, truths] : envelopes_) {
            ++counts_.envelopes;
            bool isAssembled = true;
            for (const Truth* truth : truths) {
                isAssembled =
                    (truth->isStray ? judgeStrays(*truth) : judgeApplication(*truth)) && isAssembled;
            }
            counts_.assembled += isAssembled ? 1 : 0;
            if (truths.front()->kind == "clean") {
                judgeClean(*truths.front());
            }
        }
        return std::move(counts_);
    }

private:
    /// The application that most of the record's pages are of.
    [[nodiscard]] const Truth* mostOf(const reading::Record& record) const
    {
        std::map<std::string, std::pair<int, const Truth*>> pages;
        for (const reading::PageReading& page : record.pages) {
            const auto owner = owner_.find(placeOf(page));
            if (owner != owner_.end()) {
                auto& [count, truth] = pages[owner->second->application];
                ++count;
                truth = owner->second;
            }
        }
        const auto most =
            std::ranges::max_element(pages, {}, [](const auto& one) { return one.second.first; });
        return most == pages.end() ? nullptr : most->second.second;
    }

    void remark(const Truth& truth, const std::string& text)
    {
        counts_.remarks.push_back(truth.application + " (" + truth.kind + "): " + text);
    }

    static std::string nameOf(const TruthPage& page)
    {
        return page.file + " " + std::to_string(page.page) + ", " +
               (page.form.empty() ? page.pageClass : page.form + " p" + std::to_string(page.number));
    }

    bool judgeApplication(const Truth& truth)
    {
        std::set<const reading::Record*> own;
        bool isWhole = true;
        for (const TruthPage& page : truth.pages) {
            ++counts_.pages;
            const PagePlace place{page.file, page.page};
            const auto record = recordOf_.find(place);
            if (record == recordOf_.end()) {
                const bool isHeld = held_.contains(place);
                (isHeld ? counts_.held : counts_.lost) += 1;
                remark(truth, (isHeld ? "held: " : "lost: ") + nameOf(page));
                isWhole = false;
            } else if (applicationOf_.at(record->second) != &truth) {
                ++counts_.astray;
                remark(truth, "in another one's record " + record->second->id + ": " + nameOf(page));
                isWhole = false;
            } else {
                ++counts_.placed;
                own.insert(record->second);
            }
        }
        if (own.size() > 1) {
            remark(truth, "in " + std::to_string(own.size()) + " records");
        }
        judgeDefects(truth, own);
        return isWhole && own.size() == 1;
    }

    void judgeDefects(const Truth& truth, const std::set<const reading::Record*>& own)
    {
        for (const TruthDefect& defect : truth.defects) {
            ++counts_.defects;
            const bool found = std::ranges::any_of(own, [&defect](const reading::Record* record) {
                return std::ranges::any_of(record->findings,
                                           [&defect](const Finding& one) { return names(one, defect); });
            });
            counts_.found += found ? 1 : 0;
            if (!found) {
                remark(truth, "no finding says " + defect.kind + " " + defect.form + " " +
                                  std::to_string(defect.number));
            }
        }
    }

    /// Somebody else's pages may be held, or be a record of their own.
    bool judgeStrays(const Truth& truth)
    {
        bool isApart = true;
        for (const TruthPage& page : truth.pages) {
            ++counts_.pages;
            ++counts_.strays;
            const PagePlace place{page.file, page.page};
            const auto record = recordOf_.find(place);
            if (held_.contains(place) ||
                (record != recordOf_.end() && applicationOf_.at(record->second) == &truth)) {
                ++counts_.straysKept;
                continue;
            }
            isApart = false;
            (record == recordOf_.end() ? counts_.lost : counts_.astray) += 1;
            remark(truth, "not kept apart: " + nameOf(page));
        }
        return isApart;
    }

    void judgeClean(const Truth& truth)
    {
        ++counts_.clean;
        std::set<const reading::Record*> records;
        for (const TruthPage& page : truth.pages) {
            const auto record = recordOf_.find({page.file, page.page});
            if (record != recordOf_.end()) {
                records.insert(record->second);
            }
        }
        for (const reading::Record* record : records) {
            for (const Finding& finding : record->findings) {
                if (accuses(finding)) {
                    ++counts_.invented;
                    remark(truth, "invented: " + finding.message);
                }
            }
        }
    }

    std::map<PagePlace, const Truth*> owner_;
    std::map<std::string, std::vector<const Truth*>> envelopes_;
    std::map<PagePlace, const reading::Record*> recordOf_;
    std::set<PagePlace> held_;
    std::map<const reading::Record*, const Truth*> applicationOf_;
    AssemblyCounts counts_;
};

} // namespace

double AssemblyCounts::assembledShare() const
{
    return envelopes == 0 ? 1.0 : static_cast<double>(assembled) / envelopes;
}

AssemblyCounts judgeAssembly(const std::vector<Truth>& truths, const std::vector<reading::Record>& records,
                             const std::vector<reading::Holding>& holdings)
{
    return AssemblyJudge(truths, records, holdings).judge();
}

} // namespace scanstraat::evaluate
