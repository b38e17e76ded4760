/// Reads tables as spreadsheets and address books write them; see `docs/decisions/0018-own-csv-reader.md`.
@NullMarked
package org.patchbay.contacts.csv;

import org.jspecify.annotations.NullMarked;
