// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace scanstraat::test {

/// A file of which no page, or not every page, can be read.
struct BadFile
{
    std::string kind;  ///< for the name of the test
    std::string name;  ///< of the file
    std::string cause; ///< what the message must say
    std::function<void(const std::filesystem::path&)> make;
};

const std::vector<BadFile>& badFiles();

/// For GoogleTest, which would print the bytes.
inline void PrintTo(const BadFile& file, std::ostream* out)
{
    *out << file.name;
}

} // namespace scanstraat::test
