// SPDX-License-Identifier: EUPL-1.2
#include "Program.h"

#include "support/TemporaryFolder.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace scanstraat::test {

Outcome runProgram(const std::vector<std::string>& command)
{
    setenv("SCANSTRAAT_HOME", SCANSTRAAT_SOURCE_DIR,
           1); // NOLINT(concurrency-mt-unsafe): tests have one thread
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    const std::string err = folder / "err";
    std::vector<char*> words;
    for (const std::string& word : command) {
        words.push_back(const_cast<char*>(word.c_str())); // NOLINT: posix_spawn takes them so, unchanged
    }
    words.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
    pid_t process = 0;
    const int problem = posix_spawnp(&process, words.front(), &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (problem != 0 || waitpid(process, &status, 0) != process) {
        throw std::runtime_error(command.front() + " cannot be started");
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, readBytes(out), readBytes(err)};
}

Outcome scanstraat(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), SCANSTRAAT_PROGRAM);
    return runProgram(arguments);
}

} // namespace scanstraat::test
