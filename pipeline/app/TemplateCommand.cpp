// SPDX-License-Identifier: EUPL-1.2
#include "app/TemplateCommand.h"

#include "app/DraftCommand.h"
#include "app/FileWriter.h"
#include "app/Installation.h"
#include "app/Options.h"
#include "app/TemplatePreview.h"
#include "base/Error.h"
#include "form/Catalogue.h"
#include "form/TemplateLoader.h"
#include "print/Composer.h"
#include "print/FormPrinter.h"

#include <boost/program_options.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using namespace form;

constexpr const char* kUsage = R"(usage: scanstraat template COMMAND [OPTION...]

  list [--json]                the forms: id, edition, title, pages, fields; and those without a template
  show FORM [--json]           annexes, pages and fields of a form; --json: its template
  check [FORM|FILE...]         what is wrong with all templates, or with these
  check FORM --against F.pdf   where a template (FORM or its file) and a blank form on paper differ
  draft BLANK --out DIR        a draft template of a blank form: PDF, TIFF, PNG or JPEG
  print FORM --out F.pdf       the blank form, A4, true size
  preview FORM --out DIR       the form with all its zones drawn, as HTML with pictures
                               (check --against, print and preview take a template's file, too)
  compose OUTLINE --out FILE   lay out an outline as a template

)";

po::options_description describeOptions()
{
    po::options_description options("Options");
    options.add_options()                                                                 //
        ("help,h", "show this help")                                                      //
        ("json", "write JSON")                                                            //
        ("out,o", po::value<std::string>(), "file or folder to write")                    //
        ("id", po::value<std::string>()->default_value(""), "draft: the form's id")       //
        ("title", po::value<std::string>()->default_value(""), "draft: the form's title") //
        ("against", po::value<std::string>(), "check: the blank form to compare with")    //
        ("tolerance", po::value<double>()->default_value(0.3, "0.3"), "check: mm let pass");
    return options;
}

po::variables_map parse(std::span<const std::string> arguments, const po::options_description& options)
{
    po::positional_options_description positional;
    positional.add("words", -1);
    po::options_description all;
    all.add(options).add_options()("words", po::value<std::vector<std::string>>());
    try {
        po::variables_map values;
        const std::vector<std::string> words(arguments.begin(), arguments.end());
        po::store(po::command_line_parser(words).options(all).positional(positional).run(), values);
        po::notify(values);
        return values;
    } catch (const po::error& error) {
        throw Error(std::string(error.what()) + "; see scanstraat template --help", ExitCode::usage);
    }
}

/// The one word that the command works on.
std::string requireWord(const std::vector<std::string>& words, const std::string& command,
                        const std::string& what)
{
    if (words.size() != 1) {
        throw Error("template " + command + " needs one " + what + "; see scanstraat template --help",
                    ExitCode::usage);
    }
    return words.front();
}

fs::path requireOut(const po::variables_map& values, const std::string& command)
{
    if (values.count("out") == 0) {
        throw Error("template " + command + " needs --out FILE", ExitCode::usage);
    }
    return outOption(values, "template " + command);
}

FormTemplate findForm(const fs::path& root, const std::string& id)
{
    std::string known;
    for (FormTemplate& form : loadTemplates(root)) {
        if (form.id == id) {
            return std::move(form);
        }
        known += known.empty() ? "" : ", ";
        known += form.id;
    }
    throw Error("there is no form \"" + id + "\"; known are " + known, ExitCode::usage);
}

std::size_t countFields(const FormTemplate& form)
{
    std::size_t count = 0;
    for (const Page& page : form.pages) {
        count += page.fields.size();
    }
    return count;
}

void listForms(const std::vector<FormTemplate>& forms)
{
    std::size_t longest = 0;
    for (const FormTemplate& form : forms) {
        longest = std::max(longest, form.id.size());
    }
    const auto width = static_cast<int>(longest) + 2;
    std::cout << std::left << std::setw(width) << "form" << std::setw(10) << "edition" << std::right
              << std::setw(5) << "pages" << std::setw(8) << "fields"
              << "  title\n";
    for (const FormTemplate& form : forms) {
        std::cout << std::left << std::setw(width) << form.id << std::setw(10) << form.edition << std::right
                  << std::setw(5) << form.pages.size() << std::setw(8) << countFields(form) << "  "
                  << form.title << '\n';
    }
}

