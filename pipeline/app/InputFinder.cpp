// SPDX-License-Identifier: EUPL-1.2
#include "app/InputFinder.h"

#include "base/Error.h"
#include "scan/ScanFile.h"

#include <algorithm>
#include <cctype>
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

void searchFolder(const fs::path& folder, InputList& list)
{
    std::vector<InputFile> found;
    for (const auto& entry : fs::recursive_directory_iterator(
             folder, fs::directory_options::skip_permission_denied)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (scan::hasScanExtension(entry.path())) {
            found.push_back({entry.path(), name});
        } else {
            list.ignored.push_back(name);
        }
    }
    std::ranges::sort(found, naturalLess, &InputFile::name);
    list.files.insert(list.files.end(), found.begin(), found.end());
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

InputList findInputs(const std::vector<fs::path>& inputs)
{
    InputList list;
    for (const fs::path& input : inputs) {
        std::error_code problem;
        if (fs::is_directory(input, problem)) {
            searchFolder(input, list);
        } else if (fs::exists(input, problem)) {
            list.files.push_back({input, input.filename().generic_string()});
        } else {
            throw Error(input.string() + ": no such file or folder", ExitCode::noInput);
        }
    }
    std::set<fs::path> seen;
    std::erase_if(list.files, [&](const InputFile& file) {
        std::error_code problem;
        const fs::path canonical = fs::weakly_canonical(file.path, problem);
        return !seen.insert(problem ? file.path : canonical).second;
    });
    return list;
}

} // namespace scanstraat::app
