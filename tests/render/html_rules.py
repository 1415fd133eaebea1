"""What must hold of every HTML page, told without a browser."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import lxml.html


def faults(page: str) -> list[str]:
    """Everything about a page that would bar a reader, or that would reach out of the file."""
    tree: Any = lxml.html.fromstring(page)
    return [*_shape(tree), *_tables(tree), *_links(tree), *_outside(page, tree)]


def _shape(tree: Any) -> list[str]:
    found: list[str] = []
    if tree.get("lang") != "en-GB":
        found.append("no language")
    if len(tree.findall(".//h1")) != 1 or not tree.findtext(".//title"):
        found.append("not one main heading and a title")
    levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
    if any(after > before + 1 for before, after in pairwise(levels)):
        found.append("a heading level is skipped")
    if [len(tree.findall(f".//{tag}")) for tag in ("header", "main", "footer")] != [1, 1, 1]:
        found.append("landmarks")
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    if len(ids) != len(set(ids)):
        found.append("an id stands twice")
    return found


def _tables(tree: Any) -> list[str]:
    found: list[str] = []
    captions: list[str] = []
    for table in tree.iter("table"):
        captions.append("".join(one.text_content() for one in table.iter("caption")))
        found += ["a heading cell has no scope" for th in table.iter("th") if not th.get("scope")]
        found += [
            "an empty heading cell" for th in table.iter("th") if not th.text_content().strip()
        ]
    if "" in captions or len(captions) != len(set(captions)):
        found.append(f"captions: {captions}")
    return found


def _links(tree: Any) -> list[str]:
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    found = [
        f"a link leads nowhere: {one.get('href')}"
        for one in tree.iter("a")
        if one.get("href", "")[:1] != "#" or one.get("href")[1:] not in ids
    ]
    first = next(tree.iter("a"), None)
    if first is None or first.get("href") != "#main":
        found.append("no skip link")
    labelled = {one.get("for") for one in tree.iter("label")}
    found += [
        "a box without a label" for one in tree.iter("input") if one.get("id") not in labelled
    ]
    return found


def _outside(page: str, tree: Any) -> list[str]:
    found = [
        f"<{one.tag}>" for one in tree.iter("script", "link", "img", "iframe", "object", "form")
    ]
    if re.search(r"https?:|url\(|@import|javascript:| on[a-z]+=", page):
        found.append("something that reaches out of the file")
    if "default-src 'none'" not in page:
        found.append("no policy")
    return found
