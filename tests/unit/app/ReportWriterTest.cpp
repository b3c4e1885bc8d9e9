// SPDX-License-Identifier: EUPL-1.2
#include "app/ReportWriter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace scanstraat::app {
namespace {

using reading::FieldState;
using reading::MarkState;
using reading::PageClass;
using testing::HasSubstr;
using testing::Not;

form::FormTemplate sampleForm()
{
    form::Field name;
    name.id = "f.1";
    name.question = "1";
    name.label = "Naam";
    form::Field choice;
    choice.id = "f.2";
    choice.question = "2";
    choice.label = "Keuze";
    choice.writing = form::Writing::checkboxes;
    choice.options = {{"a", "Optie A", {}, {}}, {"b", "Optie B", {}, {}}};
    form::FormTemplate form;
    form.id = "f";
    form.pages.resize(1);
    form.pages[0].fields = {name, choice};
    return form;
}

reading::FieldReading field(const std::string& id, const std::string& value, FieldState state)
{
    reading::FieldReading reading;
    reading.fieldId = id;
    reading.box = {80, 50, 60, 8};
    reading.value = value;
    reading.state = state;
    return reading;
}

reading::FieldReading choice(const std::vector<MarkState>& states)
{
    reading::FieldReading reading = field("f.2", "", FieldState::unsure);
    for (std::size_t i = 0; i < states.size(); ++i) {
        reading.boxes.push_back(
            {i == 0 ? "a" : "b", {80, 100.0 + 10.0 * static_cast<double>(i), 4, 4}, states[i], {}});
    }
    return reading;
}

reading::PageReading formPage(std::vector<reading::FieldReading> fields)
{
    reading::PageReading page;
    page.source = {"scan.tif", "", 1};
    page.pageClass = PageClass::form;
    page.form = "f";
    page.number = 1;
    page.identifiedBy = "footer";
    page.widthPixels = 2480;
    page.heightPixels = 3508;
    page.fields = std::move(fields);
    return page;
}

reading::PageReading pageOf(PageClass pageClass, const std::string& file, bool decoded = true)
{
    reading::PageReading page;
    page.source = {file, "", 1};
    page.pageClass = pageClass;
    page.widthPixels = decoded ? 2480 : 0;
    page.heightPixels = decoded ? 3508 : 0;
    return page;
}

RunSummary summaryOf(std::vector<reading::PageReading> pages)
{
    RunSummary summary;
    summary.pagesIn = pages.size();
    summary.records.resize(1);
    summary.records[0].id = "app-1";
    summary.records[0].pages = std::move(pages);
    return summary;
}

std::string reportOf(const RunSummary& summary)
{
    const std::vector<form::FormTemplate> forms{sampleForm()};
    return reportHtml(summary, forms);
}

std::string reportOf(std::vector<reading::PageReading> pages)
{
    return reportOf(summaryOf(std::move(pages)));
}

std::vector<std::string> allMatches(const std::string& text, const std::string& pattern)
{
    const std::regex regex(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) {
        found.push_back((*it)[1]);
    }
    return found;
}

TEST(ReportHtml, CountsPagesInAndOutByClass)
{
    const std::string html =
        reportOf({formPage({}), pageOf(PageClass::blank, "b.tif"), pageOf(PageClass::attachment, "c.tif"),
                  pageOf(PageClass::attachment, "d.tif")});

    EXPECT_THAT(html, HasSubstr("Pagina's in: <b>4</b>. Pagina's uit: <b>4</b> = formulier 1 + bijlage 2 + "
                                "blanco 1."));
}

TEST(ReportHtml, CountsAndShowsSeparatorsApart)
{
    RunSummary summary = summaryOf({formPage({})});
    summary.separators = {pageOf(PageClass::separator, "sep.tif")};
    summary.separators[0].identifiedBy = "patch:T";
    summary.pagesIn = 2;

    const std::string html = reportOf(summary);

    EXPECT_THAT(html,
                HasSubstr("Pagina's in: <b>2</b>. Pagina's uit: <b>2</b> = formulier 1 + scheidingsblad 1."));
    EXPECT_THAT(html, HasSubstr("Scheidingsbladen</h2>"));
    EXPECT_THAT(html, HasSubstr("sep.tif</bdi>, blad 1, patch:T"));
}

TEST(ReportHtml, CallsACoverByItsName)
{
    reading::PageReading cover = formPage({});
    cover.pageClass = PageClass::cover;

    const std::string html = reportOf({cover});

    EXPECT_THAT(html, HasSubstr("= voorblad 1."));
    EXPECT_THAT(html, HasSubstr("f, voorblad, pagina 1"));
    EXPECT_THAT(html, HasSubstr("herkend aan voettekst"));
}

TEST(ReportHtml, CountsFieldsAcceptedEmptyAndToReview)
{
    const std::string html = reportOf(
        {formPage({field("f.1", "A", FieldState::read), field("f.1", "", FieldState::empty),
                   field("f.1", "B", FieldState::unsure), field("f.1", "C", FieldState::unreadable)})});

    EXPECT_THAT(html, HasSubstr("<b>1</b> velden aanvaard"));
    EXPECT_THAT(html, HasSubstr("<b>2</b> velden nakijken"));
    EXPECT_THAT(html, HasSubstr("<b>1</b> velden leeg"));
}

TEST(ReportHtml, LeadsFromOneItemToReviewToTheNext)
{
    const std::string html =
        reportOf({formPage({field("f.1", "A", FieldState::unsure), field("f.1", "B", FieldState::read),
                            field("f.1", "C", FieldState::unreadable)}),
                  pageOf(PageClass::rejected, "r.tif")});

    EXPECT_THAT(allMatches(html, "class=\"next\" href=\"#([^\"]*)\""),
                testing::ElementsAre("a1-p1-v1", "a1-p1-v3", "a1-p2", "top"));
}

TEST(ReportHtml, ListsWhatToReviewForEachApplication)
{
    const std::string html =
        reportOf({formPage({field("f.1", "A", FieldState::unsure)}), pageOf(PageClass::unknown, "u.tif")});

    EXPECT_THAT(html, HasSubstr("Nakijken: 2 punten"));
    EXPECT_THAT(html, HasSubstr("<li><a href=\"#a1-p1-v1\">1 Naam</a>"));
    EXPECT_THAT(html, HasSubstr("<li><a href=\"#a1-p2\">Blad 1: onbekend</a>"));
}

TEST(ReportHtml, LeadsToEveryFindingToReviewWhateverTheStateOfPagesAndFields)
{
    reading::PageReading page = formPage({field("f.1", "A", FieldState::read)});
    page.findings = {{"page.note", "Ter kennis", "", false},
                     {"field.required.missing", "Handtekening ontbreekt", "f.2", true}};
    RunSummary summary = summaryOf({page});
    summary.records[0].findings = {{"dossier.annex.missing", "Bijlage 7101 ontbreekt", "", true}};

    const std::string html = reportOf(summary);

    EXPECT_THAT(html, Not(HasSubstr("Er is niets om na te kijken.")));
    EXPECT_THAT(allMatches(html, "class=\"next\" href=\"#([^\"]*)\""),
                testing::ElementsAre("a1-m1", "a1-p1-m2", "top"));
    EXPECT_THAT(html, HasSubstr("<a href=\"#a1-nakijken\">2</a>"));
    EXPECT_THAT(html, HasSubstr("<p>aanvraag</p>\n<ul>\n<li><a href=\"#a1-m1\"><bdi>Bijlage 7101 ontbreekt"));
    EXPECT_THAT(html, HasSubstr("<li><a href=\"#a1-p1-m2\"><bdi>Handtekening ontbreekt"));
    EXPECT_THAT(html, HasSubstr("<li class=\"finding\" id=\"a1-p1-m2\">"));
}

TEST(ReportHtml, CountsAPageThatAFindingSpeaksForOnce)
{
    reading::PageReading page = pageOf(PageClass::rejected, "r.tif");
    page.findings = {{"page.marks.missing", "Te weinig paskruisen", "", true}};

    const std::string html = reportOf({page});

    EXPECT_THAT(html, HasSubstr("Nakijken: 1 punt<"));
    EXPECT_THAT(allMatches(html, "class=\"next\" href=\"#([^\"]*)\""),
                testing::ElementsAre("a1-p1-m1", "top"));
}

TEST(ReportHtml, ANoteIsNothingToReview)
{
    RunSummary summary = summaryOf({formPage({field("f.1", "A", FieldState::read)})});
    summary.records[0].findings = {{"dossier.note", "Ter kennis", "", false}};

    EXPECT_THAT(reportOf(summary), HasSubstr("Er is niets om na te kijken."));
}

TEST(ReportHtml, DoesNotSayNothingToReviewWhereAFileWasNotRead)
{
    RunSummary summary = summaryOf({formPage({field("f.1", "A", FieldState::read)})});
    summary.failures.push_back({"leeg.tif", {scan::ScanProblemCode::empty, "the file is empty"}});

    EXPECT_THAT(reportOf(summary), Not(HasSubstr("Er is niets om na te kijken.")));
}

TEST(ReportHtml, SaysSoWhenThereIsNothingToReview)
{
    const std::string html = reportOf({formPage({field("f.1", "A", FieldState::read)})});

    EXPECT_THAT(html, HasSubstr("Er is niets om na te kijken."));
    EXPECT_THAT(html, Not(HasSubstr("class=\"next\"")));
}

TEST(ReportHtml, GivesEveryMarkItsOwnClassAndDutchWord)
{
    const std::pair<MarkState, std::string> words[] = {{MarkState::crossed, "aangekruist"},
                                                       {MarkState::blackened, "zwart gemaakt"},
                                                       {MarkState::recrossed, "zwart, opnieuw aangekruist"},
                                                       {MarkState::unclear, "onduidelijk"}};
    for (const auto& [state, word] : words) {
        const std::string html = reportOf({formPage({choice({state, MarkState::empty})})});

        const std::string style = reading::toString(state);
        EXPECT_THAT(html, HasSubstr("<span class=\"mark " + style + "\" title=\"Optie A: " + word + "\""));
        EXPECT_THAT(html, HasSubstr("<span class=\"label " + style + "\" title=\"" + word + "\""));
        EXPECT_THAT(html, HasSubstr("." + style + "{border-color:"));
    }
}

TEST(ReportHtml, MarksNoEmptyBox)
{
    const std::string html = reportOf({formPage({choice({MarkState::empty, MarkState::empty})})});

    EXPECT_THAT(html, Not(HasSubstr("class=\"mark ")));
}

TEST(ReportHtml, FramesAnEmptyFieldWithoutALabelOrATabStop)
{
    const std::string html = reportOf({formPage({field("f.1", "", FieldState::empty)})});

    EXPECT_THAT(html, HasSubstr("<span class=\"area empty\""));
    EXPECT_THAT(html, Not(HasSubstr("class=\"label ")));
}

TEST(ReportHtml, MakesAFieldToReviewALinkFromThePictureAndShowsWhatWasWritten)
{
    const std::string html = reportOf({formPage({field("f.1", "A", FieldState::unsure)})});

    EXPECT_THAT(html, HasSubstr("<a class=\"area unsure\" id=\"a1-p1-b1\" title=\"1 Naam: onzeker\" "
                                "href=\"#a1-p1-v1\""));
    EXPECT_THAT(html, HasSubstr("<span class=\"cut\""));
}

TEST(ReportHtml, CutsNothingOutForAnAcceptedField)
{
    const std::string html = reportOf({formPage({field("f.1", "A", FieldState::read)})});

    EXPECT_THAT(html, Not(HasSubstr("<span class=\"cut\"")));
}

TEST(ReportHtml, DescribesPicturesInDutch)
{
    const std::string html = reportOf({formPage({})});

    EXPECT_THAT(html, HasSubstr("alt=\"Scan van scan.tif, blad 1: f, pagina 1\""));
}

TEST(ReportHtml, HasNoPictureForAPageThatCouldNotBeDecoded)
{
    const std::string html = reportOf({pageOf(PageClass::failed, "kapot.tif", false)});

    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, HasSubstr("Geen beeld"));
}

