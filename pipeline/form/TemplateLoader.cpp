// SPDX-License-Identifier: EUPL-1.2
#include "form/TemplateLoader.h"

#include "base/Error.h"
#include "form/TemplateChecker.h"
#include "form/TemplateReader.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace scanstraat::form {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "template.json";

/// More lines than these do not help anybody who reads an error message.
constexpr std::size_t kMostProblems = 10;

std::string readFile(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw Error(file.string() + ":1: cannot be opened", ExitCode::installation);
    }
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TemplateSource readAndCheck(const fs::path& file)
{
    TemplateSource source = readTemplate(readFile(file));
    if (source.isJson) {
        const std::vector<Problem> meaning = checkMeaning(source);
        source.problems.insert(source.problems.end(), meaning.begin(), meaning.end());
    }
    std::stable_sort(source.problems.begin(), source.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return source;
}

std::string located(const fs::path& file, const Problem& problem)
{
    return file.string() + ":" + std::to_string(problem.line) + ": " + problem.message;
}

} // namespace

FormTemplate loadTemplate(const fs::path& folder)
{
    const fs::path file = folder / kFileName;
    TemplateSource source = readAndCheck(file);
    if (source.problems.empty()) {
        return std::move(source.form);
    }
    std::string message;
    for (std::size_t index = 0; index < std::min(source.problems.size(), kMostProblems); ++index) {
        message += index == 0 ? "" : "\n";
        message += located(file, source.problems[index]);
    }
    if (source.problems.size() > kMostProblems) {
        message += "\n... and " + std::to_string(source.problems.size() - kMostProblems) + " more";
    }
    throw Error(message, ExitCode::installation);
}

std::vector<FormTemplate> loadTemplates(const fs::path& root)
{
    std::error_code error;
    std::vector<FormTemplate> forms;
    for (const fs::directory_entry& entry : fs::directory_iterator(root, error)) {
        if (fs::exists(entry.path() / kFileName)) {
            forms.push_back(loadTemplate(entry.path()));
        }
    }
    if (forms.empty()) {
        throw Error(root.string() + ": holds no templates (FORM/template.json)", ExitCode::installation);
    }
    std::sort(forms.begin(), forms.end(),
              [](const FormTemplate& a, const FormTemplate& b) { return a.id < b.id; });
    const auto twice = std::adjacent_find(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
        return a.id == b.id && a.edition == b.edition;
    });
    if (twice != forms.end()) {
        throw Error(root.string() + ": two templates are form \"" + twice->id + "\", edition \"" +
                        twice->edition + "\"",
                    ExitCode::installation);
    }
    return forms;
}

std::vector<std::string> checkTemplate(const fs::path& file)
{
    std::vector<std::string> messages;
    for (const Problem& problem : readAndCheck(file).problems) {
        messages.push_back(located(file, problem));
    }
    return messages;
}

} // namespace scanstraat::form
