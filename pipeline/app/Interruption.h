// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <exception>

namespace scanstraat::app {

/// Thrown by throwIfInterrupted(), so that what a run has begun is cleaned up on the way out.
class Interrupted : public std::exception
{
public:
    explicit Interrupted(int signal) : signal_(signal) {}

    [[nodiscard]] int signal() const { return signal_; }
    [[nodiscard]] const char* what() const noexcept override { return "interrupted"; }

private:
    int signal_;
};

/// From here on SIGINT, SIGTERM and SIGHUP are noted for throwIfInterrupted() instead of ending the program
/// at once; the second of a kind ends it as ever. A signal that is ignored (nohup) stays so.
void noteInterruptions();

/// Throws Interrupted when one of these signals came. Thread safe.
void throwIfInterrupted();

} // namespace scanstraat::app
