// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

namespace scanstraat::app {

/// `scanstraat template list | show FORM | check [FILE…] | print FORM --out F.pdf | compose OUTLINE --out
/// FILE`. Results go to stdout. Returns the exit code: that of ExitCode::installation when `check` finds a
/// problem. Throws scanstraat::Error for wrong use, a broken template or a file that cannot be written.
int runTemplateCommand(std::span<const std::string> arguments);

} // namespace scanstraat::app
