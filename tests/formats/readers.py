#!/usr/bin/env python3
"""Reads a format as the tools that it is for do, and holds what it says against what belie found.
   readers.py FORMAT BELIE ROOT"""

import json
import re
import shutil
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree

sys.dont_write_bytecode = True
from story import SKIP, Story


def skip(why):
    print("skipped: " + why)
    sys.exit(SKIP)


def validate(root, schema, instances):
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is missing")
    validator = jsonschema.Draft4Validator(json.loads((root / "fixtures/schemas" / schema).read_text()))
    for instance in instances:
        validator.validate(instance)


def validate_xml(root, schema, text):
    if not shutil.which("xmllint"):
        skip("xmllint is missing (Debian: libxml2-utils)")
    done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", root / "fixtures/schemas" / schema, "-"], input=text, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def path_of_uri(story, location):
    """The path that a URI leads to, among those that were given."""
    uri = location["uri"] if isinstance(location, dict) else location
    assert re.fullmatch(r"[A-Za-z0-9._~/%:-]+", uri), uri
    if uri.startswith("file:///"):
        path = urllib.parse.unquote_to_bytes(uri[len("file://") :])
    else:
        assert ":" not in uri and not uri.startswith("/"), uri
        path = urllib.parse.unquote_to_bytes(uri)
    return next(p for p in story.paths if p in (path, b"./" + path))


def line_hashes(text):
    """GitHub's key of each line, worked out in the plain way: all units from the line's start, the first hundred of them."""
    wide = re.sub("\r\n?", "\n", text).encode("utf-16-le")
    units = [wide[i] | wide[i + 1] << 8 for i in range(0, len(wide), 2)]
    kept = [u for u in units if u not in (32, 9)] + [0xFFFF]
    starts = [0] + [i + 1 for i, u in enumerate(kept) if u == 10]
    seen, keys = {}, []
    for start in starts:
        value = 0
        for unit in (kept[start : start + 100] + [0] * 100)[:100]:
            value = (value * 37 + unit) % 2**64
        seen[value] = seen.get(value, 0) + 1
        keys.append(f"{value:x}:{seen[value]}")
    return keys


def region_bytes(story, path, region):
    start = story.offset(path, region["startLine"], region["startColumn"])
    end = story.offset(path, region["endLine"], region["endColumn"])
    assert story.bytes_of(path)[start:end].decode() == region["snippet"]["text"]
    return start, end


def sarif_location(story, run, location):
    """The path and bytes of a location, which must all agree."""
    physical = location["physicalLocation"]
    artifact = physical["artifactLocation"]
    path = path_of_uri(story, artifact)
    assert ("uriBaseId" in artifact) == (not artifact["uri"].startswith("file:"))
    assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
    start, end = region_bytes(story, path, physical["region"])
    if "contextRegion" in physical:
        context = region_bytes(story, path, physical["contextRegion"])
        assert context[0] <= start and end <= context[1]
    return path, start, end


def sarif_text(message):
    """The text as a viewer shows it, and the locations it links to."""
    assert not re.search(r"(?<!\{)\{(\{\{)*(?!\{)", message["text"]), "a placeholder that nothing fills"
    links = re.findall(r"(?<!\\)\[((?:\\.|[^\\\]])*)\]\((\d+)\)", message["text"])
    shown = re.sub(r"(?<!\\)\[((?:\\.|[^\\\]])*)\]\((\d+)\)", r"\1", message["text"])
    return re.sub(r"\\([\\\[\]])", r"\1", shown).replace("{{", "{").replace("}}", "}"), [int(i) for _, i in links]


def empty_texts(value, at=""):
    if isinstance(value, dict):
        return [e for k, v in value.items() for e in empty_texts(v, at + "/" + k)]
    if isinstance(value, list):
        return [e for i, v in enumerate(value) for e in empty_texts(v, f"{at}/{i}")]
    return [at] if value == "" else []


def sarif_result(story, run, result, finding):
    entry = finding.entry
    assert sarif_location(story, run, result["locations"][0]) == (finding.path, finding.start, finding.end)
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == entry["proposition"]
    assert result["level"] == entry["severity"]
    related = {l["id"]: sarif_location(story, run, l) for l in result["relatedLocations"]}
    text, links = sarif_text(result["message"])
    assert links == [1] and set(links) <= set(related)
    other = entry["b"]["claims"][0]
    assert related[1] == (story.given_path(entry["b"]["path"]), other["offset"], other["offset"] + other["length"])
    assert len(related) == len(entry["a"]["claims"]) + len(entry["b"]["claims"]) - 1
    assert f":{other['line']}:{other['column']}" in text and entry["why"] in text
    steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
    assert len(steps) == 3 and sarif_text(steps[2]["location"]["message"])[0] == entry["why"]
    for step in steps:
        sarif_location(story, run, step["location"])
    prints = result["partialFingerprints"]
    assert prints["claimPair/v1"] == entry["id"]
    keys = line_hashes(story.bytes_of(finding.path).decode())
    assert prints["primaryLocationLineHash"] == keys[result["locations"][0]["physicalLocation"]["region"]["startLine"] - 1]


