# SPDX-License-Identifier: EUPL-1.2
"""Checks the report in an output folder: every element closed, every link with an end, pictures there and
described, nothing from outside. Prints what is wrong; exit code 1 then."""
import sys
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "img", "br"}
KNOWN = VOID | set(
    "html head title style body main h1 h2 h3 p ul li a b bdi small code span div details summary table thead "
    "tbody tr th td".split())


class Report(HTMLParser):
    def __init__(self, folder):
        super().__init__()
        self.folder = folder
        self.open, self.ids, self.links, self.problems = [], [], [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.ids += [values["id"]] if "id" in values else []
        if tag not in KNOWN or len(values) < len(attributes):
            self.problem(f"unexpected <{tag}> or repeated attribute")
        if any(name.startswith("on") for name in values):
            self.problem(f"<{tag}> with a handler")
        if "href" in values:
            self.link(values["href"])
        if tag == "img":
            self.picture(values)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problem(f"</{tag}> closes something else")

    def link(self, target):
        if not target.startswith("#"):
            self.problem(f"link to outside: {target}")
        self.links.append(target[1:])

    def picture(self, values):
        if not (self.folder / values.get("src", "missing")).is_file():
            self.problem(f"no picture {values.get('src')}")
        if "alt" not in values:
            self.problem("picture without alt")

    def problem(self, text):
        self.problems.append(f"line {self.getpos()[0]}: {text}")


def check(folder):
    report = Report(folder)
    report.feed((folder / "report.html").read_bytes().decode("utf-8"))
    report.close()
    twice = {name for name in report.ids if report.ids.count(name) > 1}
    lost = set(report.links) - set(report.ids)
    return (report.problems + [f"not closed: {tag}" for tag in report.open]
            + [f"id twice: {name}" for name in sorted(twice)] + [f"link to nowhere: {name}" for name in sorted(lost)])


if __name__ == "__main__":
    found = check(Path(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
