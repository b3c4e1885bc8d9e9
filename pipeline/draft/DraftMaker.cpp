// SPDX-License-Identifier: EUPL-1.2
#include "draft/DraftMaker.h"

#include "base/Error.h"
#include "draft/BlankReader.h"
#include "draft/PageNumbers.h"

#include <algorithm>

namespace scanstraat::draft {

namespace {

std::string formIdOf(const std::filesystem::path& file, const DraftOptions& options)
{
    std::string id = slug(options.id.empty() ? file.stem().string() : options.id);
    if (!options.id.empty() && id != options.id) {
        id = options.id; // the template's check says what is wrong with it
    }
    return id.empty() ? "formulier" : id;
}

std::string largestText(const form::FormTemplate& form)
{
    const form::PrintedText* largest = nullptr;
    constexpr std::size_t kShortest = 4;
    constexpr double kTopMm = 120.0;
    for (const form::PrintedText& text : form.pages.front().texts) {
        if (text.text.size() >= kShortest && text.at.y < kTopMm &&
            (largest == nullptr || text.sizePt > largest->sizePt + 0.5)) {
            largest = &text;
        }
    }
    return largest == nullptr ? form.id : largest->text;
}

} // namespace

Draft makeDraft(const std::filesystem::path& path, const DraftOptions& options, const OnPage& onPage)
{
    Draft draft;
    draft.form.id = formIdOf(path, options);
    draft.form.version = "1";
    BlankReader reader(path, draft.form.id);
    if (!reader.remark().empty()) {
        draft.remarks.push_back(reader.remark());
    }
    std::vector<std::size_t> reportOf;
    for (int index = 0; index < reader.pageCount(); ++index) {
        BlankPage page = reader.read(index);
        draft.pages.push_back({page.number, 0, page.note, {}, {}});
        if (onPage) {
            onPage(static_cast<std::size_t>(index) + 1, static_cast<std::size_t>(reader.pageCount()));
        }
        if (!page.isUsable) {
            continue;
        }
        draft.pages.back().barcodes = page.found.barcodes;
        draft.pages.back().undecided = std::move(page.draft.undecided);
        draft.form.pages.push_back(std::move(page.draft.page));
        reportOf.push_back(draft.pages.size() - 1);
    }
    if (draft.form.pages.empty()) {
        const std::string why = draft.pages.empty() ? "it has none" : "page 1 " + draft.pages.front().note;
        throw Error(path.string() + ": no page can become a template: " + why, ExitCode::noInput);
    }
    numberPages(draft.form.pages);
    for (std::size_t i = 0; i < reportOf.size(); ++i) {
        draft.pages[reportOf[i]].number = draft.form.pages[i].number;
    }
    draft.form.title = options.title.empty() ? largestText(draft.form) : options.title;
    return draft;
}

} // namespace scanstraat::draft
