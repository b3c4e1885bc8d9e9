// SPDX-License-Identifier: EUPL-1.2
#include "AnnexChooser.h"

#include <algorithm>

namespace scanstraat::synth {

namespace {

/// Share of applications for which holds what the form does not ask.
constexpr double kConditionShare = 0.5;

bool asks(const form::FormTemplate& main, const form::AnnexRule& rule,
          const std::map<std::string, std::string>& meant)
{
    if (rule.field.empty()) {
        return true;
    }
    const std::vector<const form::Field*> parts = form::fieldsNamed(main, rule.field);
    return std::any_of(parts.begin(), parts.end(), [&](const form::Field* part) {
        const auto answer = meant.find(part->id);
        return answer != meant.end() &&
               (rule.options.empty() ||
                std::find(rule.options.begin(), rule.options.end(), answer->second) != rule.options.end());
    });
}

const form::FormTemplate* find(std::span<const form::FormTemplate> forms, const std::string& id)
{
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.id == id; });
    return found == forms.end() ? nullptr : &*found;
}

bool isForSelfEmployed(const form::FormTemplate& form)
{
    return form.title.find("zelfstandig") != std::string::npos;
}

void choose(AnnexChoice& choice, const form::AnnexRule& rule, std::span<const form::FormTemplate> forms,
            bool selfEmployed)
{
    const form::FormTemplate* form = nullptr;
    bool paper = false;
    for (const std::string& id : rule.anyOf) {
        const form::FormTemplate* known = find(forms, id);
        paper = paper || known == nullptr;
        if (known != nullptr && (form == nullptr || (selfEmployed && isForSelfEmployed(*known)))) {
            form = known;
        }
    }
    if (form == nullptr || (isForSelfEmployed(*form) && !selfEmployed && paper)) {
        ++choice.papers;
    } else if (std::find(choice.forms.begin(), choice.forms.end(), form) == choice.forms.end()) {
        choice.forms.push_back(form);
    }
}

} // namespace

AnnexChoice chooseAnnexes(const form::FormTemplate& main, std::span<const form::FormTemplate> forms,
                          const AnnexGrounds& grounds, Random& random)
{
    AnnexChoice choice;
    for (const form::AnnexRule& rule : main.annexes) {
        if (asks(main, rule, grounds.meant) && (rule.condition.empty() || random.chance(kConditionShare))) {
            choose(choice, rule, forms, grounds.selfEmployed);
        }
    }
    return choice;
}

} // namespace scanstraat::synth
