// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Distortion.h"
#include "Summary.h"
#include "app/PageRunner.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace scanstraat::battery {

struct BatteryOptions
{
    std::filesystem::path keepIn; ///< folder for scans that failed; empty: none are kept
    bool keepAll = false;         ///< keep every scan
    std::uint64_t seed = 1;
    int jobs = 1;
};

/// Draws, distorts, stores and reads pages, and judges what was read. Equal seeds give equal results,
/// whatever the number of jobs.
class Battery
{
public:
    /// All references must outlive the battery.
    Battery(const app::Equipment& equipment, PageDeck& deck, BatteryOptions options);

    /// `pages` pages through each of the distortions (indices into allDistortions()) at each strength.
    [[nodiscard]] std::vector<Case> sweep(const std::vector<std::size_t>& distortions,
                                          const std::vector<double>& strengths, int pages);

    /// `pages` pages at default strength through one to three distortions each; none must be refused.
    [[nodiscard]] std::vector<Case> mixed(int pages);

    /// `pages` pages that are none of ours.
    [[nodiscard]] std::vector<Case> foreign(int pages);

private:
    struct Worker;
    using PageTask = std::function<std::vector<Case>(int page, Worker& worker)>;

    [[nodiscard]] std::vector<Case> forEachPage(int pages, const PageTask& task);
    [[nodiscard]] Case examine(Case one, const Scene& scene, PageTruth truth, Worker& worker) const;
    [[nodiscard]] Case distorted(const FilledPage& page, const std::vector<std::size_t>& distortions,
                                 Case one, Worker& worker);
    void keep(const Case& one, const Scan& scan, const std::filesystem::path& file) const;

    const app::Equipment& equipment_;
    PageDeck& deck_;
    BatteryOptions options_;
};

} // namespace scanstraat::battery
