// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Applicant.h"
#include "Random.h"

#include <opencv2/core.hpp>

#include <string>

namespace scanstraat::synth {

/// What evidence there is, by its ids in models/attachments.json.
enum class EvidenceKind { letter, passport, paySlip, contract, diploma, other };

[[nodiscard]] std::string toString(EvidenceKind kind);

/// One as often as it comes along.
[[nodiscard]] EvidenceKind randomEvidence(Random& random);

/// A page of evidence as it may lie in the envelope, printed. 8-bit grey, A4 at kSheetPixelsPerMm.
[[nodiscard]] cv::Mat drawEvidence(EvidenceKind kind, const Applicant& person, const WordLists& words,
                                   Random& random);

/// The copy of a letter, or of a page that looks like a passport's.
[[nodiscard]] cv::Mat drawAttachment(const Applicant& person, const WordLists& words, Random& random);

/// An empty sheet of the same size.
[[nodiscard]] cv::Mat blankPage();

} // namespace scanstraat::synth
