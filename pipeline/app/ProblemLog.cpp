// SPDX-License-Identifier: EUPL-1.2
#include "app/ProblemLog.h"

#include "app/TerminalText.h"

#include <iostream>

namespace scanstraat::app {

namespace {

/// English where there is a cause in English.
const std::string& logText(const reading::Finding& finding)
{
    return finding.detail.empty() ? finding.message : finding.detail;
}

} // namespace

void logFailures(std::span<const FileFailure> failures)
{
    for (const FileFailure& failure : failures) {
        std::cerr << "scanstraat: " << terminalText(failure.name + ": " + failure.problem.message) << '\n';
    }
}

bool logIfFailed(const reading::PageReading& page)
{
    if (page.pageClass != reading::PageClass::failed) {
        return false;
    }
    const std::string cause = page.findings.empty() ? "failed" : logText(page.findings.front());
    std::cerr << "scanstraat: " << terminalText(page.source.file) << ", page " << page.source.page << ": "
              << terminalText(cause) << '\n';
    return true;
}

} // namespace scanstraat::app
