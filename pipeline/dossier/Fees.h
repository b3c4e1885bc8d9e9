// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/Catalogue.h"
#include "form/FormTemplate.h"
#include "reading/Record.h"

#include <span>

namespace scanstraat::dossier {

/// Says what the application costs by the catalogue, for each of its forms that the catalogue has a fee for:
/// one amount where the accepted answers decide, otherwise the amounts that are possible and what is open.
/// Only accepted answers decide.
void noteFees(reading::Record& record, const form::Catalogue& catalogue,
              std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
