"""Survey a package: which part is the document, which hold text, which are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from .annexes import Annexes
from .drafts import Gathered
from .harvest import reads_like_text
from .package import Link, Package
from .pictures import describe_picture
from .place import Story
from .refusals import refuse

_MAIN_TYPE: Final = "wordprocessingml.document.main+xml"
_KINDS: Final = (
    ("application/vnd.ms-word.document.macroenabled.main+xml", "docm"),
    ("application/vnd.ms-word.template.macroenabledtemplate.main+xml", "dotm"),
    ("wordprocessingml.template.main+xml", "dotx"),
    (_MAIN_TYPE, "docx"),
)
_FOREIGN: Final = (
    ("spreadsheetml", "spreadsheet"),
    ("ms-excel", "spreadsheet"),
    ("presentationml", "presentation"),
    ("ms-powerpoint", "presentation"),
)
_PICTURES: Final = frozenset(
    {
        "png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "tif", "tiff", "emf", "wmf", "emz",
        "wmz", "webp", "heic", "ico", "wdp", "hdp", "pct",
    }
)  # fmt: skip
_SILENT: Final = frozenset({"odttf", "ttf", "otf", "fntdata"})
_VITAL = re.compile(
    r"(header|footer|footnotes|endnotes|comments|document|styles|numbering)\d*\.xml$", re.IGNORECASE
)
# Order of the stories after the body; the rest follows in the order of names.
_ORDER: Final = ("header", "footer", "footnotes", "endnotes", "comments", "glossary")
_MACHINE_NAME = re.compile(
    r"(?:.*/)?(?:(?:image|header|footer|item|itemprops|chart|colors|style|styles|data|layout|"
    r"drawing|quickstyle|oleobject|theme|document|settings|websettings|fonttable|numbering|"
    r"footnotes|endnotes|comments|commentsextended|commentsids|commentsextensible|people|core|app|"
    r"custom|thumbnail|vbaproject|vbadata|activex|font|hdphoto|diagrams?|afchunk|"
    r"stylewitheffects|styleswitheffects|embeddings|microsoft_\w*|printersettings|"
    r"themeoverride|chartex|keymap|customizations|attachedtoolbars|\[content_types\]|origin|sig)"
    r"\d*(?:\.\w+)?(?:\.rels)?|(?:.*/)?\.rels)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Contents:
    """What a package holds, by use."""

    main: str
    kind: str
    helpers: dict[str, str]
    """The parts of styles and numbering that the document uses."""
    xml: list[str] = field(default_factory=list[str])
    pictures: list[str] = field(default_factory=list[str])
    embedded: list[str] = field(default_factory=list[str])
    imported: list[str] = field(default_factory=list[str])
    external: list[str] = field(default_factory=list[str])
    macros: bool = False
    signed: bool = False

    def is_vital(self, part: str) -> bool:
        """Whether a report without this part would be a false promise."""
        return bool(_VITAL.search(part)) and not part.lower().startswith("customxml/")

    def harvest(self, package: Package, gathered: Gathered, annexes: Annexes) -> None:
        """Take texts that no part holds: links, names of parts, data inside pictures."""
        _links(self, package, gathered, annexes)
        for name in package.names:
            if not _MACHINE_NAME.fullmatch(name):
                gathered.piece(name.rpartition("/")[2], "name of a part", Story.PART_NAME, name)
        gathered.piece(package.comment, "comment of the zip archive", Story.OTHER, "")
        for name, text in package.member_comments():
            gathered.piece(text, "comment of a zip member", Story.OTHER, name)
        for name in self.pictures[: package.limits.pictures]:
            head = package.head(name, package.limits.picture_head)
            for label, text in describe_picture(head):
                gathered.piece(text, label, Story.PICTURE, name)


def survey(package: Package) -> Contents:
    """Find the document in a package and sort the other parts.

    Raises DocumentError: ``document.odt``, ``.spreadsheet``, ``.presentation``,
    ``.other-zip``, ``.no-document``.
    """
    main = _main_part(package)
    contents = Contents(main, _kind(package, main), _helpers(package, main))
    for name in package.names:
        _sort_in(contents, package, name)
    contents.xml.sort(key=_position)
    _warn(contents, package)
    return contents


def _main_part(package: Package) -> str:
    roots = package.links("")
    if not roots:
        package.warn("package.no-links", "The package does not say which part is the document.")
    targets = [link.target for link in roots if link.kind == "officedocument"]
    typed = [n for n in package.names if any(t in package.content_type(n) for t, _ in _KINDS)]
    for candidate in (*targets, *typed, "word/document.xml"):
        found = package.find(candidate)
        if found is not None:
            _refuse_foreign(package, found)
            return found
    raise refuse(_what_else(package))


def _refuse_foreign(package: Package, main: str) -> None:
    for sign, reason in _FOREIGN:
        if sign in package.content_type(main):
            raise refuse(reason)


def _what_else(package: Package) -> str:
    for name in package.names:
        for sign, reason in _FOREIGN:
            if sign in package.content_type(name):
                return reason
    if package.find("mimetype") and package.find("content.xml"):
        return "odt"
    word = any(name.lower().startswith("word/") for name in package.names)
    return "no-document" if word or package.find("[Content_Types].xml") else "other-zip"


def _kind(package: Package, main: str) -> str:
    declared = package.content_type(main)
    return next((kind for sign, kind in _KINDS if sign in declared), "docx")


def _helpers(package: Package, main: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("styles", "numbering"):
        linked = [link.target for link in package.links(main) if link.kind == kind]
        folder = main.rpartition("/")[0]
        for candidate in (*linked, f"{folder}/{kind}.xml" if folder else f"{kind}.xml"):
            part = package.find(candidate)
            if part is not None:
                found[kind] = part
                break
    return found


def _sort_in(contents: Contents, package: Package, name: str) -> None:
    low, declared = name.lower(), package.content_type(name)
    ending = low.rpartition(".")[2]
    if low.startswith("_xmlsignatures/") or "digital-signature" in declared:
        contents.signed = True
    if ending in _PICTURES:
        contents.pictures.append(name)
    elif "vbaproject" in low or "vbaproject" in declared:
        contents.macros = True
    elif "/embeddings/" in f"/{low}" or "oleobject" in declared:
        contents.embedded.append(name)
    elif ending == "rels" or ending in _SILENT:
        pass
    elif _is_xml(package, name, ending, declared):
        contents.xml.append(name)
    elif not low.startswith(("word/printersettings", "word/activex")):
        package.warn("unread.part", "A part is of a kind that is not read.", name)


def _is_xml(package: Package, name: str, ending: str, declared: str) -> bool:
    if ending in ("xml", "vml", "svg") or declared.endswith("xml"):
        return not declared.endswith(("xhtml+xml", "html"))
    head = package.head(name, 64).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return head.startswith(b"<?xml")


def _position(name: str) -> tuple[int, str]:
    base = name.lower()
    where = next((i for i, word in enumerate(_ORDER) if word in base), len(_ORDER))
    if "glossary" in base:
        where = _ORDER.index("glossary")
    return where, name


def _warn(contents: Contents, package: Package) -> None:
    if contents.macros:
        package.warn("file.macros", "The file holds macros; they were not run.")
    if contents.kind in ("dotx", "dotm"):
        package.warn("file.template", "The file is a template, not a document.")
    if contents.signed:
        package.warn("file.signed", "The file is digitally signed; any change breaks that.")
    for part in contents.embedded:
        package.warn("unread.embedded", "A file of another program is embedded; not read.", part)


def _links(contents: Contents, package: Package, gathered: Gathered, annexes: Annexes) -> None:
    known = {(p.part, p.text) for p in gathered.pieces}
    for source in ("", *package.names):
        if source.lower().endswith(".rels"):
            continue
        for link in package.links(source):
            if link.kind == "afchunk":
                contents.imported.append(link.target)
                package.warn("unread.imported", "Imported content was not read.", link.target)
            elif link.kind == "subdocument":
                package.warn("unread.subdocument", "A sub-document was not read.", source)
            if link.external:
                contents.external.append(link.target)
            _keep_link(link, source, package, gathered, known)
            if link.kind == "attachedtemplate":
                annexes.property("settings", "attachedTemplate", link.target, source)


def _keep_link(
    link: Link,
    source: str,
    package: Package,
    gathered: Gathered,
    known: set[tuple[str, str]],
) -> None:
    """Keep where a link leads, unless the paragraph that has it is known already."""
    if (source, link.target.strip()) in known:
        return
    if link.external:
        template = link.kind == "attachedtemplate"
        label = "template path" if template else f"link target ({link.kind})"
        gathered.piece(link.target, label, Story.HYPERLINK, source)
    elif package.find(link.target) is None and reads_like_text(link.target):
        gathered.piece(link.target, "link to a missing part", Story.PART_NAME, source)
