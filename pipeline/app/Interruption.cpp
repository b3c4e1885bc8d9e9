// SPDX-License-Identifier: EUPL-1.2
#include "app/Interruption.h"

#include <csignal>

#include <atomic>

namespace scanstraat::app {

namespace {

std::atomic<int> noted =
    0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): handlers take no data
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler must not wait");

extern "C" void noteSignal(int signal)
{
    noted = signal;
}

} // namespace

void noteInterruptions()
{
    noted = 0;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action = {};
        if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) {
            continue;
        }
        action = {};
        action.sa_handler = noteSignal;
        action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
        sigemptyset(&action.sa_mask);
        sigaction(signal, &action, nullptr);
    }
}

void throwIfInterrupted()
{
    if (const int signal = noted) {
        throw Interrupted(signal);
    }
}

} // namespace scanstraat::app