TEST(ReportHtml, ShowsThePictureOfAPageThatFailedAfterDecoding)
{
    EXPECT_THAT(reportOf({pageOf(PageClass::failed, "kapot.tif")}),
                HasSubstr("src=\"report/kapot.tif-p1.jpg\""));
}

TEST(ReportHtml, NamesFilesThatWereNotReadInDutchWithTheCauseFoldedUp)
{
    RunSummary summary;
    summary.failures.push_back({"leeg.tif", {scan::ScanProblemCode::empty, "the file is empty"}});

    const std::string html = reportOf(summary);

    EXPECT_THAT(html, HasSubstr("leeg.tif</bdi></b>: Het bestand is leeg (0 bytes). Scan opnieuw."));
    EXPECT_THAT(html, HasSubstr("<details><summary>Technische oorzaak</summary><span lang=\"en\">the file is "
                                "empty</span></details>"));
}

TEST(ReportHtml, NamesIgnoredFiles)
{
    RunSummary summary;
    summary.ignored = {"lijst.txt"};

    EXPECT_THAT(reportOf(summary), HasSubstr("<bdi>lijst.txt</bdi>"));
}

TEST(ReportHtml, LinksAFindingToItsField)
{
    RunSummary summary = summaryOf({formPage({field("f.1", "A", FieldState::read)})});
    summary.records[0].findings.push_back({"group.several", "Meer dan één", "f.1", true});
    summary.records[0].findings.push_back({"group.several", "Elders", "x.9", true});

    const std::string html = reportOf(summary);

    EXPECT_THAT(html, HasSubstr("Meer dan één</bdi> <a href=\"#a1-p1-v1\">naar het veld</a>"));
    EXPECT_THAT(html, HasSubstr("Elders</bdi> <code>"));
}

