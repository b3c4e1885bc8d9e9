// SPDX-License-Identifier: EUPL-1.2
#include "DrawnPages.h"

#include "ScanCamera.h"
#include "ScanStore.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace scanstraat::barcodes {

namespace {

using battery::Distortion;
using battery::Stage;
using synth::Random;

/// Streams of random numbers that have nothing to do with each other.
enum class Stream : std::uint64_t { page, scene, distortion, noise, choice };

Random streamOf(std::uint64_t seed, Stream stream, int page, std::size_t distortion = 0)
{
    return {seed,
            (static_cast<std::uint64_t>(page) * 8 + static_cast<std::uint64_t>(stream)) * 1000 + distortion};
}

/// Indices of form and page.
std::vector<std::pair<std::size_t, std::size_t>>
pagesWithBarcode(std::span<const form::FormTemplate> templates)
{
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t form = 0; form < templates.size(); ++form) {
        for (std::size_t page = 0; page < templates[form].pages.size(); ++page) {
            if (templates[form].pages[page].barcode) {
                found.emplace_back(form, page);
            }
        }
    }
    return found;
}

constexpr int kMixedPages = 1'000'000; ///< so that mixed pages are others

std::vector<std::size_t> drawDistortions(Random& random)
{
    const std::vector<Distortion>& all = barcodeDistortions();
    const auto wanted = static_cast<std::size_t>(random.integer(1, 3));
    std::vector<std::size_t> chosen;
    while (chosen.size() < wanted) {
        const std::size_t one = random.index(all.size());
        const bool clashes = std::ranges::any_of(chosen, [&](std::size_t other) {
            return other == one || (all[other].stage == all[one].stage && all[one].stage != Stage::sheet);
        });
        if (!clashes) {
            chosen.push_back(one);
        }
    }
    std::ranges::sort(chosen, {}, [&](std::size_t one) { return std::pair(all[one].stage, one); });
    return chosen;
}

} // namespace

PageDrawer::PageDrawer(battery::PageDeck& deck, std::filesystem::path folder, std::uint64_t seed)
    : deck_(deck), folder_(std::move(folder)), seed_(seed)
{
}

DrawnPage PageDrawer::single(int number, std::size_t distortion, double strength)
{
    return draw(number, {distortion}, strength);
}

DrawnPage PageDrawer::mixed(int number, double strength)
{
    Random choice = streamOf(seed_, Stream::choice, kMixedPages + number);
    return draw(kMixedPages + number, drawDistortions(choice), strength);
}

DrawnPage PageDrawer::draw(int number, const std::vector<std::size_t>& distortions, double strength)
{
    Random pages = streamOf(seed_, Stream::page, number);
    const auto [form, page] = pages.pick(pagesWithBarcode(deck_.templates()));
    const battery::FilledPage filled = deck_.filled(form, page, pages);
    Random placing = streamOf(seed_, Stream::scene, number);
    battery::Scene scene = plainScene(filled.paper.clone(), placing);
    DrawnPage drawn{{}, "", filled.form, filled.page};
    for (const std::size_t index : distortions) {
        const Distortion& one = barcodeDistortions()[index];
        Random itsOwn = streamOf(seed_, Stream::distortion, number, index);
        distort(scene, one, {strength, itsOwn, deck_});
        drawn.done += (drawn.done.empty() ? "" : "+") + one.name;
    }
    Random noise = streamOf(seed_, Stream::noise, number);
    char name[160] = {};
    std::snprintf(name, sizeof name, "%s-s%.2f-p%07d", drawn.done.c_str(), strength, number);
    drawn.file = storeScan(folder_, name, takeScan(scene, noise), scene);
    return drawn;
}

} // namespace scanstraat::barcodes
