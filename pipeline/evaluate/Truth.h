// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace scanstraat::evaluate {

/// One page of a truth file (docs/truth.md).
struct TruthPage
{
    std::string file; ///< name without folder
    int page = 1;
    std::string pageClass; ///< "form", "cover" (counts as a form page), "attachment", "blank" or "separator"
    std::string form;
    int number = 0;
    std::string kind;     ///< of an attachment; empty: nobody says
    std::string question; ///< that a loose sheet goes on with
    std::optional<std::array<double, 6>> mmToPixel;
};

struct TruthField
{
    std::string kind;
    std::string file; ///< name without folder
    int page = 1;
    std::string written;
    std::string value;
    bool valid = true;
    std::map<std::string, std::string> boxes; ///< option to state; not named: empty
};

/// What is wrong with an application on purpose.
struct TruthDefect
{
    std::string kind; ///< "missing-page", "missing-form" or "duplicate-page"
    std::string form;
    int number = 0; ///< printed page number; 0: the whole form
};

/// One application as it was made.
struct Truth
{
    std::string application;
    std::string pen;      ///< "ballpoint", "pencil", or "typed"; empty where nobody says
    std::string envelope; ///< what came in together; empty: nobody says
    std::string kind;     ///< of envelope: "clean", "shuffled", ...
    bool isStray = false; ///< somebody else's pages that strayed into the envelope
    std::vector<TruthDefect> defects;
    std::vector<TruthPage> pages;
    std::map<std::string, TruthField> fields; ///< by field id; not named: left empty
};

/// Every truth file of a folder, which may be the one above `truth/`, sorted by name. Throws
/// scanstraat::Error with ExitCode::usage for a broken file, ExitCode::noInput when there is none.
[[nodiscard]] std::vector<Truth> loadTruth(const std::filesystem::path& folder);

/// The *.json files of `folder`/`inner` when that folder exists, else of `folder`, sorted.
[[nodiscard]] std::vector<std::filesystem::path> jsonFiles(const std::filesystem::path& folder,
                                                           const std::string& inner);

} // namespace scanstraat::evaluate
