#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Shows that check_report.py accepts a whole report and finds what is wrong with a broken one."""
import pathlib
import tempfile
import unittest

from check_report import check

WHOLE = ('<html><head><title>x</title></head><body id="top"><p><a href="#top">naar boven</a></p>'
         '<img src="report/a.jpg" alt="Scan"></body></html>')


def problems(html):
    """What the check finds in an output folder with that report and one picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "report").mkdir()
        (folder / "report/a.jpg").write_bytes(b"picture")
        (folder / "report.html").write_text(html, encoding="utf-8")
        return check(folder)


class ReportCheck(unittest.TestCase):
    def finds(self, old, new, problem):
        self.assertIn(old, WHOLE)
        found = problems(WHOLE.replace(old, new, 1))
        self.assertTrue(any(problem in one for one in found), found)

    def test_a_whole_report_has_no_problem(self):
        self.assertEqual(problems(WHOLE), [])

    def test_an_element_that_is_not_closed(self):
        self.finds("</a></p>", "</a>", "closes something else")
        self.finds("</body></html>", "</body>", "not closed: html")

    def test_an_element_that_no_report_has(self):
        self.finds("<p>", "<script></script><p>", "unexpected <script>")

    def test_a_repeated_attribute(self):
        self.finds('alt="Scan"', 'alt="Scan" alt="x"', "repeated attribute")

    def test_a_handler(self):
        self.finds('alt="Scan"', 'alt="Scan" onerror="x"', "<img> with a handler")

    def test_a_link_to_outside(self):
        self.finds('href="#top"', 'href="https://example.org"', "link to outside")

    def test_a_link_without_an_end(self):
        self.finds('href="#top"', 'href="#a1"', "link to nowhere: a1")

    def test_an_id_that_is_there_twice(self):
        self.finds("<p>", '<p id="top">', "id twice: top")

    def test_a_picture_that_is_not_there(self):
        self.finds("a.jpg", "b.jpg", "no picture report/b.jpg")

    def test_a_picture_without_a_description(self):
        self.finds(' alt="Scan"', "", "picture without alt")


if __name__ == "__main__":
    unittest.main()
