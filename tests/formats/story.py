"""Articles that are hard on formats, and what belie itself finds in them: the truth that readers of formats go by."""

import json
import os
import pathlib
import subprocess
import tempfile
from dataclasses import dataclass

SKIP = 77  # meson's word for "not run"

PLAIN = "Council approves harbour bridge\n\nHarwich council approved the harbour bridge on Monday.\n"
UNUSUAL = (
    "\ufeff# Council approves harbour bridge\r\n\r\n"
    "🎉 “It’s done,” one said. 👩‍🚀 e\u0301t\u00e9, a naïve café. Harwich council approved the harbour bridge.\r\n\r\n"
    "\u202e[Ada](1) {0} \\ ]: 100%, so it is.\r\n\r\n"
    "e\u0301t\u00e9: 🎉\r\nThen Tom Okoro said the council had rejected\r\n  the bridge twice.\r\n\r\n"
    "🎉🎉 𝒯𝒽. The bridge is 3 km long 🎉.\r\n"
)
DENIED = (
    "---\ntitle: <Voted> & \"down\"\noutlet: The ‘Evening’ <Mail>\ndate: 2025-03-04\n---\n\n"
    "The council rejected the bridge 🎉. Ada Byrne said the council did not reject the bridge.\n\n"
    "<!-- belie: waive length: both were said, [so] they are -->\n“Oh, and the bridge is 2 km long,” Ada Byrne said.\n"
)

# A name with all that URIs, XML and workflow commands must escape, and one that is no UTF-8.
FILES = {
    "plain.txt": PLAIN,
    "un usual, #1%41:é\"<&>.md": UNUSUAL,
    "desk/evening.md": DENIED,
    b"latin-\xe9\n.txt": PLAIN,
}


@dataclass
class Finding:
    """One finding as JSON has it, with the bytes that its first side quotes."""

    entry: dict
    path: bytes
    start: int
    end: int


class Story:
    def __init__(self, belie, root):
        self.belie, self.root = os.path.realpath(belie), pathlib.Path(root).resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.paths = []
        for name, text in FILES.items():
            path = self.folder / os.fsdecode(name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
            self.paths.append(os.fsencode(name))
        self.paths[0] = os.fsencode(self.folder / "plain.txt")  # one is given by its whole path
        self.paths[2] = b"./desk/evening.md"

    def run(self, *arguments, given=None):
        """What belie prints; it must not fail."""
        environment = dict(os.environ, BELIE_RULES=str(self.root / "fixtures/cli/rules"), LC_ALL="C.UTF-8")
        done = subprocess.run([self.belie, *arguments], cwd=self.folder, env=environment, input=given, capture_output=True)
        assert done.returncode in (0, 1), (arguments, done.returncode, done.stderr.decode())
        return done.stdout

    def check(self, form, *more):
        return self.run("check", "--no-config", "--format", form, *more, *self.paths)

    def compare(self, form):
        return self.run("compare", "--no-config", "--format", form, given=self.run("claims", "--no-config", "--format", "jsonl", *self.paths))

    def given_path(self, named):
        """The path that JSON names: there, bytes that are no UTF-8 are U+FFFD."""
        return next(p for p in self.paths if p.decode("utf-8", "replace") == named)

    def bytes_of(self, path):
        return (self.folder / os.fsdecode(path)).read_bytes()

    def findings(self, *more):
        found = []
        for entry in json.loads(self.check("json", *more))["findings"]:
            claim, path = entry["a"]["claims"][0], self.given_path(entry["a"]["path"])
            start, end = claim["offset"], claim["offset"] + claim["length"]
            assert self.bytes_of(path)[start:end].decode() == claim["quote"], "the JSON report quotes what is not there"
            found.append(Finding(entry, path, start, end))
        assert len(found) > 4 and {f.entry["severity"] for f in found} == {"error", "warning", "note"}, "the story is too tame"
        return found

    def line_starts(self, path):
        """Where each line begins, in bytes; a byte order mark is no part of the first."""
        data = self.bytes_of(path)
        return [3 if data.startswith(b"\xef\xbb\xbf") else 0] + [i + 1 for i, b in enumerate(data) if b == 10]

    def offset(self, path, line, column, unit="utf-32-le"):
        """The byte at a line and column, both from 1; columns count code points, or what else is told."""
        data, start = self.bytes_of(path), self.line_starts(path)[line - 1]
        if unit == "bytes":
            return (start if line > 1 else 0) + column - 1
        width = {"utf-32-le": 4, "utf-16-le": 2}[unit]
        rest = data[start:].decode().encode(unit)
        return start + len(rest[: (column - 1) * width].decode(unit).encode())
