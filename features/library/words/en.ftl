menu-library = Library
menu-mine = My documents
menu-upload = Upload a document
menu-glass = City-only documents
menu-glass-hint = Open them in an emergency. This is recorded, and the city is told.
library-title = Library
library-description = Strategies, action plans, evaluations, case studies and toolkits of member cities and of the network, in full text and in many languages.
library-search = Search the library
library-search-hint = Titles, texts, cities, countries, themes and years, in any language, with or without accents.
library-count = { $count ->
    [0] No document
    [one] One document
   *[other] { $count } documents
  }
named-label = Named in your search
named-city = City: { $name }
named-region = Region: { $name }
named-country = Member cities: { $name }
named-theme = Theme: { $name }
library-corrected = No document has “{ $typed }”. Shown are those with similar words, such as “{ $similar }”.
library-help = How to search
library-help-words = Words are found in all their forms and spellings, and by what they mean in other languages. Small words such as “the” are passed over.
library-help-phrase = “local action plan” in quotation marks: exactly these words, in this order.
library-help-not = schools -police: without the word after the minus sign.
library-help-begin = school*: all words that begin like this.
library-help-or = schools OR libraries: one or the other.
library-help-title = title:plan: this word in the title.
library-narrowed = With these filters no document has all your words. These have some of them.
library-whole = { $count ->
    [0] No document has all your words. These have some of them.
    [one] One document has all your words. It comes first; the others have most of them.
   *[other] { $count } documents have all your words. They come first; the others have most of them.
  }
library-ways = Other searches
library-missing = Not in it: { $words }
library-found-by = Found by “{ $term }” ({ $language })
library-across = Some documents were found by what your words mean in their language.
library-across-off = Search for my words only
library-own-words = Only your own words were searched for.
library-across-on = Search in other languages too
library-page = p. { $page }
library-none = No document matches
library-none-hint = Try fewer words, other words or another spelling. Documents that a city keeps to itself are not shown here.
library-none-narrowed = No document matches with these filters
library-none-narrowed-hint = Other documents have your words. Take a filter away, or search without filters.
library-all = All documents
library-empty = No document from a city yet
library-empty-hint = Whoever has a role for a member city can upload the first one.
sort-relevance = Best match
sort-readable = Your language first
sort-newest = Newest first
sort-oldest = Oldest first
sort-title = Title
sort-city = City
sort-language = Language
theme = Theme
themes = Themes
themes-needed = Choose themes from the list.
themes-hint = Up to 12
city-documents = Documents
city-documents-none = No documents for you to read yet
city-documents-all = { $count ->
    [one] One document in the library
   *[other] { $count } documents in the library
  }
home-themes = By theme
home-themes-all = Other themes in the library
home-newest = New in the library
figure-documents = { $count ->
    [one] public document in the library
   *[other] public documents in the library
  }
figure-now = counted now

type-action-plan = Action plan
type-strategy = Strategy
type-case-study = Case study
type-toolkit = Toolkit
type-guide = Guide
type-evaluation = Evaluation
type-research = Research
type-training = Training material
access-public = Everyone
access-public-hint = Everyone can read this, also without an account.
access-members = Members
access-members-hint = People from member cities and from the network’s own team can read this once they are signed in.
access-city = This city only
access-city-hint = Only people with a role for this city can read this.
access-named = Named people
access-named-hint = Only the people named for it can read this.

