// SPDX-License-Identifier: EUPL-1.2
#include "program/ScratchFolder.h"

#include "base/Error.h"

#include <cstdlib>

namespace scanstraat::program {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder(const std::string& name)
{
    std::string path = (fs::temp_directory_path() / (name + "-" + std::string(6, 'X'))).string();
    if (mkdtemp(path.data()) == nullptr) {
        throw Error(path + ": cannot be made", ExitCode::output);
    }
    path_ = path;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

} // namespace scanstraat::program
