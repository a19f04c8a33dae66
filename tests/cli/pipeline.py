#!/usr/bin/env python3
"""Runs what README.md's "In a pipeline" shows, as it stands there, with drafts that have findings and drafts that have none.
   pipeline.py BELIE ROOT"""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is missing")
    sys.exit(77)

CLEAN, DENIED = "Nothing happened in Harwich.\n", "# Vote\n\nThe council rejected the bridge after a debate.\n"
PRIOR = "# Council approves harbour bridge\n\nHarwich council approved the harbour bridge on Monday.\n"


class Desk:
    """A repository of a newsroom, with an archive, and belie on the path."""

    def __init__(self, belie, root):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        (self.folder / "bin").mkdir()
        (self.folder / "bin/belie").symlink_to(os.path.realpath(belie))
        self.work = self.folder / "work"
        self.environment = dict(os.environ, PATH=f"{self.folder}/bin:{os.environ['PATH']}", LC_ALL="C.UTF-8", HOME=str(self.folder))
        self.environment |= {"BELIE_RULES": f"{root}/fixtures/cli/rules", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
        (self.work / "drafts").mkdir(parents=True)
        (self.work / "coverage.md").write_text(PRIOR)
        assert self.run("belie archive add coverage.md").returncode == 0

    def run(self, command, folder=None):
        return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder or self.work, env=self.environment, capture_output=True, text=True)

    def expect(self, status, command):
        done = self.run(command)
        assert done.returncode == status, (command, done.returncode, done.stdout[-600:], done.stderr[-600:])
        return done.stdout

    def drafts(self, text):
        (self.work / "drafts/today.md").write_text(text)


def blocks(readme, language):
    section = readme[readme.index("## In a pipeline") :]
    section = section[: section.index("\n## ", 3)]
    return re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)


def makefile(desk, text):
    if not shutil.which("make"):
        return "make is missing"
    (desk.work / "Makefile").write_text(text)
    desk.drafts(DENIED)
    assert "vote" in desk.expect(2, "make .checked")
    desk.drafts(CLEAN)
    desk.expect(0, "make .checked")
    assert "up to date" in desk.expect(0, "make .checked")
    return "run by make, with findings and without"


def shell_steps(workflow):
    return [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]


def workflow(desk, text):
    parsed = yaml.safe_load(text)
    assert set(parsed) == {"name", True, "permissions", "jobs"}  # YAML 1.1 reads "on" as true
    alerts, annotations = shell_steps(parsed)
    (upload,) = [s["with"]["sarif_file"] for s in parsed["jobs"]["belie"]["steps"] if "upload-sarif" in s.get("uses", "")]
    for draft, status, count in (DENIED, 1, 1), (CLEAN, 0, 0):
        desk.drafts(draft)
        desk.expect(0, alerts)
        assert len(json.loads((desk.work / upload).read_text())["runs"][0]["results"]) == count
        assert desk.expect(status, annotations).count("::error file=drafts/today.md,line=3") == count
    return "its two shell steps run"


def job(desk, text):
    (parsed,) = yaml.safe_load(text).values()
    reports = parsed["artifacts"]["reports"]
    quality, tests = parsed["script"]
    for draft, status, count in (DENIED, 1, 1), (CLEAN, 0, 0):
        desk.drafts(draft)
        desk.expect(0, quality)
        desk.expect(status, tests)
        assert len(json.loads((desk.work / reports["codequality"]).read_text())) == count
        assert int(xml.etree.ElementTree.parse(desk.work / reports["junit"]).getroot().get("failures")) == count
    return "its script run"


def hook_by_hand(desk, hook, arguments):
    """What pre-commit would run; for where it is missing."""
    assert re.search(hook["files"], "drafts/today.md") and not re.search(hook["files"], "photo.jpg")
    for draft, status in (DENIED, 1), (CLEAN, 0):
        desk.drafts(draft)
        desk.expect(status, " ".join([hook["entry"], *map(shlex.quote, arguments), "drafts/today.md"]))


def hook_repository(desk, root):
    """The hooks of this work tree, as a repository of their own with a revision that can be named."""
    repository = desk.folder / "hooks"
    repository.mkdir()
    shutil.copy(pathlib.Path(root) / ".pre-commit-hooks.yaml", repository)
    commit = "git init -q && git add -A && git -c user.name=Desk -c user.email=desk@example.org commit -qm hooks && git rev-parse HEAD"
    done = desk.run(commit, repository)
    assert done.returncode == 0, done.stderr
    return repository, done.stdout.strip()


def pre_commit(desk, text, root):
    (hook,) = yaml.safe_load((pathlib.Path(root) / ".pre-commit-hooks.yaml").read_text())
    config = yaml.safe_load(text)
    (used,) = config["repos"][0]["hooks"]
    assert used["id"] == hook["id"]
    hook_by_hand(desk, hook, used["args"])
    if not shutil.which("pre-commit") or not shutil.which("git"):
        return "its command run; pre-commit is missing"
    repository, revision = hook_repository(desk, root)
    config["repos"][0] |= {"repo": str(repository), "rev": revision}
    (desk.work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    desk.expect(0, "git init -q && git add -A")
    for draft, status, word in (DENIED, 1, "Failed"), (CLEAN, 0, "Passed"):
        desk.drafts(draft)
        desk.expect(0, "git add -A")
        assert word in desk.expect(status, "pre-commit run --color never"), "pre-commit says otherwise"
    return "run by pre-commit, with findings and without"


if __name__ == "__main__":
    belie, root = sys.argv[1:]
    readme = (pathlib.Path(root) / "README.md").read_text()
    (make_text,), (hook_text, workflow_text, job_text) = blocks(readme, "make"), blocks(readme, "yaml")
    desk = Desk(belie, os.path.realpath(root))
    try:
        print("Makefile:", makefile(desk, make_text))
        print("GitHub workflow:", workflow(desk, workflow_text))
        print("GitLab job:", job(desk, job_text))
        print("pre-commit hook:", pre_commit(desk, hook_text, os.path.realpath(root)))
    finally:
        shutil.rmtree(desk.folder)
