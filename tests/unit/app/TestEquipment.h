// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/PageRunner.h"

namespace scanstraat::test {

/// The templates and models of the repository, on 15 January 2025.
inline const app::Equipment& equipment()
{
    static const std::filesystem::path source = SCANSTRAAT_SOURCE_DIR;
    static const app::Equipment all(source / "templates", source / "models",
                                    record::Context{std::chrono::year(2025) / 1 / 15});
    return all;
}

} // namespace scanstraat::test
