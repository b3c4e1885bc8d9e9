// SPDX-License-Identifier: EUPL-1.2
#include "scan/Program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>

extern char** environ;

namespace scanstraat::scan {

namespace {

using Clock = std::chrono::steady_clock;
using Output = Result<std::vector<std::uint8_t>, ProgramProblem>;

int millisecondsUntil(Clock::time_point deadline)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(left.count(), 0, 3'600'000));
}

/// False when nothing came before the deadline.
bool waitForData(int descriptor, Clock::time_point deadline)
{
    pollfd waited{descriptor, POLLIN, 0};
    for (;;) {
        const int ready = poll(&waited, 1, millisecondsUntil(deadline));
        if (ready > 0) {
            return true;
        }
        if (ready == 0 || errno != EINTR) {
            return false;
        }
    }
}

/// Reads until the end or a limit.
Output readAll(int descriptor, std::size_t maxBytes, Clock::time_point deadline)
{
    std::vector<std::uint8_t> all;
    std::array<std::uint8_t, 65536> buffer{};
    while (waitForData(descriptor, deadline)) {
        const ssize_t count = read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return Failure{ProgramProblem::failed};
        }
        if (count == 0) {
            return all;
        }
        all.insert(all.end(), buffer.begin(), buffer.begin() + count);
        if (all.size() > maxBytes) {
            return Failure{ProgramProblem::tooMuchOutput};
        }
    }
    return Failure{ProgramProblem::tooSlow};
}

std::optional<pid_t> spawn(const std::vector<std::string>& command, int output)
{
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? std::optional(child) : std::nullopt;
}

/// waitpid that goes on after a signal.
pid_t waitFor(pid_t child, int& status, int options)
{
    for (;;) {
        const pid_t ended = waitpid(child, &status, options);
        if (ended >= 0 || errno != EINTR) {
            return ended;
        }
    }
}

void stop(pid_t child)
{
    int status = 0;
    kill(child, SIGKILL);
    waitFor(child, status, 0);
}

/// A program may close its output long before it ends. None when it ended well.
std::optional<ProgramProblem> finish(pid_t child, Clock::time_point deadline)
{
    int status = 0;
    pid_t ended = waitFor(child, status, WNOHANG);
    while (ended == 0 && Clock::now() < deadline) {
        constexpr timespec kMoment{0, 1'000'000};
        nanosleep(&kMoment, nullptr);
        ended = waitFor(child, status, WNOHANG);
    }
    if (ended == 0) {
        stop(child);
        return ProgramProblem::tooSlow;
    }
    const bool well = ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return well ? std::nullopt : std::optional(ProgramProblem::failed);
}

} // namespace

Output runProgram(const std::vector<std::string>& command, const ProgramLimits& limits)
{
    const Clock::time_point deadline = Clock::now() + limits.time;
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return Failure{ProgramProblem::failed};
    }
    const auto child = spawn(command, ends[1]);
    close(ends[1]);
    Output output = Failure{ProgramProblem::cannotStart};
    if (child) {
        output = readAll(ends[0], limits.maxBytes, deadline);
    }
    close(ends[0]);
    if (!child) {
        return output;
    }
    if (!output) {
        stop(*child);
        return output;
    }
    const auto problem = finish(*child, deadline);
    return problem ? Output(Failure{*problem}) : output;
}

} // namespace scanstraat::scan
