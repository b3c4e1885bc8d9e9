// SPDX-License-Identifier: EUPL-1.2
#include "draft/BlankReader.h"

#include "base/Error.h"
#include "draft/FieldConflicts.h"
#include "draft/LeftOvers.h"
#include "draft/PageSearch.h"
#include "draft/PdfText.h"
#include "draft/ScanText.h"

#include <algorithm>
#include <map>
#include <utility>

namespace scanstraat::draft {

namespace {

void append(std::string& text, const std::string& more)
{
    text += (text.empty() || more.empty() ? "" : "; ") + more;
}

/// Of many items that say the same of different places only the first ones.
std::vector<std::string> shortened(const std::vector<std::string>& items)
{
    constexpr int kMostAlike = 8;
    std::map<std::string, int> counts;
    std::vector<std::string> kept;
    const auto question = [](const std::string& item) {
        const std::size_t colon = item.find(": ");
        return colon == std::string::npos ? item : item.substr(colon + 2);
    };
    for (const std::string& item : items) {
        if (++counts[question(item)] <= kMostAlike) {
            kept.push_back(item);
        }
    }
    for (const auto& [text, count] : counts) {
        if (count > kMostAlike) {
            kept.push_back("and " + std::to_string(count - kMostAlike) + " more: " + text);
        }
    }
    return kept;
}

} // namespace

BlankReader::BlankReader(const std::filesystem::path& path, std::string formId)
    : file_(path), maker_(std::move(formId))
{
    if (file_.isPdf()) {
        acro_ = readAcroForm(path);
    }
}

std::string BlankReader::readPicture(const Sheet& sheet, PageFindings& found)
{
    try {
        if (!pictureReader_) {
            pictureReader_ = std::make_unique<ocr::PageTextReader>();
        }
    } catch (const Error& error) {
        return std::string("has no labels: ") + error.what();
    }
    PageTexts texts = readScanText(*pictureReader_, sheet, found);
    constexpr std::size_t kManyBlots = 80;
    constexpr std::size_t kFewLines = 3;
    const auto sure = std::ranges::count_if(texts.lines, &TextLine::isSure);
    const bool isStrange = found.blots.size() > kManyBlots && static_cast<std::size_t>(sure) < kFewLines;
    found.texts = std::move(texts.lines);
    found.words = std::move(texts.words);
    return isStrange ? "has text of which next to nothing could be read: is it upside down, or no Dutch?"
                     : "has text that was read from the picture: check the labels";
}

std::string BlankReader::addTexts(const Sheet& sheet, int number, PageFindings& found)
{
    std::string note;
    if (file_.isPdf()) {
        PageTexts texts = readPdfText(file_.path(), number, sheet);
        note = texts.problem;
        found.texts = std::move(texts.lines);
        found.words = std::move(texts.words);
    }
    if (found.words.empty()) {
        append(note, readPicture(sheet, found));
    }
    measureTypeSizes(sheet, found.texts);
    return note;
}

std::vector<Widget> BlankReader::widgetsOf(int number, PointMm origin) const
{
    std::vector<Widget> widgets;
    for (Widget widget : acro_.widgets) {
        if (widget.page == number) {
            widget.area = widget.area.shifted(origin);
            widgets.push_back(widget);
        }
    }
    return widgets;
}

BlankPage BlankReader::read(int index)
{
    LoadedPage loaded = file_.load(index);
    BlankPage page;
    page.number = loaded.number;
    page.note = loaded.note;
    if (!loaded.sheet) {
        return page;
    }
    page.isUsable = true;
    page.isDrawn = loaded.sheet->isDrawn;
    page.found = searchPage(*loaded.sheet);
    append(page.note, addTexts(*loaded.sheet, loaded.number, page.found));
    page.draft = maker_.make(loaded.number, page.found, widgetsOf(loaded.number, loaded.sheet->origin));
    std::vector<std::string>& undecided = page.draft.undecided;
    std::ranges::move(separateFields(page.draft.page), std::back_inserter(undecided));
    std::ranges::move(leftOvers(page.found, page.draft), std::back_inserter(undecided));
    undecided = shortened(undecided);
    return page;
}

} // namespace scanstraat::draft
