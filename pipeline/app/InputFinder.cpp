// SPDX-License-Identifier: EUPL-1.2
#include "app/InputFinder.h"

#include "app/FileWriter.h"
#include "base/Error.h"
#include "scan/ScanFile.h"

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

/// True for what an earlier run wrote into `output`.
bool isResult(const fs::path& path, const fs::path& output)
{
    std::error_code problem;
    return !output.empty() && isResultName(path.filename().string()) &&
           fs::equivalent(path.parent_path(), output, problem);
}

void searchFolder(const fs::path& folder, const fs::path& output, InputList& list)
{
    std::vector<InputFile> found;
    std::error_code problem;
    auto entry =
        fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, problem);
    for (; !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
        std::error_code unknown;
        const fs::path& path = entry->path();
        if (isResult(path, output)) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file(unknown)) {
            const std::string name = path.lexically_relative(folder).generic_string();
            if (scan::hasScanExtension(path)) {
                found.push_back({path, name});
            } else {
                list.ignored.push_back(name);
            }
        }
    }
    if (problem) {
        throw Error(folder.string() + ": cannot be searched (" + problem.message() + ")", ExitCode::noInput);
    }
    std::ranges::sort(found, naturalLess, &InputFile::name);
    list.files.insert(list.files.end(), found.begin(), found.end());
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
            throw Error(input.string() + ": no such file or folder", ExitCode::noInput);
        }
    }
    std::ranges::sort(list.ignored, naturalLess);
    dropRepeated(list.files);
    makeNamesUnique(list.files);
    return list;
}

InputList findScans(const std::vector<fs::path>& inputs, const fs::path& output)
{
    InputList list = findInputs(inputs, output);
    if (list.files.empty()) {
        throw Error((inputs.empty() ? "" : inputs.front().string()) +
                        ": no scans found (looked for .tif, .tiff, .pdf, .png, .jpg, .jpeg)",
                    ExitCode::noInput);
    }
    return list;
}

} // namespace scanstraat::app