/// Forms of the catalogue that no template reads.
std::vector<CatalogueEntry> untemplated(const Catalogue& catalogue, const std::vector<FormTemplate>& forms)
{
    std::vector<CatalogueEntry> missing;
    std::ranges::copy_if(catalogue.forms, std::back_inserter(missing), [&forms](const CatalogueEntry& entry) {
        return std::ranges::find(forms, entry.number, &FormTemplate::id) == forms.end();
    });
    return missing;
}

void listUntemplated(const std::vector<CatalogueEntry>& entries)
{
    if (!entries.empty()) {
        std::cout << "\nknown by their barcode, without a template:\n";
    }
    for (const CatalogueEntry& entry : entries) {
        std::cout << "  " << std::left << std::setw(8) << entry.number << entry.title << '\n';
    }
}

void listFormsAsJson(const std::vector<FormTemplate>& forms, const std::vector<CatalogueEntry>& others)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const FormTemplate& form : forms) {
        list.push_back({{"id", form.id},
                        {"edition", form.edition},
                        {"title", form.title},
                        {"pages", form.pages.size()},
                        {"fields", countFields(form)}});
    }
    for (const CatalogueEntry& entry : others) {
        list.push_back({{"id", entry.number}, {"title", entry.title}, {"pages", 0}, {"fields", 0}});
    }
    std::cout << list.dump(2) << '\n';
}

/// "8 cells", "2 lines", "5 boxes", "90 x 25 mm".
std::string sizeOf(const Field& field)
{
    std::ostringstream text;
    switch (field.writing) {
    case Writing::comb:
        text << field.cells.size() << " cells";
        break;
    case Writing::lines:
        text << field.lines.size() << (field.lines.size() == 1 ? " line" : " lines");
        break;
    case Writing::checkboxes:
        text << field.options.size() << " boxes";
        break;
    case Writing::region:
        text << field.box.width << " x " << field.box.height << " mm";
        break;
    }
    return text.str();
}

void showField(const Field& field)
{
    std::cout << "  " << std::left << std::setw(24) << field.id << ' ' << std::setw(14)
              << toString(field.kind) << std::setw(12) << sizeOf(field)
              << (field.required ? "required  " : "          ") << field.label << '\n';
    for (const Option& option : field.options) {
        std::cout << "      [ ] " << std::setw(34) << option.id << option.label << '\n';
    }
}

std::string joined(const std::vector<std::string>& words, const std::string& between)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : between) + word;
    }
    return text;
}

/// "7101: from 12 years on (6009.1.5)"; the rules' own words for what no field tells.
void showAnnexRule(const AnnexRule& rule)
{
    std::vector<std::string> conditions;
    if (!rule.field.empty()) {
        const std::string options = joined(rule.options, " or ");
        conditions.push_back("when " + rule.field + " is " + (options.empty() ? "answered" : options));
    }
    if (rule.fromAge) {
        conditions.push_back("from " + std::to_string(rule.fromAge->years) + " years on (" +
                             rule.fromAge->birthDate + ")");
    }
    if (!rule.condition.empty()) {
        conditions.push_back(rule.condition);
    }
    std::cout << "  " << joined(rule.anyOf, " or ") << ": "
              << (conditions.empty() ? "always" : joined(conditions, ", ")) << '\n';
}

void showForm(const FormTemplate& form)
{
    std::cout << form.id << ' ' << form.edition << ": " << form.title << '\n';
    if (!form.annexes.empty()) {
        std::cout << "\nannexes\n";
        std::for_each(form.annexes.begin(), form.annexes.end(), showAnnexRule);
    }
    for (const Page& page : form.pages) {
        std::cout << "\npage " << page.number;
        if (!page.footer.empty()) {
            std::cout << ", footer \"" << page.footer << '"';
        }
        if (page.barcode) {
            std::cout << ", barcode " << toString(page.barcode->symbology) << " \"" << page.barcode->payload
                      << '"';
        }
        std::cout << ", " << page.adjustmentFields.size() << " adjustment fields\n";
        for (const Field& field : page.fields) {
            showField(field);
        }
    }
}

/// A template's file, by its own path, its folder's or the id of a form of the installation.
fs::path templateFile(const std::string& word)
{
    const fs::path path(word);
    if (fs::is_directory(path)) {
        return path / "template.json";
    }
    const fs::path installed = templatesFolder() / path / "template.json";
    return !fs::exists(path) && !path.has_parent_path() && fs::exists(installed) ? installed : path;
}