TEST(ReportHtml, HasAnAnchorForEveryLinkAndNoneTwice)
{
    RunSummary summary = summaryOf({formPage({field("f.1", "A", FieldState::unsure), choice({})}),
                                    pageOf(PageClass::rejected, "r.tif")});
    summary.records[0].findings = {{"group.several", "Meer dan één", "f.1", true},
                                   {"a.note", "Ter kennis", "", false}};
    summary.records[0].pages[0].findings = summary.records[0].findings;
    summary.records.push_back(summary.records[0]);

    const std::string html = reportOf(summary);

    const std::vector<std::string> ids = allMatches(html, " id=\"([^\"]*)\"");
    const std::set<std::string> anchors(ids.begin(), ids.end());
    EXPECT_EQ(anchors.size(), ids.size());
    for (const std::string& link : allMatches(html, " href=\"#([^\"]*)\"")) {
        EXPECT_TRUE(anchors.contains(link)) << link;
    }
}

TEST(ReportHtml, SaysWhatElseThanThePictureChangedAReading)
{
    reading::FieldReading changed = field("f.1", "HEKEN", FieldState::unsure);
    changed.evidence = {{"spelling", "MEKEN"}, {"kalender", ""}, {"elfproef", "MEKEM"}};
    changed.reasons = {"volgens elfproef anders gelezen dan geschreven lijkt: MEKEM"};

    const std::string html = reportOf({formPage({changed})});

    EXPECT_THAT(html, HasSubstr("spelling; geschreven lijkt: MEKEN"));
    EXPECT_THAT(html, Not(HasSubstr("kalender")));
    EXPECT_THAT(html, Not(HasSubstr("elfproef; geschreven")));
}

