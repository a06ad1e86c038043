"""Documents in, text out: what a file is, by its content, and its words in reading order.

``read_document`` is all that callers need. Each format has a module of its own, loaded when a
document of that format comes, with the library that it needs.
"""

from plans.documents.document import Block, Document, Note
from plans.documents.reader import read_document, read_pasted

__all__ = ["Block", "Document", "Note", "read_document", "read_pasted"]
