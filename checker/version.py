"""The program's version, said once."""

VERSION = "0.1.0"
PROGRAM = f"dhr-checker {VERSION}"