def sarif(story):
    log, waived = json.loads(story.check("sarif")), json.loads(story.check("sarif", "--show-waived"))
    validate(story.root, "sarif-2.1.0.json", [log, waived])
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints" and not empty_texts(log)
    for result, finding in zip(run["results"], story.findings(), strict=True):
        sarif_result(story, run, result, finding)
        assert "suppressions" not in result
    shown = waived["runs"][0]["results"]
    assert len(shown) > len(run["results"])
    for result, finding in zip(shown, story.findings("--show-waived"), strict=True):
        reasons = [s["justification"] for s in result["suppressions"]]
        assert reasons == ([finding.entry["waived"]["reason"]] if "waived" in finding.entry else [])
        assert all(s["kind"] == "inSource" and s["status"] == "accepted" for s in result["suppressions"])
    (story.folder / "not-text.txt").write_bytes(b"\0")
    broken = json.loads(subprocess.run([story.belie, "check", "--format", "sarif", "not-text.txt"], cwd=story.folder, capture_output=True).stdout)
    validate(story.root, "sarif-2.1.0.json", [broken])
    invocation = broken["runs"][0]["invocations"][0]
    assert not invocation["executionSuccessful"] and len(invocation["toolExecutionNotifications"]) == 1
    compared = json.loads(story.compare("sarif"))
    validate(story.root, "sarif-2.1.0.json", [compared])
    for here, there in zip(compared["runs"][0]["results"], shown, strict=True):
        assert here["message"] == there["message"] and here["level"] == there["level"]
        assert here["locations"][0]["physicalLocation"]["region"] == there["locations"][0]["physicalLocation"]["region"]
        assert "primaryLocationLineHash" not in here["partialFingerprints"]


def unescape_command(text):
    assert not re.search(r"%(?!25|0A|0D|3A|2C)", text), text
    return re.sub(r"%(25|0A|0D|3A|2C)", lambda m: chr(int(m[1], 16)), text)


def github(story):
    commands = {"error": "error", "warning": "warning", "note": "notice"}
    lines = story.check("github").decode("utf-8", "surrogateescape").split("\n")
    assert lines.pop() == ""
    for line, finding in zip(lines, story.findings(), strict=True):
        command, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        assert command == commands[finding.entry["severity"]]
        found = {k: unescape_command(v) for k, v in (p.split("=", 1) for p in properties.split(","))}
        assert found["file"].encode("utf-8", "surrogateescape") == finding.path
        first, last = int(found["line"]), int(found["endLine"])
        assert ("col" in found) == ("endColumn" in found) == (first == last)
        quote = finding.entry["a"]["claims"][0]["quote"]
        assert first == finding.entry["a"]["claims"][0]["line"] and last == first + quote.count("\n")
        if first == last:
            assert story.offset(finding.path, first, int(found["col"])) == finding.start
            assert story.offset(finding.path, last, int(found["endColumn"])) == finding.end
        assert finding.entry["why"] in unescape_command(message)


def gitlab(story):
    severities = {"error": "major", "warning": "minor", "note": "info"}
    issues = json.loads(story.check("gitlab"))
    assert len({i["fingerprint"] for i in issues}) == len(issues)
    for issue, finding in zip(issues, story.findings(), strict=True):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] == severities[finding.entry["severity"]] and issue["check_name"] == finding.entry["proposition"]
        assert "./" + issue["location"]["path"] == finding.entry["a"]["path"] or issue["location"]["path"] == finding.entry["a"]["path"]
        begin, end = (issue["location"]["positions"][k] for k in ("begin", "end"))
        assert story.offset(finding.path, **begin) == finding.start and story.offset(finding.path, **end) == finding.end


def rdf_bytes(story, location):
    path, ends = story.given_path(location["path"]), location["range"]
    return [story.offset(path, p["line"], p["column"], "bytes") for p in (ends["start"], ends["end"])]


