"""axe-core over every HTML page, in a real headless Chromium.

The page as it is forbids scripts; the copy that is tested has its policy taken out and axe
put in.  Nothing is fetched: axe is read from the disk.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.render import decision_html

from .pages import CASES, fixture

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1200, 500)
"""Of the window, in pixels: a desk and a telephone, where tables are laid out anew."""
_RUN = """
<pre id="axe-result"></pre>
<script>
axe.run(document, {runOnly: %s}).then(function (found) {
  var short = found.violations.concat(found.incomplete).map(function (one) {
    return {id: one.id, help: one.help, nodes: one.nodes.map(function (n) { return n.html; })};
  });
  document.getElementById("axe-result").textContent =
    "DONE" + JSON.stringify({faults: short, passes: found.passes.length});
});
</script>
"""


def violations(
    page: str, chromium: str, axe: str, folder: Path, width: int = WIDTHS[0]
) -> dict[str, Any]:
    """What axe finds wrong, or cannot tell, in a page; and how many rules passed."""
    open_page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    script = f"<script>{axe}</script>" + _RUN % json.dumps(TAGS)
    file = folder / "page.html"
    file.write_text(open_page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    made = subprocess.run(
        [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900",
            "--virtual-time-budget=60000", "--dump-dom", file.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )  # fmt: skip
    found = re.search(r'<pre id="axe-result">DONE(.*?)</pre>', made.stdout, re.DOTALL)
    assert found, f"axe did not finish: {made.stderr[-500:]}"
    return json.loads(html.unescape(found.group(1)))


@pytest.mark.slow
@pytest.mark.parametrize("kind", CASES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(kind: str, width: int, chromium: str, axe: str, tmp_path: Path):
    found = violations(decision_html.render(fixture(kind)), chromium, axe, tmp_path, width)
    assert found["passes"] > 20
    assert found["faults"] == []


@pytest.mark.slow
def test_axe_would_find_something(chromium: str, axe: str, tmp_path: Path):
    """A test of the test: a page that is broken fails."""
    page = decision_html.render(fixture("met")).replace('lang="en-GB"', "")
    page = page.replace("#1a1a1a", "#bbbbbb")
    found = violations(page, chromium, axe, tmp_path)
    assert {"html-has-lang", "color-contrast"} <= {one["id"] for one in found["faults"]}
