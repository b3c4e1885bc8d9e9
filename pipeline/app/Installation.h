// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

namespace scanstraat::app {

/// Where templates and models lie.
struct Installation
{
    std::filesystem::path templates;
    std::filesystem::path models;
};

/// The folders named by the user, else by SCANSTRAAT_HOME, else beside the program: in a checkout
/// (build/<preset>/bin) or an installation (<prefix>/share/scanstraat). Throws scanstraat::Error with
/// ExitCode::installation when there is none.
[[nodiscard]] Installation findInstallation(const std::filesystem::path& templates,
                                            const std::filesystem::path& models);

/// The folder of templates as found without anybody naming one; throws as findInstallation does.
[[nodiscard]] std::filesystem::path templatesFolder();

} // namespace scanstraat::app
