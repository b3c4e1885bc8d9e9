// SPDX-License-Identifier: EUPL-1.2
#include "app/FolderLock.h"

#include "base/Error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace scanstraat::app {

FolderLock::FolderLock(const std::filesystem::path& folder)
    : descriptor_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    if (descriptor_ < 0) {
        throw Error(folder.string() + ": cannot be opened (" + std::generic_category().message(errno) +
                        "); check its rights",
                    ExitCode::output);
    }
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        close(descriptor_);
        throw Error(folder.string() + ": another run is writing into it; wait for its end, or name another "
                                      "output folder",
                    ExitCode::output);
    }
}

FolderLock::~FolderLock()
{
    close(descriptor_);
}

} // namespace scanstraat::app
