// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"
#include "Sheet.h"
#include "Truth.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace scanstraat::synth {

/// What is the matter with the pages that come in together.
enum class EnvelopeKind {
    plain,      ///< one application after the other, drawn as it is made
    clean,      ///< one application, complete and in order
    shuffled,   ///< one application in any order
    missing,    ///< pages, or a form that another one asks for, are not there
    duplicated, ///< sheets are scanned twice
    foreign,    ///< pages of somebody else have strayed in
    two,        ///< two applicants in one envelope, their pages apart, in turns, one astray or mixed
    mixed       ///< each of these in turn, but plain
};

/// A page that is still to be drawn: the same for the same Random.
struct PlannedPage
{
    TruthPage page;
    std::vector<TruthField> fields;
    std::function<Sheet(Random&)> draw;
    Random random{0, 0};        ///< the page's own
    double printScale = 1.0;    ///< of its owner's printer, see JobSettings
    double printDarkness = 1.0; ///< likewise
    Truth* owner = nullptr;
    bool needed = false; ///< something can be filled in on it
};

/// "shuffled"
[[nodiscard]] std::string toString(EnvelopeKind kind);

/// The kind of envelope `number`, where `kind` may be EnvelopeKind::mixed.
[[nodiscard]] EnvelopeKind kindOf(EnvelopeKind kind, int number);

/// The pages of an envelope as they are scanned, from those of its applications (one, or two for
/// EnvelopeKind::two), each in order. What was done goes into the owners' truths as defects. `strays`: pages
/// of somebody else, to choose from.
[[nodiscard]] std::vector<PlannedPage> arrange(EnvelopeKind kind,
                                               std::vector<std::vector<PlannedPage>> applications,
                                               const std::vector<PlannedPage>& strays, Random& random);

} // namespace scanstraat::synth
