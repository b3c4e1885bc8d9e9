// SPDX-License-Identifier: EUPL-1.2
#include "form/Catalogue.h"

#include "base/Error.h"
#include "form/ObjectReader.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace scanstraat::form {

namespace {

constexpr const char* kFileName = "catalogue.json";

class CatalogueReader
{
public:
    explicit CatalogueReader(std::vector<Problem>& problems) : problems_(problems) {}

    Catalogue read(const JsonNode& root)
    {
        ObjectReader object(root, "the catalogue", problems_);
        Catalogue catalogue;
        std::set<std::string> numbers;
        for (const JsonNode& node : object.list("forms", true)) {
            catalogue.forms.push_back(readEntry(node));
            if (!numbers.insert(catalogue.forms.back().number).second) {
                object.problem(node.line, "names form \"" + catalogue.forms.back().number + "\" twice");
            }
        }
        object.finish();
        return catalogue;
    }

private:
    CatalogueEntry readEntry(const JsonNode& node)
    {
        ObjectReader object(node, "a form of the catalogue", problems_);
        CatalogueEntry entry;
        entry.number = object.text("number");
        object.rename("form \"" + entry.number + "\"");
        entry.title = object.text("title");
        entry.purpose = readTexts(object, "purpose");
        if (const JsonNode* fee = object.find("fee")) {
            entry.fee = readFee(*fee, object.what());
        }
        object.finish();
        return entry;
    }

    FeeRule readFee(const JsonNode& node, const std::string& form)
    {
        ObjectReader object(node, "the fee of " + form, problems_);
        FeeRule rule;
        rule.euros = object.integer("euros");
        if (const JsonNode* scope = object.find("scope")) {
            ObjectReader scopeObject(*scope, "the scope of " + object.what(), problems_);
            rule.scope = readCondition(scopeObject);
            scopeObject.finish();
        }
        for (const JsonNode& item : object.list("exceptions", false)) {
            ObjectReader exception(item, "an exception of " + object.what(), problems_);
            const int euros = exception.integer("euros");
            rule.exceptions.push_back({euros, readCondition(exception)});
            exception.finish();
        }
        object.finish();
        return rule;
    }

    AnswerCondition readCondition(ObjectReader& object)
    {
        AnswerCondition condition{object.text("text"), object.textOr("field", ""),
                                  readTexts(object, "values")};
        if (condition.field.empty() != condition.values.empty()) {
            object.problem(object.line(), "needs both \"field\" and \"values\", or neither");
        }
        return condition;
    }

    static std::vector<std::string> readTexts(ObjectReader& object, const std::string& key)
    {
        std::vector<std::string> texts;
        for (const JsonNode& node : object.list(key, false)) {
            if (node.type != JsonNode::Type::text || node.text.empty()) {
                object.problem(node.line, "has an item in \"" + key + "\" that is not a text");
                continue;
            }
            texts.push_back(node.text);
        }
        return texts;
    }

    std::vector<Problem>& problems_;
};

} // namespace

const CatalogueEntry* Catalogue::find(const std::string& number) const
{
    const auto found = std::ranges::find(forms, number, &CatalogueEntry::number);
    return found == forms.end() ? nullptr : &*found;
}

Catalogue loadCatalogue(const std::filesystem::path& templates)
{
    const std::filesystem::path file = templates / kFileName;
    std::error_code unknown;
    if (!std::filesystem::exists(file, unknown)) {
        return {};
    }
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) {
        throw Error(file.string() + ":1: cannot be read", ExitCode::installation);
    }
    std::vector<Problem> problems;
    Catalogue catalogue;
    const Result<JsonNode, Problem> root = parseJson(text);
    if (root) {
        catalogue = CatalogueReader(problems).read(*root);
    } else {
        problems.push_back(root.error());
    }
    if (!problems.empty()) {
        std::string message;
        for (const Problem& problem : problems) {
            message += (message.empty() ? "" : "\n") + file.string() + ":" + std::to_string(problem.line) +
                       ": " + problem.message;
        }
        throw Error(message, ExitCode::installation);
    }
    return catalogue;
}

} // namespace scanstraat::form
