// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "FontWriter.h"
#include "Scene.h"
#include "WordLists.h"
#include "form/FormTemplate.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <span>
#include <utility>

namespace scanstraat::battery {

/// A page of one of our forms, filled in with a pen.
struct FilledPage
{
    std::size_t form = 0; ///< index into the templates
    std::size_t page = 0;
    Paper paper;
};

/// Draws pages of the templates and fills them in. Thread safe: one page is drawn at a time.
class PageDeck
{
public:
    /// `templates` must outlive the deck; `data`: folder with the word lists.
    PageDeck(std::span<const form::FormTemplate> templates, const std::filesystem::path& data);

    [[nodiscard]] std::span<const form::FormTemplate> templates() const { return templates_; }
    [[nodiscard]] const synth::WordLists& words() const { return words_; }

    /// Any page of any form.
    [[nodiscard]] FilledPage filled(synth::Random& random);

    /// That page, by indices.
    [[nodiscard]] FilledPage filled(std::size_t form, std::size_t page, synth::Random& random);

    /// Held by whoever sets text: the libraries for it share what they know of fonts.
    [[nodiscard]] std::unique_lock<std::mutex> lockFonts() { return std::unique_lock(mutex_); }

private:
    const cv::Mat& printed(std::size_t form, std::size_t page);

    std::span<const form::FormTemplate> templates_;
    synth::WordLists words_;
    synth::FontWriters writers_;
    std::map<std::pair<std::size_t, std::size_t>, cv::Mat> printed_; ///< blank pages, drawn once
    std::mutex mutex_;
};

/// The adjustment fields of a page as rectangles of the form.
[[nodiscard]] std::vector<RectMm> markBoxes(const form::Page& page);

/// A sheet of paper from print (8-bit grey, paper 255) and ink (8-bit, 255 full) of a colour.
[[nodiscard]] cv::Mat paperColours(const cv::Mat& print, const cv::Mat& ink, cv::Vec3d through);

/// A scan of that page as an ordinary scanner makes it: almost straight, hardly bent.
[[nodiscard]] Scene plainScene(Paper paper, synth::Random& random);

} // namespace scanstraat::battery
