// SPDX-License-Identifier: EUPL-1.2
#include "app/InputFinder.h"

#include "app/FolderSearch.h"
#include "base/Error.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;

bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The run of digits at `at`, without leading zeros; `at` moves behind it.
std::string_view number(const std::string& text, std::size_t& at)
{
    while (at < text.size() && text[at] == '0') {
        ++at;
    }
    const std::size_t start = at;
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    return std::string_view(text).substr(start, at - start);
}

/// Puts the files from index `first` on, which were named one after the other, in the order of their names.
void sortNamedFiles(std::vector<InputFile>& files, std::size_t first)
{
    std::stable_sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end(),
                     [](const InputFile& a, const InputFile& b) {
                         return naturalLess(a.path.generic_string(), b.path.generic_string());
                     });
}

void dropRepeated(std::vector<InputFile>& files)
{
    std::set<fs::path> seen;
    std::erase_if(files, [&](const InputFile& file) {
        std::error_code problem;
        const fs::path canonical = fs::weakly_canonical(file.path, problem);
        return !seen.insert(problem ? file.path : canonical).second;
    });
}

bool namesClash(const std::vector<InputFile>& files)
{
    std::set<std::string> names;
    return !std::ranges::all_of(files, [&](const InputFile& file) { return names.insert(file.name).second; });
}

/// The last `parts` parts of the file's path.
std::string lastParts(const fs::path& file, std::ptrdiff_t parts)
{
    const fs::path relative = fs::absolute(file).lexically_normal().relative_path();
    const std::ptrdiff_t all = std::distance(relative.begin(), relative.end());
    fs::path name;
    for (auto part = std::next(relative.begin(), std::max<std::ptrdiff_t>(0, all - parts));
         part != relative.end(); ++part) {
        name /= *part;
    }
    return name.generic_string();
}

/// Names tell applications apart, so equal names from two folders would mix two people's pages. All names
/// grow, not only those that clash: files that belong together must keep a common beginning.
void makeNamesUnique(std::vector<InputFile>& files)
{
    constexpr int kMostParents = 64;
    for (int round = 0; round < kMostParents && namesClash(files); ++round) {
        for (InputFile& file : files) {
            file.name = lastParts(file.path, std::ranges::count(file.name, '/') + 2);
        }
    }
}

} // namespace

bool naturalLess(const std::string& a, const std::string& b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string_view left = number(a, i);
            const std::string_view right = number(b, j);
            if (left != right) {
                return left.size() != right.size() ? left.size() < right.size() : left < right;
            }
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    if ((i < a.size()) != (j < b.size())) {
        return j < b.size();
    }
    return a < b; // equal but for leading zeros
}

InputList findInputs(const std::vector<fs::path>& inputs, const fs::path& output)
{
    InputList list;
    std::size_t firstNamed = 0; // since when files were named one by one
    for (const fs::path& input : inputs) {
        std::error_code problem;
        if (fs::is_directory(input, problem)) {
            searchFolder(input, output, list);
            firstNamed = list.files.size();
        } else if (fs::is_regular_file(input, problem)) {
            list.files.push_back({input, input.filename().generic_string()});
            sortNamedFiles(list.files, firstNamed);
        } else if (fs::exists(input, problem)) {
            throw Error(input.string() + ": is neither a file nor a folder; save the scan in a file first",
                        ExitCode::noInput);
        } else {
            throw Error(input.string() + ": " +
                            (problem
                                 ? "cannot be looked at (" + problem.message() + "); check rights and links"
                                 : "no such file or folder"),
                        ExitCode::noInput);
        }
    }
    std::ranges::sort(list.ignored, naturalLess);
    std::ranges::sort(list.failures, naturalLess, &FileFailure::name);
    dropRepeated(list.files);
    makeNamesUnique(list.files);
    return list;
}

InputList findScans(const std::vector<fs::path>& inputs, const fs::path& output)
{
    InputList list = findInputs(inputs, output);
    if (list.files.empty()) {
        const std::string cause = list.failures.empty() ? ""
                                                        : "; " + list.failures.front().name + ": " +
                                                              list.failures.front().problem.message;
        throw Error((inputs.empty() ? "" : inputs.front().string()) +
                        ": no scans found (looked for .tif, .tiff, .pdf, .png, .jpg, .jpeg)" + cause,
                    ExitCode::noInput);
    }
    return list;
}

} // namespace scanstraat::app
