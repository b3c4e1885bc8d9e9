// SPDX-License-Identifier: EUPL-1.2
#include "PrintReader.h"

#include "letters/LinePrior.h"
#include "letters/LineReader.h"
#include "letters/TypedLine.h"
#include "page/FrameSnap.h"

#include <algorithm>

namespace scanstraat::lettertest {

namespace {

constexpr double kMarginMm = 1.0; ///< writing that leaves its frame

std::string alphabetOf(const form::Field& field)
{
    if (field.writing == form::Writing::lines) {
        return letters::LinePrior(field.kind, nullptr).alphabet();
    }
    std::string all;
    for (std::size_t i = 0; i < field.cells.size(); ++i) {
        all += form::cellAlphabet(field.kind, i);
    }
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}

std::vector<RectMm> shifted(const std::vector<RectMm>& frames, PointMm shift)
{
    std::vector<RectMm> result;
    for (const RectMm& frame : frames) {
        result.push_back(frame.shifted(shift));
    }
    return result;
}

} // namespace

std::string PrintReader::read(const page::RegisteredPage& page, const form::Field& field)
{
    const bool isComb = field.writing == form::Writing::comb;
    const std::vector<RectMm> printed = isComb ? field.cells : letters::lineFrames(field);
    const page::PagePart part(page, unite(printed).grown(page::kSnapMarginMm), letters::kInkPixelsPerMm);
    const std::vector<RectMm> frames = shifted(printed, page::snapToFrame(part, printed).shift);
    const std::string alphabet = alphabetOf(field);
    if (isComb) {
        return readLine(part, frames, alphabet);
    }
    std::string text;
    for (const RectMm& frame : frames) {
        const std::string line = readLine(part, std::span(&frame, 1), alphabet);
        text += (text.empty() || line.empty() ? "" : "\n") + line;
    }
    return text;
}

std::string PrintReader::readLine(const page::PagePart& part, std::span<const RectMm> frames,
                                  const std::string& alphabet)
{
    const RectMm around = unite(frames);
    const letters::InkPicture ink(part.inner(around.grown(kMarginMm)), frames);
    const letters::LineWriting writing = letters::findWriting(ink, ink.part().toPixels(around));
    return writing.pieces.empty() ? "" : tesseract_.read(letters::printOf(ink, writing), alphabet).text;
}

} // namespace scanstraat::lettertest