doc-title = Title
doc-title-hint = In the document’s own language
doc-abstract = Summary
doc-abstract-hint = Two or three sentences, in the document’s own language. At most 2,000 characters.
doc-city = City
doc-city-needed = Choose a city from the list.
doc-from = From
doc-of-network = The network
doc-type = Type
doc-type-needed = Choose a type.
doc-year = Year
doc-year-hint = The year of the document, if you know it
doc-language = Language
doc-language-needed = Choose a language from the list.
doc-language-detect = Detect it from the file
doc-language-ask = In which language is this document?
doc-language-ask-hint = Its file does not say clearly enough. Those who search in its language find it by every form of a word.
doc-access = Who can read it
doc-address = Page
doc-upload = File
doc-upload-hint = PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, DOC, PPT, XLS, XLSB, RTF, HTML or TXT.
doc-declared = I confirm that it contains nothing sensitive
doc-declared-hint = No personal data, nothing about any person’s case, nothing that the city is not allowed to share. I have the right to share it.
doc-download = Download
doc-reading = The file is being read. In a moment its text can be searched too.
doc-reading-again = Refresh
doc-unread = The text of this file could not be read.
doc-unread-hint = The file is kept and can be downloaded. It can be found by its title and summary.
trouble-encrypted = It is protected with a password. Replace it with a file without one.
trouble-damaged = It is damaged. Open it on your computer, save it again, and replace it.
trouble-too-large = Once unpacked, it is too large to be read safely.
trouble-too-slow = Reading it took too long.
trouble-out-of-memory = Reading it took too much memory.
trouble-crashed = Its structure could not be understood.
trouble-unlocked = This server cannot read files safely at the moment. The administrator will find it under “Jobs”.
trouble-io = It could not be opened on the server.
doc-no-text = No text could be read from the file, perhaps because it contains pictures of pages: only its title and summary can be searched.
doc-cut = The file is very long: only the first part of its text can be searched.
doc-picture = Show the picture of the first page
doc-withdrawn = This document is withdrawn. Only the people who manage it still see it.
doc-same = The same file is in the library already:
doc-cite = How to cite
doc-related = On the same themes
doc-facts = About this document
doc-pages = Pages
doc-slides = Slides
doc-file = File
doc-added = Added
doc-updated = Updated
doc-who = Who can read it
doc-manage = Manage this document
doc-restore = Restore
upload-title = Upload a document
upload-more = Add a summary and themes, so that more people find it
upload-another = Upload another document
upload-send = Upload
upload-limit = Up to { $size }.
upload-kept = “{ $name }” has arrived and is kept. Choose a file only if you want another one.
upload-progress = Uploading…
replace-title = Replace the file
replace-text = The title, the summary and who can read it stay the same. The earlier file is no longer offered.
replace-send = Replace
edit-title = Edit
withdraw-title = Withdraw
withdraw-text = The document disappears from the library at once, for everyone except the people who manage it. It can be restored.
withdraw-send = Withdraw
mine-title = My documents
mine-none = You have not uploaded anything yet
mine-none-hint = What you upload is listed here, with its status.
mine-state = Status
mine-withdrawn = Withdrawn
mine-reading = Being read
mine-unread = Found by title only
mine-language = In the library – which language?
mine-ready = In the library
glass-title = Open city-only documents
glass-text = These documents belong to the city: nobody outside it sees them. If there is no other way, you can open them for one hour. This is recorded, and everyone with a role for the city is told at once, with your name and your reason.
glass-reason = Reason
glass-reason-hint = The city will read this.
glass-send = Open for one hour
error-title = Give the document a title.
error-replace-changed = Someone else changed this document in the meantime. Check it, then choose your file again.
error-themes = Choose at most { $max } themes.
error-year = Enter a year from { $first } to { $last }, or leave it empty.
error-access = Choose who can read it.
error-access-lead = Only a city lead of this city can open a document to everyone. Choose “Members” or “This city only”.
error-access-former = Your city is not a member at the moment. What you add is for its own people: choose “This city only”.
error-access-city = Choose the city whose people can read it.
error-file-empty = This file is empty. Choose another one.
error-file-large = This file is larger than { $size }. Make it smaller, for example by saving it with smaller pictures.
error-file-type = The library does not accept this kind of file, or its extension does not match its content. Save it as PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, DOC, PPT, XLS, XLSB, RTF, HTML or TXT.
error-file-encrypted = This file is protected with a password. Save it without one, then choose it again.
error-file-mainframe = This text comes from a mainframe computer (EBCDIC) and cannot be read here. Save it as plain text in UTF-8, then choose it again.
error-declared = Confirm that it contains nothing sensitive. If it does, do not upload it.
error-reason = Enter a reason of at least { $least ->
    [one] one character
   *[other] { $least } characters
  }: the city will read it.
done-uploaded = Your document is in the library.
done-replaced = The file has been replaced.
done-withdrawn = The document has been withdrawn.
done-restored = The document is back in the library.
done-glass = The city-only documents are open to you for one hour. The city has been told.
done-glass-waits = The city-only documents are open to you for one hour. The e-mail to the city has not left: tell the city yourself.
done-glass-nobody = The city-only documents are open to you for one hour. Nobody in the city has an account, so nobody could be told: tell the city yourself.
mine-hint = Withdrawn documents of your city are listed here too, whoever uploaded them.
letter-withdrawn-subject = A document of your city was withdrawn: { $title }
letter-withdrawn-text = Hello { $name },

    { $by } has withdrawn “{ $title }” from the library of { $hub }. The document belongs to your city: you still see it, and can correct and restore it. It is here:
error-quota-day = You have uploaded as much today as one person can in a day ({ $gigabytes } GB, or 300 files). Upload the rest tomorrow; for a whole collection, write to the team.
error-quota-city = Your city’s documents fill all of its { $gigabytes } GB. Ask the team for more space, or replace large files with smaller ones.

error-library = Search the library
notice-library-withdrawn = Someone from outside your city withdraws one of its documents
glass-open = Open to you now
glass-until = until { $time }
glass-close = Close now
done-glass-closed = The city-only documents are closed to you again.
done-withdrawn-of-city = The document has been withdrawn. Its city has been told, and can restore it while it is a member.
done-withdrawn-of-city-waits = The document has been withdrawn. The e-mail to its city has not left: tell the city yourself.
done-withdrawn-of-city-nobody = The document has been withdrawn. Nobody in its city has an account, so nobody could be told: tell the city yourself.
withdraw-text-of-city = The document disappears from the library at once, for everyone except the people in its city who manage it. They are told, and can restore it while the city is a member.
withdraw-text-of-city-nobody = The document disappears from the library at once, for everyone. Nobody in its city has an account, so nobody is told: tell the city yourself.
withdraw-text-former = The document disappears from the library at once, for everyone except the people who manage it. It can be restored only when the city is a member again.
doc-restore-former = It can be restored when the city is a member again.
doc-whom = Whom to ask
doc-ask = Ask about this document
home-guides = Guides to the hub
home-guides-note = What each of us can do here, step by step.
job-library-read-file = Reading a file
job-library-index-again = Indexing a document again
job-library-guides = Printing the guides
embed-document = Document
hit-document = Document
hit-documents = Documents
library-elsewhere = { $count ->
    [one] One result outside the library
   *[other] { $count } results outside the library
  }
right-members-documents = Read what is for members
right-city-documents = Read a city’s city-only documents
right-upload = Upload documents for members
right-network-documents = Publish documents of the network
right-glass = Open the city-only documents of a city for an hour, with a reason that the city reads

merge-documents = Documents
merge-documents-own = City-only documents
