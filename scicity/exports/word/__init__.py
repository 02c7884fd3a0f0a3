"""A briefing as a Word document by the measures of GB/T 9704—2012: written, read back, and its numbers compared.

Charts are native, tables are tables, every paragraph can be found again next month. The head's name, number and
signature are blanks: only a person gives authority. Fonts are named, never embedded.
"""

from scicity.exports.word.numbers import compared, numbers
from scicity.exports.word.reading import read
from scicity.exports.word.writing import docx_bytes

__all__ = ["compared", "docx_bytes", "numbers", "read"]
