// SPDX-License-Identifier: EUPL-1.2
#include "Report.h"

namespace scanstraat::lettertest {

namespace {

std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' ? "\"\"" : std::string(1, c);
    }
    return result + '"';
}

} // namespace

std::string toCsv(const Cases& cases)
{
    std::string text =
        "set,application,field,kind,scan,pen,comb,filled,right,accepted,confidence,written,read,"
        "value,tesseract\n";
    for (const LetterCase& one : cases.fields) {
        text += one.set + ',' + one.application + ',' + one.field + ',' + one.kind + ',' + one.scan + ',' +
                one.pen + ',' + std::to_string(one.isComb) + ',' + std::to_string(one.isFilled) + ',' +
                std::to_string(one.isRight) + ',' + std::to_string(one.isAccepted) + ',' +
                std::to_string(one.confidence) + ',' + quoted(one.written) + ',' + quoted(one.read) + ',' +
                quoted(one.value) + ',' + quoted(one.printed) + '\n';
    }
    return text;
}

} // namespace scanstraat::lettertest
