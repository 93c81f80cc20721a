import-first-looked = Nothing is done when you send it. You first see, row by row, what would come of it.
import-columns = Columns
import-columns-hint = The first line names the columns, in any language of the hub and in any order. Other columns are not read.
import-needed = Needed
import-optional = May be left out
import-file = The table
import-limits = CSV, Excel or OpenDocument; { $rows } rows and { $size } at most
import-look = Look what it would do
import-earlier = Earlier tables
import-nameless = A table without a name
import-state-looked = Looked at, nothing done
import-state-done = Done
import-state-undone = Taken back
import-would = What would be done
import-came = What was done
import-unread = Not read: { $columns }.
import-sheets = { $count ->
    [one] The workbook has one more sheet with something in it: only the first was read.
   *[other] The workbook has { $count } more sheets with something in them: only the first was read.
 }
import-waiting = { $count ->
    [one] One row waits still.
   *[other] { $count } rows wait still.
 }
import-discard = Throw it away
done-import-discarded = The table was thrown away. Nothing was done.
import-undo = Take it back
import-undo-hint = What these rows brought is taken back, as far as nobody has gone on with it. This can be done for 30 days.
import-undo-rows = { $count ->
    [one] Take one row back
   *[other] Take { $count } rows back
 }
import-rows = Rows
import-line = Line
import-line-number = Line { $line }
import-bad-hint = Mend the rows that are left out in your file and send it again: what is done already stays as it is.
import-outcome = What comes of it
import-outcome-new = New
import-outcome-here = Already there
import-outcome-bad = Left out
import-outcome-done = Done
import-outcome-undone = Taken back
import-outcome-stays = Stays
error-import-file = This is no table that can be read. Save it as CSV UTF-8 or as an Excel workbook, and send it again.
error-import-encrypted = The workbook asks for a password. Save it without one, and send it again.
error-import-heavy = The workbook is too large to be read. Copy the rows into a new one, and send that.
error-import-columns = The first line does not name these columns: { $columns }. Add them, and send the table again.
error-import-column-twice = The column “{ $column }” is there twice. Leave one of them out, and send the table again.
error-import-rows = { $max ->
    [one] A table has one row at most. Send it in parts.
   *[other] A table has { $max } rows at most. Send it in parts.
 }
error-import-empty = There is no row below the first line.
error-import-letters = It has characters that cannot be read. Save the table as CSV UTF-8.
error-import-broken = It cannot be read as a row of cells.
error-import-long = It has { $cells } cells, but there are { $columns } columns. Put texts that hold the separator in quotes.
error-import-nameless = “{ $cell }” stands in column { $column }, which has no name.
error-import-twice = The same as line { $line }: only that line counts.
error-import-forbidden = You may not do this.
error-import-gone = What it is for is no longer there.
error-import-changed = Something changed meanwhile. Send the row again.
error-import-stays = Somebody has gone on with it.
error-import-over = This table was taken back or changed meanwhile. This is how it stands now.
error-import-wait = { $count ->
    [one] That was as much as can be done today. Go on in an hour with the rows that wait.
   *[other] That was as much as can be done today. Go on in { $count } hours with the rows that wait.
 }
record-import-done = Rows of a table taken
record-import-undone = Rows of a table taken back

merge-imports = Tables that were brought in
