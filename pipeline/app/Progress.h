// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <mutex>

namespace scanstraat::app {

/// A progress bar on standard error when that is a terminal, nothing otherwise. Thread safe.
class Progress
{
public:
    explicit Progress(bool wanted = true);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::size_t done, std::size_t known);

private:
    std::mutex mutex_;
    bool active_;
    bool drawn_ = false;
};

} // namespace scanstraat::app
