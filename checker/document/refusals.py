"""Every reason for which a file is refused, and what its owner can do about it.

The code is stable and for machines; the two sentences are for a person who only knows
that "it opens in Word".
"""

from __future__ import annotations

from typing import Final

from ..errors import DocumentError

_SAVE_AGAIN = "Open it in Word, save it again as Word Document (.docx), and check that copy."
_SAVE_AS = "Open it in Word and use File > Save As > Word Document (.docx)."
_REPAIR = "Open it in Word, let Word repair it, and save it under a new name."
_NOT_A_REPORT = "If it came from outside your organisation, do not open it; ask its sender."

REFUSALS: Final[dict[str, tuple[str, str]]] = {
    "missing": (
        "There is no such file.",
        "Check the name and the folder; put a name with spaces in quotation marks.",
    ),
    "directory": ("This is a folder, not a file.", "Name the .docx file in it."),
    "unreadable": (
        "The file cannot be opened.",
        "Close it in Word. If it lies in OneDrive or SharePoint, open it once so that it is"
        " downloaded. Otherwise ask who may read it.",
    ),
    "stream": ("The input gives no bytes.", "Open it in binary mode, and before it is closed."),
    "empty": (
        "The file is empty: it may not have been downloaded.",
        "Open it once in Word so that OneDrive or SharePoint downloads it, or copy it again.",
    ),
    "not-a-zip": ("This is not a Word document, whatever its name says.", _SAVE_AS),
    "text": (
        "This is a plain text file, not a Word document.",
        "Name the .docx file. A case record goes to `dhr decide`, or after --case.",
    ),
    "pdf": ("This is a PDF.", "Ask for the Word document (.docx) that it was made from."),
    "rtf": ("This is a Rich Text file.", _SAVE_AS),
    "html": ("This is a web page.", _SAVE_AS),
    "flat-xml": ("This is a Word document saved as one XML file.", _SAVE_AS),
    "legacy-doc": ("This is a Word 97-2003 document (.doc).", _SAVE_AS),
    "ole": ("This is an old Office file or an e-mail, not a Word document.", _SAVE_AS),
    "password": (
        "The document is protected by a password.",
        "Open it in Word, remove it under File > Info > Protect Document, and save a copy.",
    ),
    "rights": (
        "The document is protected by rights management.",
        "Ask its owner for a copy without restricted access.",
    ),
    "odt": ("This is an OpenDocument text.", _SAVE_AS),
    "spreadsheet": ("This is an Excel workbook.", "Name the Word document instead."),
    "presentation": ("This is a PowerPoint presentation.", "Name the Word document instead."),
    "other-zip": ("This is a zip archive, not a Word document.", "Unpack it and name the .docx."),
    "truncated": ("The end of the file is missing.", "Copy or download it again."),
    "damaged": ("The file is damaged: a part cannot be unpacked.", _REPAIR),
    "zip-encrypted": (
        "A part of the file is encrypted inside the package.",
        "Unpack it with the program that encrypted it, then check the document.",
    ),
    "compression": (
        "The file is packed with a method that Word does not use.",
        _SAVE_AGAIN,
    ),
    "members": ("The file holds far more parts than a Word document.", _NOT_A_REPORT),
    "bomb": ("The file unpacks to far more than it should: it may be an attack.", _NOT_A_REPORT),
    "too-large": ("The file is larger than this program reads.", "Compress its pictures in Word."),
    "no-document": ("The package holds no Word document.", _REPAIR),
    "wrong-root": ("The main part of the file is not a Word document.", _REPAIR),
    "xml": ("A part of the file is not well-formed XML.", _REPAIR),
    "encoding": ("A part of the file has characters that XML does not allow.", _REPAIR),
    "dtd": ("A part of the file declares a DTD, which Word never does.", _NOT_A_REPORT),
    "depth": ("A part of the file is nested too deeply.", _NOT_A_REPORT),
    "huge-text": ("A part of the file holds one text of more than 10 MB.", _NOT_A_REPORT),
    "internal": (
        "The file is built in a way that this program does not understand.",
        _SAVE_AGAIN,
    ),
}


def refuse(reason: str, where: str = "") -> DocumentError:
    """The error for ``reason``, a key of REFUSALS; ``where`` is a part's name, if it is one part.

    The name of the file is not added: it may hold a person's name.
    """
    what, mend = REFUSALS[reason]
    return DocumentError(what, where=where, mend=mend, code=f"document.{reason}")
