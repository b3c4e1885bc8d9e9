// SPDX-License-Identifier: EUPL-1.2
#include "Distortion.h"

#include "base/Error.h"

#include <algorithm>

namespace scanstraat::battery {

const std::vector<Distortion>& allDistortions()
{
    static const std::vector<Distortion> all = [] {
        std::vector<Distortion> together;
        for (auto group : {markDistortions(), scannerDistortions(), bedDistortions(), sheetDistortions(),
                           copyDistortions(), spoiltDistortions(), pairedDistortions()}) {
            std::ranges::move(group, std::back_inserter(together));
        }
        return together;
    }();
    return all;
}

std::size_t distortionNamed(const std::string& name)
{
    const auto& all = allDistortions();
    const auto found = std::ranges::find(all, name, &Distortion::name);
    if (found == all.end()) {
        throw Error("there is no distortion \"" + name + "\"; see scanstraat-battery --list",
                    ExitCode::usage);
    }
    return static_cast<std::size_t>(found - all.begin());
}

void distort(Scene& scene, const Distortion& distortion, const Dial& dial)
{
    if (dial.strength > 0) {
        distortion.act(scene, dial);
    }
}

} // namespace scanstraat::battery
