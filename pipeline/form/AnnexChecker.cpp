// SPDX-License-Identifier: EUPL-1.2
#include "form/AnnexChecker.h"

#include <algorithm>
#include <set>

namespace scanstraat::form {

namespace {

constexpr int kOldest = 120; ///< years

std::string quoted(const std::string& id)
{
    return "\"" + id + "\"";
}

bool has(const Field& field, const std::string& option)
{
    return std::any_of(field.options.begin(), field.options.end(),
                       [&option](const Option& one) { return one.id == option; });
}

/// "contant, pin".
std::string optionsOf(const std::vector<const Field*>& fields)
{
    std::string ids;
    for (const Field* field : fields) {
        for (const Option& option : field->options) {
            ids += (ids.empty() ? "" : ", ") + option.id;
        }
    }
    return ids;
}

/// Notes what is wrong with one rule.
class RuleChecker
{
public:
    RuleChecker(const FormTemplate& form, const AnnexRule& rule) : form_(form), rule_(rule) {}

    std::vector<std::string> check();

private:
    void checkIds();
    void checkField();
    void checkOption(const std::vector<const Field*>& fields, const std::string& option);
    void checkAge(const AgeCondition& age);

    const FormTemplate& form_;
    const AnnexRule& rule_;
    std::vector<std::string> problems_;
};

std::vector<std::string> RuleChecker::check()
{
    checkIds();
    if (!rule_.field.empty()) {
        checkField();
    } else if (!rule_.options.empty()) {
        problems_.emplace_back("names options, but no field");
    }
    if (rule_.fromAge) {
        checkAge(*rule_.fromAge);
    }
    return std::move(problems_);
}

void RuleChecker::checkIds()
{
    if (rule_.anyOf.empty()) {
        problems_.emplace_back("names no annex");
    }
    std::set<std::string> seen;
    for (const std::string& id : rule_.anyOf) {
        if (id == form_.id) {
            problems_.push_back("asks for the form itself, " + quoted(id));
        }
        if (!seen.insert(id).second) {
            problems_.push_back("names the annex " + quoted(id) + " twice");
        }
    }
}

void RuleChecker::checkField()
{
    const std::vector<const Field*> fields = fieldsNamed(form_, rule_.field);
    if (fields.empty()) {
        problems_.push_back("names the unknown field " + quoted(rule_.field));
    }
    for (const Field* field : fields) {
        if (field->kind != FieldKind::choice) {
            problems_.push_back("names the field " + quoted(field->id) + ", which is no choice");
            return;
        }
    }
    for (const std::string& option : rule_.options) {
        if (!fields.empty()) {
            checkOption(fields, option);
        }
    }
}

void RuleChecker::checkOption(const std::vector<const Field*>& fields, const std::string& option)
{
    if (std::any_of(fields.begin(), fields.end(),
                    [&option](const Field* field) { return has(*field, option); })) {
        return;
    }
    for (const Page& page : form_.pages) {
        for (const Field& field : page.fields) {
            if (has(field, option)) {
                problems_.push_back("names the option " + quoted(option) + ", which is one of field " +
                                    quoted(field.id) + ", not of " + quoted(rule_.field));
                return;
            }
        }
    }
    problems_.push_back("names the unknown option " + quoted(option) + "; " + quoted(rule_.field) + " has " +
                        optionsOf(fields));
}

void RuleChecker::checkAge(const AgeCondition& age)
{
    const Field* field = findField(form_, age.birthDate);
    if (field == nullptr) {
        problems_.push_back("takes the age from the unknown field " + quoted(age.birthDate));
    } else if (field->kind != FieldKind::date) {
        problems_.push_back("takes the age from field " + quoted(age.birthDate) + ", which is no date");
    }
    if (age.years < 1 || age.years > kOldest) {
        problems_.push_back("has an age of " + std::to_string(age.years) + " years; it must be 1 to " +
                            std::to_string(kOldest));
    }
}

} // namespace

std::vector<Problem> checkAnnexRules(const TemplateSource& source)
{
    std::vector<Problem> problems;
    for (std::size_t index = 0; index < source.form.annexes.size(); ++index) {
        const int line = source.lineOf("/annexes/" + std::to_string(index));
        for (const std::string& what : RuleChecker(source.form, source.form.annexes[index]).check()) {
            problems.push_back({line, "annex rule " + std::to_string(index + 1) + " " + what});
        }
    }
    return problems;
}

} // namespace scanstraat::form
