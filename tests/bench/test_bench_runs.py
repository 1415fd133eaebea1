"""The benchmarks run, on tiny sizes.  Nothing is timed here: a busy machine proves nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
HEADINGS = {
    "decisions": ["Deciding alone", "Whole decisions"],
    "memory": ["Memory: growth"],
    "document": ["A draft of"],
    "start": ["Starting: one command"],
}


def run(*arguments):
    command = [sys.executable, str(BENCH / "run.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("figure", HEADINGS)
def test_a_figure_is_measured_and_printed_as_a_table(figure):
    done = run("--quick", figure)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    for heading in HEADINGS[figure]:
        assert f"## {heading}" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("seed", [20040009, 1])
def test_the_definition_written_by_hand_agrees_with_the_rules(seed):
    code = f"import fig_decisions; print(sum(fig_decisions.agreement(300, {seed}).values()))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=BENCH, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"change bench/nested.py with the rule: {done.stderr[-600:]}"
    assert done.stdout == "300\n"


def test_a_figure_that_does_not_exist_is_refused_by_name():
    done = run("--quick", "speed")
    assert done.returncode == 2
    assert "no such figure: speed" in done.stderr


def test_results_are_written_only_when_asked(tmp_path):
    before = (BENCH / "results.md").read_bytes()
    run("--quick", "start")
    assert (BENCH / "results.md").read_bytes() == before
