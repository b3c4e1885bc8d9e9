// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Distortion.h"
#include "PageDeck.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::barcodes {

/// A drawn, distorted and stored page that has a barcode.
struct DrawnPage
{
    std::filesystem::path file;
    std::string done;     ///< names of the distortions, with + between
    std::size_t form = 0; ///< index into the templates
    std::size_t page = 0;
};

/// What the pages suffer: the battery's distortions (docs/battery.md) without a second sheet over the page,
/// and four of our own that hit the bars: "bars-pen", "bars-stamp", "bars-faint", "bars-flaked".
[[nodiscard]] const std::vector<battery::Distortion>& barcodeDistortions();

/// Draws pages one after the other into a folder. The same seed gives the same pages.
class PageDrawer
{
public:
    /// `deck` must outlive the drawer.
    PageDrawer(battery::PageDeck& deck, std::filesystem::path folder, std::uint64_t seed);

    /// Page `number` with one distortion (index into barcodeDistortions()) at that strength.
    [[nodiscard]] DrawnPage single(int number, std::size_t distortion, double strength);

    /// Page `number` with one to three distortions of different stages.
    [[nodiscard]] DrawnPage mixed(int number, double strength);

private:
    [[nodiscard]] DrawnPage draw(int number, const std::vector<std::size_t>& distortions, double strength);

    battery::PageDeck& deck_;
    std::filesystem::path folder_;
    std::uint64_t seed_;
};

} // namespace scanstraat::barcodes