def rdjsonl(story):
    diagnostics = [json.loads(line) for line in story.check("rdjsonl").splitlines()]
    validate(story.root, "rdf-diagnostic.json", diagnostics)
    for diagnostic, finding in zip(diagnostics, story.findings(), strict=True):
        assert story.given_path(diagnostic["location"]["path"]) == finding.path
        assert rdf_bytes(story, diagnostic["location"]) == [finding.start, finding.end]
        assert diagnostic["severity"] == {"note": "INFO"}.get(finding.entry["severity"], finding.entry["severity"].upper())
        others = [[c["offset"], c["offset"] + c["length"]] for c in finding.entry["b"]["claims"]]
        assert [rdf_bytes(story, r["location"]) for r in diagnostic["related_locations"]] == others
    for line in story.compare("rdjsonl").splitlines():
        ends = json.loads(line)["location"]["range"]
        assert ("column" in ends["start"]) == ("column" in ends["end"])


def junit(story):
    text = story.check("junit", "--show-waived")
    validate_xml(story.root, "junit.xsd", text)
    root = xml.etree.ElementTree.fromstring(text)
    findings = {f.entry["id"]: f.entry for f in story.findings("--show-waived")}
    cases = [c for c in root.iter("testcase") if c.get("name") != "nothing contradicts"]
    assert len(cases) == len(findings)
    for case in cases:
        entry = findings[case.get("name").split()[-1]]
        kind = "skipped" if "waived" in entry else "system-out" if entry["severity"] == "note" else "failure"
        assert [child.tag for child in case] == [kind]
        assert case.get("file") == entry["a"]["path"] and int(case.get("line")) == entry["a"]["claims"][0]["line"]
        words = {"skipped": case[0].get("message"), "failure": case[0].get("message"), "system-out": case[0].text}[kind]
        assert (entry["waived"]["reason"] if kind == "skipped" else entry["why"]) in words
    for suite in [root, *root.iter("testsuite")]:
        assert int(suite.get("tests")) == len(list(suite.iter("testcase")))
        assert int(suite.get("failures")) == len(list(suite.iter("failure")))
        assert int(suite.get("skipped")) == len(list(suite.iter("skipped"))) and suite.get("errors") == "0"
    assert [s.get("name").encode("utf-8", "replace") for s in root.iter("testsuite")] == [p.decode("utf-8", "replace").encode() for p in story.paths]


def checkstyle(story):
    text = story.check("checkstyle")
    validate_xml(story.root, "checkstyle.xsd", text)
    root = xml.etree.ElementTree.fromstring(text)
    errors = [(file.get("name"), error) for file in root for error in file]
    for (name, error), finding in zip(errors, story.findings(), strict=True):
        assert story.given_path(name) == finding.path
        assert story.offset(finding.path, int(error.get("line")), int(error.get("column"))) == finding.start
        assert error.get("severity") == finding.entry["severity"].replace("note", "info")
        assert error.get("source") == "belie." + finding.entry["proposition"] and finding.entry["why"] in error.get("message")


def annotation_target(story, target):
    """Both selectors, each by itself, lead to the same words."""
    path = path_of_uri(story, target["source"])
    text = story.bytes_of(path).decode("utf-8-sig")
    quote, position = target["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert text[position["start"] : position["end"]] == quote["exact"]
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.find(whole) == position["start"] - len(quote["prefix"]) and text.count(whole) == 1
    mark = 3 if story.bytes_of(path).startswith(b"\xef\xbb\xbf") else 0
    start = mark + len(text[: position["start"]].encode())
    return path, start, start + len(quote["exact"].encode())


def annotation(story):
    page = json.loads(story.check("annotation"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    for item, finding in zip(page["items"], story.findings(), strict=True):
        assert item["type"] == "Annotation" and item["id"] == "urn:belie:" + finding.entry["id"]
        assert finding.entry["why"] in item["body"][0]["value"]
        claims = [(story.given_path(s["path"]), c["offset"], c["offset"] + c["length"]) for s in (finding.entry["a"], finding.entry["b"]) for c in s["claims"]]
        assert [annotation_target(story, t) for t in item["target"]] == claims
    for item in json.loads(story.compare("annotation"))["items"]:
        assert all(s["type"] == "TextQuoteSelector" for t in item["target"] for s in t["selector"])


def superdesk(story):
    answer = json.loads(story.check("superdesk"))
    assert list(answer) == ["warnings"]
    for warning, finding in zip(answer["warnings"], story.findings(), strict=True):
        assert list(warning) == ["text"] and "\n" not in warning["text"]
        assert finding.entry["why"] in warning["text"] and finding.entry["question"] in warning["text"]


def jsonl(story):
    lines = [json.loads(line) for line in story.check("jsonl").splitlines()]
    assert lines == [f.entry for f in story.findings()]


READERS = {f.__name__: f for f in (sarif, github, gitlab, rdjsonl, junit, checkstyle, annotation, superdesk, jsonl)}

if __name__ == "__main__":
    name, belie, root = sys.argv[1:]
    story = Story(belie, root)
    try:
        READERS[name](story)
    finally:
        shutil.rmtree(story.folder)
    print(f"{name}: read, and all of it was found there")
