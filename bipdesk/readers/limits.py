"""How much of a foreign file is read: more is refused by name before it can fill the memory."""

FILE_BYTES = 20_000_000
UNPACKED_BYTES = 150_000_000
PARTS = 2_000
"""Files inside one workbook."""
FORMAT_BYTES = 3_000_000
"""Of the parts that hold no cells; a format of a few letters costs the library a thousand times its size."""
ROWS = 20_000
COLUMNS = 300
CELLS = 1_500_000
CELL_LETTERS = 4_000
AREAS = 20_000
"""Merged blocks of one sheet."""
ELEMENTS = 8_000_000
"""Of the XML of one sheet; a formatted cell without contents counts too."""
ELEMENTS_OF_A_ROW = 80_000