int checkForms(const std::vector<std::string>& words)
{
    std::vector<fs::path> files =
        words.empty() ? findTemplateFiles(templatesFolder()) : std::vector<fs::path>();
    std::ranges::transform(words, std::back_inserter(files), templateFile);
    bool sound = true;
    for (const fs::path& file : files) {
        const std::vector<std::string> problems = checkTemplate(file);
        for (const std::string& problem : problems) {
            std::cout << problem << '\n';
        }
        sound = sound && problems.empty();
        if (problems.empty()) {
            std::cout << file.string() << ": sound\n";
        }
    }
    return static_cast<int>(sound ? ExitCode::success : ExitCode::installation);
}

void composeTo(const fs::path& outline, const fs::path& file)
{
    const std::string text = toJson(print::composeForm(outline));
    const std::vector<std::string> problems = checkTemplateText(text, file);
    if (!problems.empty()) {
        throw Error(problems.front(), ExitCode::installation);
    }
    writeFile(file, text);
}

/// A form of the installation, or the template in a file or folder.
FormTemplate formOrFile(const std::string& word)
{
    const fs::path path(word);
    if (path.extension() == ".json" || fs::is_regular_file(path)) {
        return readUnchecked(path);
    }
    const fs::path inside = path / "template.json";
    return fs::is_regular_file(inside) ? readUnchecked(inside) : findForm(templatesFolder(), word);
}

int checkAgainst(const std::string& word, const po::variables_map& values)
{
    const double tolerance = values["tolerance"].as<double>();
    constexpr double kLeast = 0.05;
    constexpr double kMost = 2.5;
    if (!(tolerance >= kLeast && tolerance <= kMost)) {
        throw Error("--tolerance must be between 0.05 and 2.5 mm", ExitCode::usage);
    }
    return compareWithPaper(formOrFile(word), values["against"].as<std::string>(), tolerance);
}

int dispatch(const std::string& command, const std::vector<std::string>& words,
             const po::variables_map& values)
{
    const bool json = values.count("json") != 0;
    if (command == "list" && words.empty()) {
        const std::vector<FormTemplate> forms = loadTemplates(templatesFolder());
        const std::vector<CatalogueEntry> others = untemplated(loadCatalogue(templatesFolder()), forms);
        if (json) {
            listFormsAsJson(forms, others);
        } else {
            listForms(forms);
            listUntemplated(others);
        }
    } else if (command == "show") {
        const FormTemplate form = findForm(templatesFolder(), requireWord(words, command, "form"));
        json ? void(std::cout << toJson(form)) : showForm(form);
    } else if (command == "check" && values.count("against") != 0) {
        return checkAgainst(requireWord(words, command, "form or template file"), values);
    } else if (command == "draft") {
        writeDraft(requireWord(words, command, "blank form"), requireOut(values, command),
                   {values["id"].as<std::string>(), values["title"].as<std::string>()});
    } else if (command == "check") {
        return checkForms(words);
    } else if (command == "print") {
        const FormTemplate form = formOrFile(requireWord(words, command, "form"));
        print::printForm(form, requireOut(values, command));
    } else if (command == "preview") {
        const FormTemplate form = formOrFile(requireWord(words, command, "form"));
        writePreview(form, requireOut(values, command));
    } else if (command == "compose") {
        composeTo(requireWord(words, command, "outline"), requireOut(values, command));
    } else {
        throw Error("unknown template command \"" + command + "\"; see scanstraat template --help",
                    ExitCode::usage);
    }
    return static_cast<int>(ExitCode::success);
}

} // namespace

int runTemplateCommand(std::span<const std::string> arguments)
{
    const po::options_description options = describeOptions();
    const po::variables_map values = parse(arguments, options);
    if (values.count("help") != 0) {
        std::cout << kUsage << options;
        return static_cast<int>(ExitCode::success);
    }
    std::vector<std::string> words;
    if (values.count("words") != 0) {
        words = values["words"].as<std::vector<std::string>>();
    }
    if (words.empty()) {
        throw Error("template needs a command; see scanstraat template --help", ExitCode::usage);
    }
    const std::string command = words.front();
    words.erase(words.begin());
    return dispatch(command, words, values);
}

} // namespace scanstraat::app
