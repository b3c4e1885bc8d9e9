// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Envelopes.h"

#include <map>

namespace scanstraat::dossier {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string withoutExtension(const std::string& file)
{
    const std::size_t dot = file.rfind('.');
    const std::size_t slash = file.rfind('/');
    const bool inName =
        dot != std::string::npos && (slash == std::string::npos || dot > slash + 1) && dot > 0;
    return inName ? file.substr(0, dot) : file;
}

/// The name without the digits at its end, but with what stands before them.
std::string streamKey(const std::string& file)
{
    std::string key = withoutExtension(file);
    while (!key.empty() && isDigit(key.back())) {
        key.pop_back();
    }
    return key;
}

} // namespace

std::vector<Envelope> findEnvelopes(std::span<const reading::PageReading> pages)
{
    std::map<std::string, int> pagesOfFile;
    for (const reading::PageReading& page : pages) {
        ++pagesOfFile[page.source.file];
    }
    std::vector<Envelope> envelopes;
    std::string lastKey;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::string& file = pages[i].source.file;
        const bool stream = pagesOfFile[file] == 1;
        const std::string key = stream ? streamKey(file) : file;
        const bool goesOn = !envelopes.empty() && envelopes.back().stream == stream && key == lastKey;
        if (!goesOn) {
            envelopes.push_back({i, 0, stream});
        }
        ++envelopes.back().count;
        lastKey = key;
    }
    return envelopes;
}

std::vector<Stretch> betweenSeparators(std::span<const reading::PageReading> pages)
{
    std::vector<Stretch> stretches;
    bool goesOn = false;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const bool separates = pages[i].pageClass == reading::PageClass::separator;
        if (!separates && !goesOn) {
            stretches.push_back({i, 0});
        }
        goesOn = !separates;
        if (goesOn) {
            ++stretches.back().count;
        }
    }
    return stretches;
}

std::string envelopeName(const std::string& file, bool stream)
{
    if (!stream) {
        return withoutExtension(file);
    }
    std::string name = streamKey(file);
    for (const std::string_view mark : {"pagina", "page", "pag", "p"}) {
        const std::size_t start = name.size() - std::min(name.size(), mark.size());
        const bool separated = start > 0 && (name[start - 1] == '-' || name[start - 1] == '_');
        if (separated && name.compare(start, std::string::npos, mark) == 0) {
            name.resize(start);
            break;
        }
    }
    while (!name.empty() &&
           (name.back() == '-' || name.back() == '_' || name.back() == '.' || name.back() == ' ')) {
        name.pop_back();
    }
    return name.empty() || name.back() == '/' ? withoutExtension(file) : name;
}

} // namespace scanstraat::dossier
