"""Sentences of codes R###: files that people bring.

R1## the file, R2## the sheet, R3## headings, R4## cells, R5## rows.
"""

SENTENCES: dict[str, str] = {
    "R101": "The file is empty. Choose the file that holds the table.",
    "R102": "The file has {size:,} MiB; at most {limit:,} MiB are read. Remove pictures and other sheets, or "
    "divide the table.",
    "R103": "This is a spreadsheet of the old kind (.xls). Open it and save it as .xlsx, or as CSV UTF-8.",
    "R104": "The file is protected by a password. Open it, take the password away, and save it again.",
    "R105": "This is a web page under the name of a spreadsheet. Open it in a spreadsheet program and save it as "
    ".xlsx.",
    "R106": "The file is of another kind: {kind}. Save the table as .xlsx, or as CSV UTF-8.",
    "R107": "Reading needs more than {limit:,} MiB of memory, more than an honest table of this size takes. "
    "Copy the cells into a new spreadsheet and bring that one.",
    "R108": "Reading was stopped after {limit:,} seconds. Copy the cells into a new spreadsheet, or divide the table.",
    "R109": "The file holds more than {limit:,} MiB of text. Divide the table.",
    "R110": "Reading stopped and nothing was taken over. Copy the cells into a new spreadsheet and bring that one; "
    "if it happens again, tell the operator, who finds the reason in the journal.",
    "R111": "The file is damaged, or was cut off on its way. Save it anew in a spreadsheet program and bring it again.",
    "R112": "Unpacked, the file has more than {limit:,} MiB. Copy the cells into a new spreadsheet and bring that one.",
    "R113": "This part of the file grows more than {limit:,} times when it is unpacked, as no honest table does. "
    "Copy the cells into a new spreadsheet and bring that one.",
    "R114": "The file is made of {count:,} parts; at most {limit:,} are read. Copy the cells into a new spreadsheet.",
    "R115": "A part of the file is named so that it would land outside it. Copy the cells into a new spreadsheet.",
    "R116": "A part of the file is encrypted. Open it, take the password away, and save it again.",
    "R117": "Another file is hidden inside this one. Remove what is embedded, or copy the cells into a new "
    "spreadsheet.",
    "R118": "This part is missing, so it is no spreadsheet. Save it anew as .xlsx in a spreadsheet program.",
    "R119": "The part defines a document type or entities, which no spreadsheet program writes. "
    "Copy the cells into a new spreadsheet and bring that one.",
    "R120": "The part is not well formed, or not in UTF-8 (line {line}). Save the file anew in a spreadsheet program.",
    "R121": "The file carries macros. Save it as .xlsx without macros.",
    "R122": "The file draws on other files. Break the links (Data, Edit links) and save it again; plain "
    "hyperlinks may stay.",
    "R123": "Elements lie more than {limit:,} deep inside each other. Copy the cells into a new spreadsheet.",
    "R124": "Two parts of the file have this name. Save it anew in a spreadsheet program.",
    "R125": "The sheet with the table is hidden. Show the sheet and look it through, then bring the file again.",
    "R126": "This sheet also holds something; only the sheet {read} is read. Remove it, or bring it as a file of "
    "its own.",
    "R127": "The file has no worksheet. Put the table on a worksheet.",
    "R128": "Rows and cells stand out of order or outside the grid, after row {row}. Save the file anew in a "
    "spreadsheet program.",
    "R129": "Something stands below row {limit:,}, the last that is read. Delete the rows below the table, or "
    "divide it.",
    "R130": "Something stands to the right of column {limit:,}, the last that is read. Delete the columns beside "
    "the table.",
    "R131": "The area in use has more than {limit:,} cells. Delete the rows and columns around the table, or "
    "divide it.",
    "R140": "The octet {octet} is not UTF-8; the file may have been saved in an older encoding such as Windows-1251 or "
    "Windows-1254. Save it as CSV UTF-8, so that no letter has to be guessed.",
    "R141": "The file holds NUL octets as UTF-16 does, but without the mark at its beginning. Save it as CSV UTF-8.",
    "R142": "The file is in UTF-32. Save it as CSV UTF-8.",
    "R143": "A quotation mark is opened and not closed here, or something follows a closing one. "
    'Close it; inside a quoted cell write it twice ("").',
    "R144": "A cell has more than {limit:,} characters; perhaps a quotation mark is not closed. Shorten the cell.",
    "R145": "The cells are separated by {separator}. Save the file with comma, semicolon or tab between the cells.",
    "R146": "The file begins as UTF-16 but is broken. Save it as CSV UTF-8.",
    "R148": "The file is not in the encoding `{encoding}`, or there is none of that name. Mend `encoding` in the map.",
    "R147": "The line has more than {limit:,} characters; perhaps the line breaks are lost. Save the table anew.",
    "R201": "A formula stands here. Put its value in its place: copy, then paste values.",
    "R202": "An error value stands here (such as #REF!). Write the value that belongs here.",
    "R203": "These cells are merged, so it is unclear to which rows the value belongs. Unmerge them and fill "
    "every row.",
    "R204": "The row is hidden or filtered away. Show it and look it through, or delete it.",
    "R205": "The column is hidden. Show it and look it through, or delete it.",
    "R206": "The number has more than 15 digits, and a spreadsheet has lost the last ones. "
    "Format the cell as text and write the number again.",
    "R207": "The cell has more than {limit:,} characters. Shorten it.",
    "R301": "There is no row below the headings. Write the table below them.",
    "R302": "The column {wanted} is missing. Add it, with this heading.",
    "R303": "The heading {found} stands here a second time; the first is in {first}. Delete or rename one of the "
    "columns.",
    "R304": "The heading {found} is unknown. Delete the column, or give it a heading of the template.",
    "R305": "The heading {found} is unknown; {wanted} is missing and looks like it. If it is meant, write {wanted}.",
    "R306": "The headings stand here and not in row 1. Delete the rows above them.",
    "R307": "{found} stands in a column without heading. Delete it, or put it into a column with a heading.",
    "R308": "The row has {count} cells, the headings are {wanted}. Perhaps a quotation mark or a separator is missing; "
    "write every cell, also the empty ones.",
    "R401": "The cell is empty, but the column is required. Fill it in.",
    "R402": "The text has {length:,} characters, at most {limit:,} may stand here. Shorten it.",
    "R403": "The cell holds an invisible character that changes the direction of writing: {found}. Type the cell anew.",
    "R404": "The cell holds an invisible control character: {found}. Type the cell anew.",
    "R405": "The cell holds the sign for a lost letter: {found}. The file was once saved in a wrong encoding; "
    "correct the text.",
    "R406": "{found} begins like a formula. Leave the cell empty, or begin it with a letter or a digit.",
    "R407": "The cell goes over several lines. Write it on one line.",
    "R411": "{found} is not a whole number. Write digits only.",
    "R412": "{found} has separators between its digits. Write the digits only, such as 1200.",
    "R413": "{found} is too small: the least that may stand here is {limit:,}. Correct the number.",
    "R414": "{found} is not a number. Write digits, with a full stop before the fraction.",
    "R415": "{found} is not a date in the form year-month-day. Write it such as 2024-02-07, so that day and "
    "month stay apart.",
    "R416": "{found} is the inner number of a date. Format the cell as a date, or write it such as 2024-02-07.",
    "R417": "There is no day {found} in the calendar. Correct the date.",
    "R418": "{found} is not a time of day. Write hours and minutes from 00:00 to 23:59, such as 08:00.",
    "R419": "{found} is too large: the most that may stand here is {limit:,}. Correct the number.",
    "R420": "{found} cannot be taken: {reason}. Correct the cell.",
    "R421": "The time zone {found} is unknown. Write an IANA name such as Asia/Baku.",
    "R422": "{found} is an offset or not tied to a place; offsets change with summer time and by law. "
    "Write an IANA name such as Asia/Baku.",
    "R423": "The time zone {found} is unknown. If {near} is meant, write {near}.",
    "R424": "{found} is not a country code. Write the two letters of ISO 3166, such as AZ.",
    "R425": "{found} is not among the allowed values. Write one of: {choices}.",
    "R501": "The row describes {found} again, which row {first} does already. Delete one of the two rows, or "
    "correct it.",
    "R502": "And {count:,} more problems. Mend those that are listed and bring the file again.",
}
