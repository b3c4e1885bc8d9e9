// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Case.h"
#include "DeckPage.h"
#include "Gallery.h"
#include "app/PageRunner.h"
#include "program/ScratchFolder.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace scanstraat::marktest {

struct TestOptions
{
    std::uint64_t seed = 1;
    std::optional<ScanKind> scan{}; ///< none: black and white, grey and colour in turn
    PenChoice pen = PenChoice::mixed;
    synth::Difficulty difficulty = synth::Difficulty::normal; ///< of the ordinary set
    std::filesystem::path keepIn{}; ///< folder for scans of pages that were refused; empty: none are kept
};

/// Draws decks, marks, scans and reads them. Equal options give equal results.
class MarkTest
{
public:
    /// `models`: folder with the models. Makes the forms; throws scanstraat::Error when they cannot be
    /// loaded.
    MarkTest(const std::filesystem::path& models, TestOptions options);

    /// Goes on until so many boxes of that set were drawn, over all 12 forms in turn.
    void run(Set set, std::size_t boxes);

    [[nodiscard]] const Cases& cases() const { return cases_; }
    [[nodiscard]] const Gallery& gallery() const { return gallery_; }

private:
    void examinePage(Set set, int number);
    void keep(const PageFacts& facts, const std::filesystem::path& file) const;
    void collect(const PageFacts& facts, const form::Page& page, const MarkedPage& marked,
                 const app::PageResult& result);
    void collectField(const PageFacts& facts, const form::Field& field, std::span<const MarkedBox> boxes,
                      const reading::FieldReading* reading);
    [[nodiscard]] const cv::Mat& printed(std::size_t form);

    TestOptions options_;
    program::ScratchFolder scratch_;
    app::Equipment equipment_;
    app::PageRunner runner_;
    synth::FontWriters writers_;
    PageMarker marker_;
    std::map<std::size_t, cv::Mat> printed_; ///< blank pages, drawn once
    Cases cases_;
    Gallery gallery_;
};

} // namespace scanstraat::marktest
