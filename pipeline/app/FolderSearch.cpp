// SPDX-License-Identifier: EUPL-1.2
#include "app/FolderSearch.h"

#include "app/EarlierRun.h"
#include "app/FileWriter.h"
#include "app/PagePictures.h"
#include "base/Error.h"
#include "scan/ScanFile.h"

#include <algorithm>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;

class FolderSearch
{
public:
    FolderSearch(fs::path root, const fs::path& output, InputList& list)
        : root_(std::move(root)), output_(output), list_(list)
    {
    }

    /// The cause where the folder cannot be searched.
    std::error_code search(const fs::path& folder)
    {
        std::error_code problem;
        std::error_code ignored;
        const bool isOutput = !output_.empty() && fs::equivalent(folder, output_, ignored);
        const bool holdsResults = !isOutput && filesOfRun(folder).has_value();
        const bool holdsDebugPictures = isDebugFolder(folder);
        fs::directory_iterator entry(folder, problem);
        for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
            const std::string name = entry->path().filename().string();
            if (isOutput && isResultName(name)) {
                continue;
            }
            if ((holdsResults && isResultName(name)) || (holdsDebugPictures && isDebugFile(name))) {
                list_.ignored.push_back(nameOf(entry->path()));
            } else {
                take(*entry);
            }
        }
        return problem;
    }

    std::vector<InputFile> found; ///< not sorted

private:
    [[nodiscard]] std::string nameOf(const fs::path& path) const
    {
        return path.lexically_relative(root_).generic_string();
    }

    void fail(const fs::path& path, const std::string& cause)
    {
        list_.failures.push_back({nameOf(path), {scan::ScanProblemCode::cannotOpen, cause}});
    }

    void take(const fs::directory_entry& entry)
    {
        std::error_code problem;
        const fs::path& path = entry.path();
        const fs::file_type type = entry.status(problem).type();
        if (type == fs::file_type::directory) {
            takeFolder(entry);
        } else if (type == fs::file_type::regular && scan::hasScanExtension(path)) {
            found.push_back({path, nameOf(path)});
        } else if (type == fs::file_type::regular) {
            list_.ignored.push_back(nameOf(path));
        } else if (type == fs::file_type::not_found) {
            fail(path, "the link leads to nothing; restore what it points to, or remove it");
        } else if (problem) {
            fail(path, "cannot be looked at (" + problem.message() + "); check rights and links");
        }
    }

    void takeFolder(const fs::directory_entry& entry)
    {
        std::error_code unknown;
        if (entry.is_symlink(unknown)) {
            list_.ignored.push_back(nameOf(entry.path()));
        } else if (const std::error_code problem = search(entry.path())) {
            fail(entry.path(), "the folder cannot be searched (" + problem.message() + "); check its rights");
        }
    }

    fs::path root_;
    const fs::path& output_;
    InputList& list_;
};

} // namespace

void searchFolder(const fs::path& folder, const fs::path& output, InputList& list)
{
    FolderSearch search(folder, output, list);
    if (const std::error_code problem = search.search(folder)) {
        throw Error(folder.string() + ": cannot be searched (" + problem.message() + "); check its rights",
                    ExitCode::noInput);
    }
    std::ranges::sort(search.found, naturalLess, &InputFile::name);
    list.files.insert(list.files.end(), search.found.begin(), search.found.end());
}

} // namespace scanstraat::app
