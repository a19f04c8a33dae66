"""Chromium without a head, over plain WebDriver: what the tests of the HTML report need of it, and no more."""

import base64
import json
import os
import re
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request

CHROMIUM = next((found for found in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if found), None)
DRIVER = shutil.which("chromedriver")
KEYS = {"Escape": "\ue00c", "Enter": "\ue007", "Tab": "\ue004"}


class Browser:
    def __init__(self, width=1280, height=900):
        self.folder = tempfile.TemporaryDirectory()
        self.driver = subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                       env={**os.environ, "HOME": self.folder.name, "TMPDIR": self.folder.name})
        self.session = None
        try:
            port = next(m.group(1) for m in (re.search(r"on port ([1-9]\d*)", line) for line in self.driver.stdout) if m)
            self.url = f"http://127.0.0.1:{port}"
            self.session = self.call("POST", "/session", capabilities(width, height))["sessionId"]
        except Exception:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self.session:
            self.call("DELETE", f"/session/{self.session}")
        self.driver.terminate()
        self.driver.wait()
        self.driver.stdout.close()
        self.folder.cleanup()

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.url + path, method=method, headers={"Content-Type": "application/json"},
                                         data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=180) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def ask(self, path, body=None):
        return self.call("POST", f"/session/{self.session}/{path}", body or {})

    def open(self, path):
        self.ask("url", {"url": path if "://" in path else "file://" + os.path.abspath(path)})

    def run(self, script, *arguments):
        return self.ask("execute/sync", {"script": script, "args": list(arguments)})

    def protocol(self, command, **parameters):
        return self.ask("goog/cdp/execute", {"cmd": command, "params": parameters})

    def log(self, kind):
        return self.ask("se/log", {"type": kind})

    def press(self, key):
        key = KEYS.get(key, key)
        steps = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.ask("actions", {"actions": [{"type": "key", "id": "keys", "actions": steps}]})

    def type(self, words):
        for key in words:
            self.press(key)

    def size(self, width, height=900):
        self.protocol("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def prefer(self, scheme):
        self.protocol("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, path, whole=False):
        data = self.protocol("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        with open(path, "wb") as out:
            out.write(base64.b64decode(data))

    def paper(self, path):
        data = self.protocol("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]
        with open(path, "wb") as out:
            out.write(base64.b64decode(data))


def capabilities(width, height):
    options = {"binary": CHROMIUM, "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                                            "--hide-scrollbars", f"--window-size={width},{height}"]}
    return {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options,
                                             "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}}
