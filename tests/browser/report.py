#!/usr/bin/env python3
"""Reads a report as a person does: every filter, the keys, light and dark, the pages of documents, and without scripts.

  report.py BELIE ROOT    exit status 77 without Chromium and chromedriver"""

import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bench"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import page as bench  # noqa: E402
from browser import CHROMIUM, DRIVER, Browser  # noqa: E402

SHOWN = "return [...document.querySelectorAll('.entry')].filter(e => e.checkVisibility()).map(e => e.id)"
FILTER = """const [name, value] = arguments, field = document.querySelector(`#filters [name="${name}"]`)
if (field.type === 'checkbox') document.querySelector(`#filters [name="${name}"][value="${value}"]`).click()
else { field.value = value; field.dispatchEvent(new Event('input', {bubbles: true})) }"""
OPTION = """return [...document.querySelectorAll(`#f-${arguments[0]} option`)].find(o => o.textContent === arguments[1]).value"""
checks = 0


def check(what, got, expected):
    global checks
    checks += 1
    assert got == expected, f"{what}: {got!r}, not {expected!r}"


def write(belie, root, folder):
    """Three reports: of the golden articles and what is new in them, of the five articles, and one with many entries."""
    rules = {"BELIE_RULES": str(root / "fixtures/cli/rules"), "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1741132800"}
    articles = root / "fixtures/cli/articles"
    run = lambda *words, **more: subprocess.run([belie, "report", "--no-config", *map(str, words)], check=True, **more)  # noqa: E731
    run(articles / "morning.txt", "-o", folder / "old.json", env=rules)
    run(articles, "--since-report", folder / "old.json", "-o", folder / "small.html", env=rules)
    run(*sorted((root / "fixtures/articles").glob("*.txt")), "-o", folder / "five.html", env={**rules, "BELIE_RULES": str(root / "rules")})
    (folder / "rules").mkdir()
    bench.write_rules(root / "fixtures/cli/rules", folder / "rules" / "bridges", 450)
    bench.write_articles(folder / "articles", 450)
    bench.write_report(belie, folder)


def filters(b):
    both, none = ["q1", "q2"], []
    option = lambda name, words: b.run(OPTION, name, words)  # noqa: E731
    check("all", b.run(SHOWN), both)
    cases = [("proposition", option("proposition", "length"), ["q2"]), ("document", option("document", "Harbour bridge voted down"), both),
             ("speaker", option("speaker", "Tom Okoro"), ["q1"]), ("speaker", option("speaker", "Ada Byrne"), both),
             ("outlet", option("outlet", "The Evening Mail"), both)]
    for name, value, expected in cases:
        b.run(FILTER, name, value)
        check(f"{name} {value}", b.run(SHOWN), expected)
        b.run(FILTER, name, "")
    b.run(FILTER, "severity", "w")
    check("no warnings", b.run(SHOWN), ["q1"])
    b.run(FILTER, "relation", "c")
    check("and no contradictions: the note is left", b.run(SHOWN), ["q1"])
    b.run(FILTER, "severity", "n")
    check("and no notes", b.run(SHOWN), none)
    check("says so", b.run("return [document.querySelector('#count').textContent, document.querySelector('#none').hidden]"),
          ["0 of 2 disputed questions", False])
    b.run("document.querySelector('#none .reset').click()")
    check("reset", b.run(SHOWN), both)
    b.run("document.querySelector('#filters [name=new]').click()")
    check("new", b.run(SHOWN), both)
    b.run("document.querySelector('.reset').click(); document.querySelector('.matrix td.error a').click()")
    check("a cell of the table", b.run("return ['document', 'other'].map(n => document.querySelector('#f-' + n).selectedOptions[0].textContent)"),
          ["Harbour bridge voted down", "Council approves harbour bridge"])


