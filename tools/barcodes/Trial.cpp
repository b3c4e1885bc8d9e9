// SPDX-License-Identifier: EUPL-1.2
//
// Ours is what a run does: the page is put in its place, and the barcode is sought where its form prints it.
// A page that is refused after its barcode was read counts as nothing, unless the refusal names the barcode.
#include "Trial.h"

#include "FullPageReaders.h"
#include "NoLetters.h"
#include "base/Error.h"
#include "ident/BarcodeZone.h"

#include <algorithm>

namespace scanstraat::barcodes {

namespace {

template <typename Read>
Attempt readWholePage(const cv::Mat& grey, const std::string& payload, Read read)
{
    const double start = app::threadMilliseconds();
    const std::vector<std::string> texts = read(grey);
    Attempt attempt;
    attempt.milliseconds = app::threadMilliseconds() - start;
    const bool right = std::ranges::find(texts, payload) != texts.end();
    attempt.answer = right ? Answer::right : texts.empty() ? Answer::nothing : Answer::wrong;
    return attempt;
}

} // namespace

Trial::Trial(const app::Equipment& equipment)
    : equipment_(equipment), runner_(equipment, battery::readerOfNothing())
{
}

Attempt Trial::readOurs(const app::PageResult& result, const form::Page& page, const std::string& form) const
{
    const std::string& by = result.reading.identifiedBy;
    Attempt attempt;
    if (by == "barcode") {
        const bool same = result.reading.form == form && result.reading.number == page.number;
        attempt.answer = same ? Answer::right : Answer::wrong;
    } else if (by.starts_with("code39:")) {
        attempt.answer = by == "code39:" + page.barcode->payload ? Answer::right : Answer::wrong;
    }
    if (result.identified) {
        const double start = app::threadMilliseconds();
        (void)ident::readBarcode(result.identified->page, *page.barcode);
        attempt.milliseconds = app::threadMilliseconds() - start;
    }
    return attempt;
}

Case Trial::run(const std::filesystem::path& file, int index, const form::Page& page, const std::string& form)
{
    const auto opened = scan::ScanFile::open(file);
    if (!opened || index >= opened->pageCount()) {
        throw Error(file.string() + ": has no page " + std::to_string(index + 1), ExitCode::usage);
    }
    const app::PageResult result = runner_.run(*opened, index, file.filename().string());
    const reading::PageReading& reading = result.reading;
    Case one;
    one.scan = file.filename().string() + " page " + std::to_string(index + 1);
    one.became = reading::toString(reading.pageClass) + " " +
                 (reading.findings.empty() ? reading.identifiedBy : reading.findings.front().code);
    const std::string& payload = page.barcode->payload;
    one.attempts = {readOurs(result, page, form), readWholePage(result.image.grey, payload, &readWithZxing),
                    readWholePage(result.image.grey, payload, &readWithZbar)};
    return one;
}

} // namespace scanstraat::barcodes
