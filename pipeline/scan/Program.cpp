// SPDX-License-Identifier: EUPL-1.2
#include "scan/Program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

extern char** environ;

namespace scanstraat::scan {

namespace {

/// Reads until the end or the limit; none when there was more.
std::optional<std::vector<std::uint8_t>> readAll(int descriptor, std::size_t maxBytes)
{
    std::vector<std::uint8_t> all;
    std::array<std::uint8_t, 65536> buffer{};
    for (;;) {
        const ssize_t count = read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return count == 0 ? std::optional(std::move(all)) : std::nullopt;
        }
        all.insert(all.end(), buffer.begin(), buffer.begin() + count);
        if (all.size() > maxBytes) {
            return std::nullopt;
        }
    }
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

} // namespace

std::optional<std::vector<std::uint8_t>> runProgram(const std::vector<std::string>& command,
                                                    std::size_t maxBytes)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return std::nullopt;
    }
    const auto child = spawn(command, ends[1]);
    close(ends[1]);
    std::optional<std::vector<std::uint8_t>> output;
    if (child) {
        output = readAll(ends[0], maxBytes);
    }
    close(ends[0]);
    if (!child) {
        return std::nullopt;
    }
    if (!output) {
        kill(*child, SIGKILL);
    }
    int status = 0;
    waitpid(*child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? output : std::nullopt;
}

} // namespace scanstraat::scan
