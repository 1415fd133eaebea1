"""How a run looks: direct formatting laid over character, paragraph and default styles.

Word combines *toggle* properties (bold, hidden ...) of nested styles by exclusive or, and
takes direct formatting as it stands (ECMA-376 part 1, 17.7.3).  All other properties are
simply overridden.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .content import Format
from .names import VAL, is_on, w
from .parts import Element

Look = Mapping[str, str]
"""Properties set in one place, by local name; toggles as ``1`` or ``0``."""

EMPTY: Final[Look] = {}
TOGGLES: Final = ("b", "i", "strike", "caps", "vanish")
_TOGGLE_TAGS: Final = {w(name): name for name in (*TOGGLES, "dstrike", "specVanish")}
_VALUE_TAGS: Final = {w(name): name for name in ("u", "highlight", "sz", "rStyle")}
_COLOUR: Final = w("color")
_SHADING: Final = w("shd")
_FILL: Final = w("fill")
_THEME: Final = w("themeColor")
_THEME_FILL: Final = w("themeFill")
LOOK_TAGS: Final = frozenset({*_TOGGLE_TAGS, *_VALUE_TAGS, _COLOUR, _SHADING})
"""Elements of run properties that :func:`read_look` reads."""
# The theme's two light colours are white in every theme that Word ships.
_THEME_COLOURS: Final = {
    "background1": "FFFFFF",
    "bg1": "FFFFFF",
    "light1": "FFFFFF",
    "text1": "000000",
    "tx1": "000000",
    "dark1": "000000",
}


def read_look(rpr: Element | None) -> dict[str, str]:
    """What a ``w:rPr`` sets, as far as this reader cares."""
    look: dict[str, str] = {}
    if rpr is None:
        return look
    for item in rpr:
        tag = item.tag
        if tag in _TOGGLE_TAGS:
            look[_TOGGLE_TAGS[tag]] = "1" if is_on(item.get(VAL)) else "0"
        elif tag in _VALUE_TAGS:
            look[_VALUE_TAGS[tag]] = item.get(VAL, "")
        elif tag == _COLOUR:
            look["color"] = _colour(item.get(VAL, ""), item.get(_THEME))
        elif tag == _SHADING:
            look["shd"] = shading(item)
    return look


def shading(shd: Element | None) -> str:
    """The background a ``w:shd`` gives: six hexadecimal digits, or empty."""
    if shd is None:
        return ""
    if shd.get(VAL) == "solid":  # the pattern's own colour covers the fill
        return _colour(shd.get(_COLOUR, ""), shd.get(_THEME))
    return _colour(shd.get(_FILL, ""), shd.get(_THEME_FILL))


def _colour(value: str, theme: str | None) -> str:
    if theme in _THEME_COLOURS:
        return _THEME_COLOURS[theme]
    return "" if value.lower() == "auto" else value.upper().lstrip("#")[:6]


def combine(defaults: Look, paragraph: Look, character: Look, direct: Look) -> Format:
    """The effective format of a run, from the document's defaults down to the run itself."""
    merged = {**defaults, **paragraph, **character, **direct}
    for name in TOGGLES:
        if name not in direct:
            merged[name] = _toggled(name, defaults, paragraph, character)
    return Format(
        bold=merged["b"] == "1",
        italic=merged["i"] == "1",
        underline=merged.get("u", "none") not in ("none", "0", ""),
        strike=merged["strike"] == "1" or merged.get("dstrike") == "1",
        caps=merged["caps"] == "1",
        colour=merged.get("color", ""),
        highlight="" if merged.get("highlight") == "none" else merged.get("highlight", ""),
        shading=merged.get("shd", ""),
        size=_points(merged.get("sz", "")),
        hidden=merged["vanish"] == "1",
    )


def _toggled(name: str, defaults: Look, *styles: Look) -> str:
    if defaults.get(name) == "1":
        return "1"
    return "1" if sum(style.get(name) == "1" for style in styles) % 2 else "0"


def _points(half: str) -> float:
    """Half-points (or Strict's ``12pt``) as points; 0 for nonsense."""
    try:
        points = float(half[:-2]) if half.endswith("pt") else float(half) / 2
    except ValueError:
        return 0.0
    return points if 0 < points < 2_000 else 0.0