TEST(ReportHtml, LetsNoNameOrValueBecomeMarkup)
{
    const std::string evil = "\"'><script>alert(1)</script><img src=x onerror=y>&\xFF\n";
    reading::PageReading page =
        formPage({field("f.1", evil, FieldState::unsure), field(evil, evil, FieldState::read)});
    page.source.file = evil;
    page.identifiedBy = evil;
    page.fields[0].reasons = {evil};
    page.fields[0].alternatives = {{evil, 0.1}};
    page.fields[0].evidence = {{evil + "a", evil + "b"}};
    page.fields.push_back(choice({MarkState::crossed}));
    page.fields.back().boxes[0].option = evil;
    page.findings.push_back({evil, evil, evil, true, evil});
    RunSummary summary = summaryOf({page});
    summary.failures.push_back({evil, {scan::ScanProblemCode::damaged, evil}});
    summary.ignored = {evil};
    const std::size_t pictures = allMatches(reportOf({formPage(page.fields)}), "(<img )").size();

    const std::string html = reportOf(summary);

    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("\xFF")));
    EXPECT_EQ(allMatches(html, "(<img )").size(), pictures);
    const std::string unquoted = std::regex_replace(html, std::regex("\"[^\"]*\""), "");
    EXPECT_TRUE(allMatches(unquoted, "<[^>]* (on[a-z]+)=").empty());
}

TEST(ReportHtml, NeedsNothingFromOutsideAndAllowsNoScript)
{
    const std::string html = reportOf({formPage({field("f.1", "A", FieldState::unsure)})});

    EXPECT_THAT(html, HasSubstr("Content-Security-Policy\" content=\"default-src 'none'"));
    EXPECT_THAT(html, Not(HasSubstr("http:")));
    EXPECT_THAT(html, Not(HasSubstr("https:")));
    EXPECT_THAT(html, Not(HasSubstr("<link")));
}

} // namespace
} // namespace scanstraat::app
