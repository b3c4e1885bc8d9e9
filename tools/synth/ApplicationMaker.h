// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "AnswerMaker.h"
#include "Difficulty.h"
#include "EnvelopePlan.h"
#include "ScanWriter.h"
#include "Truth.h"
#include "WordLists.h"
#include "Writer.h"
#include "form/FormTemplate.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace scanstraat::synth {

enum class FormatChoice { mixed, tiff, g4, pdf, jpeg, png };

struct MakerOptions
{
    std::filesystem::path out;
    std::string form = "all";  ///< "all": whole applications; else the id of the only form
    std::string main = "6009"; ///< form that opens the applications; "any": any that opens one, and other
                               ///< forms along with it that nobody asked for
    std::uint64_t seed = 1;
    Difficulty difficulty = Difficulty::normal;
    FormatChoice format = FormatChoice::mixed;
    bool isBlank = false; ///< nobody has filled anything in
    EnvelopeKind envelopes = EnvelopeKind::plain;
    int mostPages = 0; ///< over all applications; 0: no limit
};

/// Makes filled in, printed and scanned applications with their truth. The application of a number is the
/// same whatever was made before it (but for the limit of pages).
class ApplicationMaker
{
public:
    /// All references must live as long as the maker. Throws scanstraat::Error when `options.form` has no
    /// template or the folders cannot be made.
    ApplicationMaker(MakerOptions options, const std::vector<form::FormTemplate>& forms,
                     const WordLists& words, WriterSource& writers);

    /// Writes application `number` (from 1), or with `options.envelopes` the envelope of that number: scans
    /// and truth. Returns its number of pages.
    int make(int number);

    [[nodiscard]] bool isFull() const { return options_.mostPages > 0 && pages_ >= options_.mostPages; }

private:
    struct Envelope;

    int makePlain(int number);
    int makeEnvelope(int number, EnvelopeKind kind);
    void addApplication(Envelope& envelope);
    void addForm(Envelope& envelope, const form::FormTemplate& form, bool isAskedFor = false);
    void addBlankPage(Envelope& envelope);
    void addAttachment(Envelope& envelope);
    /// Draws and scans the page, or keeps it for later where an envelope is planned.
    void addPage(Envelope& envelope, PlannedPage page);
    void scanPage(Envelope& envelope, PlannedPage& page, const Sheet& sheet);
    [[nodiscard]] const form::FormTemplate* find(const std::string& id) const;
    [[nodiscard]] const form::FormTemplate* mainForm(Random& random) const;
    void addUnasked(Envelope& envelope, const std::vector<const form::FormTemplate*>& there);
    const cv::Mat& printed(const form::FormTemplate& form, std::size_t page);

    MakerOptions options_;
    const std::vector<form::FormTemplate>& forms_;
    const WordLists& words_;
    WriterSource& writers_;
    std::map<std::pair<std::string, std::size_t>, cv::Mat> printed_; ///< blank pages, drawn once
    int pages_ = 0;
};

} // namespace scanstraat::synth