def keys(b):
    b.run("document.querySelector('.reset').click()")
    b.press("j")
    check("j", b.run("return document.activeElement.id"), "q1")
    b.press("j")
    check("j again", b.run("return document.activeElement.id"), "q2")
    b.press("k")
    check("k", b.run("return [document.activeElement.id, document.querySelectorAll('.current').length]"), ["q1", 1])
    b.press("/")
    b.type("estuary")
    time.sleep(0.5)
    check("search", b.run(SHOWN), ["q1", "q2"])
    b.type(" half")
    time.sleep(0.5)
    check("search for more", b.run(SHOWN), ["q1"])
    b.type("xyz")
    time.sleep(0.5)
    check("search in vain", b.run(SHOWN), [])
    b.press("Escape")
    check("leave the search", b.run(SHOWN), ["q1", "q2"])
    b.press("?")
    check("help", b.run("return document.querySelector('#help').open"), True)
    b.press("Escape")
    check("no help", b.run("return document.querySelector('#help').open"), False)
    b.press("2")
    check("2", b.run(SHOWN), ["q1"])
    b.press("x")
    check("x", b.run(SHOWN), ["q1", "q2"])


def colours(b):
    paper = "return getComputedStyle(document.body).backgroundColor"
    b.prefer("light")
    light = b.run(paper)
    b.prefer("dark")
    dark = b.run(paper)
    check("dark is not light", light == dark, False)
    b.press("t")
    check("t turns it round", b.run(paper), light)
    b.run("document.querySelector('#theme').click()")
    check("and the button back", b.run(paper), dark)


def pages(b, page):
    b.open(f"{page}#d1")
    check("a document", b.run("return [document.body.dataset.view, document.querySelector('.document.shown h2').textContent]"),
          ["document", "Harbour bridge voted down"])
    check("its margin", b.run("return document.querySelectorAll('#d1 aside li').length"), 3)
    check("entries are put away", b.run(SHOWN), [])
    b.run("document.querySelector('#d1 aside a').click()")
    time.sleep(0.2)
    check("back to the entry", b.run("return [document.body.dataset.view, location.hash]"), ["report", "#q1"])
    b.open(f"{page}#g0")
    check("the glossary", b.run("return [document.body.dataset.view, document.querySelectorAll('.term').length]"), ["glossary", 2])


def widths(b, page):
    for width in (390, 900, 1440):
        b.size(width)
        for place in ("overview", "q1", "d0", "glossary"):
            b.open(f"{page}#{place}")
            check(f"{place} fits {width}", b.run("return document.documentElement.scrollWidth <= innerWidth"), True)


def quiet(b):
    """No error on the console, and nothing asked of anybody but the file itself."""
    check("console", [line["message"] for line in b.log("browser")], [])
    asked = [line["message"] for line in b.log("performance") if '"Network.requestWillBeSent"' in line["message"]]
    check("requests", [line for line in asked if '"url":"file://' not in line and '"url":"about:' not in line], [])


def many(b, page):
    b.open(page)
    b.press("/")
    b.type(bench.name(431).lower())
    time.sleep(1)
    check("search in what is unpacked later", len(b.run(SHOWN)), 1)
    b.press("Escape")
    check("all of them", len(b.run(SHOWN)), 450)
    b.open(f"{page}#q333h2")
    check("a place in a bundle", b.run("return document.querySelector('#q333h2').checkVisibility()"), True)
    b.open(f"{page}#d41")
    check("a page in a bundle", b.run("return document.querySelector('#d41.shown').checkVisibility()"), True)


def without_scripts(b, page, entries, documents):
    b.protocol("Emulation.setScriptExecutionDisabled", value=True)
    b.open(page)
    shown = "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility() && e.textContent.trim()).length"
    check("entries without scripts", b.run(shown, ".entry h3"), entries)
    check("quotations without scripts", b.run(shown, ".entry mark") >= 2 * entries, True)
    check("pages without scripts", b.run(shown, ".document h2"), documents)
    check("nothing that needs a script", b.run(shown, ".needs-script"), 0)
    b.protocol("Emulation.setScriptExecutionDisabled", value=False)


def main(belie, root):
    if not CHROMIUM or not DRIVER:
        print("skipped: chromium and chromedriver are not installed (Debian: chromium chromium-driver)")
        return 77
    with tempfile.TemporaryDirectory() as scratch, Browser() as b:
        folder = pathlib.Path(scratch)
        write(belie, pathlib.Path(root), folder)
        small = f"file://{folder}/small.html"
        b.open(small)
        filters(b)
        keys(b)
        colours(b)
        pages(b, small)
        widths(b, f"file://{folder}/five.html")
        widths(b, f"file://{folder}/report.html")
        many(b, f"file://{folder}/report.html")
        without_scripts(b, f"file://{folder}/report.html", 450, 46)
        quiet(b)
    print(f"{checks} checks passed")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
