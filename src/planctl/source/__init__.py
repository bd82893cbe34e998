"""Reading files: bytes to values with places. The only importer of yaml."""

from planctl.source.document import Document
from planctl.source.files import read_file, write_atomic
from planctl.source.lines import Lines
from planctl.source.position import span_of
from planctl.source.reader import read
from planctl.source.refusals import REFUSALS

__all__ = ["REFUSALS", "Document", "Lines", "read", "read_file", "span_of", "write_atomic"]
