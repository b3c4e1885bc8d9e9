// SPDX-License-Identifier: EUPL-1.2
#include "form/TemplateLoader.h"

#include "base/Error.h"
#include "form/TemplateChecker.h"
#include "form/TemplateReader.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace scanstraat::form {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "template.json";
constexpr const char* kOutlineName = "outline.yaml";

/// More lines than these do not help anybody who reads an error message.
constexpr std::size_t kMostProblems = 10;

[[noreturn]] void cannotRead(const fs::path& file, const std::string& cause)
{
    throw Error(file.string() + ":1: cannot be read: " + cause, ExitCode::installation);
}

std::string readFile(const fs::path& file)
{
    std::error_code problem;
    if (fs::is_directory(file, problem)) {
        cannotRead(file, "it is a folder, and a template is a file");
    }
    if (!fs::exists(file, problem) && fs::exists(file.parent_path() / kOutlineName, problem)) {
        cannotRead(file, "only its outline is there; lay it out with scanstraat template compose");
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        cannotRead(file, std::generic_category().message(errno));
    }
    try {
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    } catch (const std::ios_base::failure& failure) {
        cannotRead(file, failure.what());
    }
}

TemplateSource check(const std::string& text)
{
    TemplateSource source = readTemplate(text);
    if (source.isJson) {
        const std::vector<Problem> meaning = checkMeaning(source);
        source.problems.insert(source.problems.end(), meaning.begin(), meaning.end());
    }
    std::stable_sort(source.problems.begin(), source.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return source;
}

/// Whether a folder is meant to hold a template: also where that cannot be read, or only its outline is
/// there.
bool isForm(const fs::path& folder)
{
    std::error_code problem;
    if (!fs::is_directory(folder, problem)) {
        return false;
    }
    const bool there = fs::exists(folder / kFileName, problem) || problem;
    return there || fs::exists(folder / kOutlineName, problem);
}

std::string located(const fs::path& file, const Problem& problem)
{
    return file.string() + ":" + std::to_string(problem.line) + ": " + problem.message;
}

} // namespace

FormTemplate loadTemplate(const fs::path& folder)
{
    const fs::path file = folder / kFileName;
    TemplateSource source = check(readFile(file));
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

std::vector<fs::path> findTemplateFiles(const fs::path& root)
{
    std::error_code problem;
    std::vector<fs::path> files;
    fs::directory_iterator entry(root, problem);
    for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        if (isForm(entry->path())) {
            files.push_back(entry->path() / kFileName);
        }
    }
    if (problem) {
        throw Error(root.string() + ": cannot be searched for templates (" + problem.message() + ")",
                    ExitCode::installation);
    }
    if (files.empty()) {
        throw Error(root.string() + ": holds no templates (FORM/template.json)", ExitCode::installation);
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<FormTemplate> loadTemplates(const fs::path& root)
{
    std::vector<FormTemplate> forms;
    for (const fs::path& file : findTemplateFiles(root)) {
        forms.push_back(loadTemplate(file.parent_path()));
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
    return checkTemplateText(readFile(file), file);
}

std::vector<std::string> checkTemplateText(const std::string& text, const fs::path& file)
{
    std::vector<std::string> messages;
    for (const Problem& problem : check(text).problems) {
        messages.push_back(located(file, problem));
    }
    return messages;
}

} // namespace scanstraat::form
