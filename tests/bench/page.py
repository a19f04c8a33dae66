#!/usr/bin/env python3
"""How long a report with many findings takes to write and to open.

  page.py BELIE RULES [FINDINGS]

Makes articles in which two outlets disagree about FINDINGS bridges (10,000 unless given), one question and one finding
each: the most entries that so many findings can make. Writes the report, opens it in headless Chromium and prints
medians of three. Without Chromium and chromedriver, exit status 77."""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "browser"))
sys.dont_write_bytecode = True
from browser import CHROMIUM, DRIVER, Browser  # noqa: E402

SYLLABLES = "ba do ke li mo nu pa re si to vu za fe gri hol jan kor lem mar nor".split()
A_DOCUMENT = 20  # findings
OPENING = "After a debate that went on until midnight, the council {} the {} bridge. It was a long evening, and nobody left early.\n"
NAVIGATION = """const n = performance.getEntriesByType('navigation')[0]
return [n.loadEventEnd, performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, document.querySelectorAll('*').length]"""
FILTER = """const start = performance.now()
document.querySelector('[name=severity][value=e]').click(); document.body.offsetHeight
document.querySelector('.reset').click(); document.body.offsetHeight
return performance.now() - start"""


def name(number):
    digits = []
    for _ in range(4):
        digits.append(SYLLABLES[number % 20])
        number //= 20
    return "".join(digits).capitalize()


def write_rules(source, folder, findings):
    """The pack of the golden tests with a bridge for each finding."""
    folder.mkdir()
    for file in (source / "bridge").iterdir():
        (folder / file.name).write_text(file.read_text())
    rows = (f"  - {{id: b{i}, label: {name(i)} bridge, type: project, names: [{name(i)} bridge]}}\n" for i in range(findings))
    (folder / "bridges.yaml").write_text("entities:\n" + "".join(rows))


def write_articles(folder, findings):
    folder.mkdir()
    for number in range(0, findings, A_DOCUMENT):
        for outlet, verb in (("Courier", "approved"), ("Mail", "rejected")):
            day = f"20{10 + number // A_DOCUMENT % 15}-0{1 + number % 9}-1{number % 7}"
            head = f"---\ntitle: What councils {verb}, part {number // A_DOCUMENT}\noutlet: The {outlet}\ndate: {day}\n---\n\n"
            bridges = range(number, min(number + A_DOCUMENT, findings))
            (folder / f"{number:05}-{outlet}.md").write_text(head + "\n".join(OPENING.format(verb, name(i)) for i in bridges))


def write_report(belie, folder):
    start = time.monotonic()
    command = [belie, "report", "--no-config", str(folder / "articles"), "-o", str(folder / "report.html")]
    subprocess.run(command, check=True, timeout=600, env={"BELIE_RULES": str(folder / "rules"), "LC_ALL": "C.UTF-8"})
    return time.monotonic() - start


def open_report(page):
    runs = []
    for _ in range(3):
        with Browser() as browser:
            browser.protocol("Performance.enable")
            browser.open(str(page))
            metrics = {row["name"]: row["value"] for row in browser.protocol("Performance.getMetrics")["metrics"]}
            loaded, painted, elements = browser.run(NAVIGATION)
            runs.append((loaded, painted, browser.run(FILTER), elements, metrics["ProcessTime"]))
    return [statistics.median(column) for column in zip(*runs)]


def main(belie, rules, findings="10000"):
    if not CHROMIUM or not DRIVER:
        print("skipped: chromium and chromedriver are not installed")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "rules").mkdir()
        write_rules(pathlib.Path(rules), folder / "rules" / "bridges", int(findings))
        write_articles(folder / "articles", int(findings))
        seconds = write_report(belie, folder)
        page = folder / "report.html"
        loaded, painted, filtered, elements, processor = open_report(page)
        print(f"{findings} findings: check and report {seconds:.1f} s, {page.stat().st_size / 1e6:.1f} MB, {elements:,.0f} elements")
        print(f"loaded after {loaded / 1000:.2f} s ({processor:.2f} s of processor time), "
              f"first painted after {painted / 1000:.2f} s, two filters in {filtered / 1000:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
