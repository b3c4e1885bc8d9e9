// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::attachments {

/// What an attachment may be, by the words on it (models/attachments.json).
struct AttachmentKind
{
    std::string id;                      ///< "pay-slip"
    std::string name;                    ///< Dutch
    std::vector<std::string> annexes;    ///< without a template, that it may be
    std::map<std::string, double> words; ///< in capitals, with their weights
};

struct KindGuess
{
    const AttachmentKind* kind = nullptr; ///< nullptr: another one
    double confidence = 0.0;              ///< 0..1, not calibrated: see models/attachments.md
};

class AttachmentKinds
{
public:
    /// Throws scanstraat::Error with ExitCode::installation naming the file when it is missing or broken.
    explicit AttachmentKinds(const std::filesystem::path& file);

    /// `words`: in capitals.
    [[nodiscard]] KindGuess guess(std::span<const std::string> words) const;

    [[nodiscard]] const std::vector<AttachmentKind>& kinds() const { return kinds_; }

private:
    std::vector<AttachmentKind> kinds_;
    double otherWeight_ = 0.0;
    double mostConfidence_ = 1.0;
};

} // namespace scanstraat::attachments
