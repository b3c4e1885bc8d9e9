// SPDX-License-Identifier: EUPL-1.2
#include "app/Progress.h"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace scanstraat::app {

Progress::Progress(bool wanted) : active_(wanted && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress()
{
    if (drawn_) {
        std::fputs("\r\x1b[K", stderr);
    }
}

void Progress::show(std::size_t done, std::size_t known)
{
    constexpr std::size_t kWidth = 40;
    if (!active_ || known == 0) {
        return;
    }
    const std::scoped_lock lock(mutex_);
    const std::size_t filled = kWidth * done / known;
    const std::string bar = std::string(filled, '#') + std::string(kWidth - filled, '.');
    std::fprintf(stderr, "\r[%s] %zu of %zu pages", bar.c_str(), done, known);
    drawn_ = true;
}

} // namespace scanstraat::app
