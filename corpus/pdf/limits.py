"""What bounds the reading of one PDF: no report comes near, a hostile file stops there with a message."""

#: Pages that are read; the others are left out with a warning.
PAGES = 2_000
#: Characters read on one page; a dense page of print has 6,000.
CHARACTERS = 20_000
#: Words read in one document, and on one page whose columns are sought; a page of print has 1,000.
WORDS = 400_000
WORDS_IN_COLUMNS = 4_000
#: Rules of tables on one page.
RULES = 1_200
#: Coloured surfaces of one page, among which boxes are sought.
SURFACES = 60
#: Drawn objects looked at on one page, when rules of tables are sought.
OBJECTS = 20_000
#: Memory of the process that parses, in bytes.
MEMORY = 2_000_000_000
#: Bytes that the process may write.
OUTPUT = 1_000_000_000
#: Seconds that one document may take, whatever it holds: a start, and more for each megabyte of the file.
SECONDS = 45.0
SECONDS_PER_MEGABYTE = 2.0
#: Seconds of recognition for one image, and images recognised in one document.
OCR_SECONDS = 90.0
OCR_PAGES = 200
#: Dots per inch at which a page is drawn to be recognised, and the most dots of one image.
RESOLUTION = 250
DOTS = 60_000_000
