menu-library = Library
menu-mine = My documents
menu-upload = Upload a document
menu-glass = City-only documents
menu-glass-hint = Open a city’s own documents in an emergency. It is on record, and the city is told.
library-title = Library
library-description = Strategies, action plans, evaluations, case studies and toolkits of member cities and of the network, in full text and in many languages.
library-search = Search the library
library-search-hint = Titles and full text, in any language, with or without accents. One wrong letter is forgiven.
library-count = { $count ->
    [0] No document
    [one] One document
   *[other] { $count } documents
  }
library-corrected = Few documents hold just these words: similar words were searched too.
library-none = No document fits
library-none-hint = Try fewer or other words, or another spelling. What a city keeps to itself is not shown here.
library-all = All documents
library-empty = The library is still empty
library-empty-hint = The first documents are on their way.
sort-relevance = Best match
sort-newest = Newest first
sort-oldest = Oldest first
sort-title = Title
sort-city = City
sort-language = Language
theme = Theme
themes = Themes
themes-hint = Up to 12
city-documents = Documents
city-documents-none = No document to show you yet
city-documents-all = { $count ->
    [one] One document in the library
   *[other] { $count } documents in the library
  }
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
access-members-hint = People of member cities and of the network’s own team can read this, once they are signed in.
access-city = This city only
access-city-hint = Only people who hold a role for this city can read this, and nobody else.
access-named = Named persons
access-named-hint = Only the persons who are named for it can read this, and nobody else.

doc-title = Title
doc-title-hint = In the document’s own language
doc-abstract = What it is about
doc-abstract-hint = Two or three sentences, in the document’s own language. At most 2,000 characters.
doc-city = City
doc-of-network = The network
doc-type = Type
doc-year = Year
doc-year-hint = Of the document; empty if unknown
doc-language = Language
doc-language-detect = Tell it from the file
doc-access = Who can read it
doc-address = Page
doc-upload = File
doc-upload-hint = PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, RTF, HTML or TXT
doc-declared = It holds nothing sensitive
doc-declared-hint = No personal data, nothing about a person’s case, nothing that the city may not share. I have the right to share it.
doc-download = Download
doc-reading = The file is being read: in a moment it can be found by its text.
doc-reading-again = Look again
doc-unread = The text of this file could not be read.
doc-unread-hint = The file is kept and can be downloaded. It is found by its title and description.
trouble-encrypted = It is protected with a password. Replace it with a file without one.
trouble-damaged = It is damaged. Open it on your computer, save it again, and replace it.
trouble-too-large = It unpacks to more than can be read safely.
trouble-too-slow = Reading it took too long.
trouble-out-of-memory = Reading it took too much memory.
trouble-crashed = Its structure could not be understood.
trouble-unlocked = This server cannot read files safely at the moment. The administrator finds it among the jobs.
trouble-io = It could not be opened on the server.
doc-no-text = The file holds pictures of pages rather than text, so only its title and description can be searched.
doc-withdrawn = This document is withdrawn. Only those who look after it still see it.
doc-same = The same file is in the library already:
doc-cite = How to cite
doc-related = On the same themes
doc-facts = About this document
doc-pages = Pages
doc-file = File
doc-added = Added
doc-updated = Changed
doc-who = Who can read it
doc-manage = Look after it
doc-restore = Put it back
upload-title = Upload a document
upload-send = Upload
upload-limit = Up to { $size }.
upload-kept = “{ $name }” has arrived and is kept. Choose a file only if you want another one.
upload-progress = Uploading…
replace-title = Replace the file
replace-text = Title, description and readers stay as they are. The earlier file is no longer offered.
replace-send = Replace
edit-title = Edit
withdraw-title = Withdraw
withdraw-text = The document disappears from the library at once, for everyone but those who look after it. It can be put back.
withdraw-send = Withdraw it
mine-title = My documents
mine-none = You have not uploaded anything yet
mine-none-hint = What you upload stands here, with its state.
mine-state = State
mine-withdrawn = Withdrawn
mine-reading = Being read
mine-unread = Found by title only
mine-ready = In the library
glass-title = Open a city’s own documents
glass-text = These documents belong to the city: nobody outside it sees them. If there is no other way, you can open them for one hour. It is on record, and everyone who holds a role for the city is told at once, with your name and your reason.
glass-reason = Reason
glass-reason-hint = The city reads this.
glass-send = Open for one hour
error-title = Give the document a title.
error-replace-changed = Someone changed this document meanwhile. Look at it, then choose your file once more.
error-themes = Choose at most { $max } themes.
error-year = Give a year from { $first } to { $last }, or leave it empty.
error-access = Choose who can read it.
error-access-lead = Only a lead of this city can show a document to everyone. Choose members or this city.
error-access-former = Your city is not a member now. What you add is for its own people: choose this city.
error-access-city = Choose the city whose people can read it.
error-file-missing = Choose a file.
error-file-empty = This file is empty. Choose another one.
error-file-large = This file is larger than { $size }. Make it smaller, for example by saving it with smaller pictures.
error-file-type = This file is not one that the library takes, or its ending does not fit its content. Save it as PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, RTF, HTML or TXT.
error-file-encrypted = This file is protected with a password. Save it without one, and choose it again.
error-declared = Say that it holds nothing sensitive. If it does, do not upload it.
error-reason = Give a reason of at least { $least ->
    [one] one character
   *[other] { $least } characters
  }: the city will read it.
done-uploaded = Your document is in the library.
done-replaced = The file is replaced.
done-withdrawn = The document is withdrawn.
done-restored = The document is back in the library.
done-glass = The city’s own documents are open to you for one hour. The city has been told.
done-glass-nobody = The city’s own documents are open to you for one hour. Nobody of the city has an account, so nobody could be told: tell the city yourself.
mine-hint = What is withdrawn of the documents that you look after is here too, whoever uploaded it.
letter-withdrawn-subject = A document of your city was withdrawn: { $title }
letter-withdrawn-text = Hello { $name },

    { $by } has taken “{ $title }” out of the library of { $hub }. It belongs to your city: you still see it, and can correct it and put it back. It is here:
error-quota-day = Today you have brought as much as one person may in a day ({ $gigabytes } GB, or 300 files). The rest can follow tomorrow; for a whole collection, write to the team.
error-quota-city = Your city’s documents fill the { $gigabytes } GB that they have. Ask the team for more room, or replace large files by smaller ones.

error-library = Search the library
notice-library-withdrawn = Somebody from outside withdraws a document of your city
glass-open = Open to you now
glass-until = until { $time }
glass-close = Close now
done-glass-closed = The city’s own documents are closed to you.
done-withdrawn-of-city = The document is withdrawn. Its city has been told, and can put it back.
withdraw-text-of-city = The document disappears from the library at once, for everyone but those in its city who look after it. They are told, and can put it back.
withdraw-text-former = The document disappears from the library at once, for everyone but those who look after it. It can be put back only when the city is a member again.
doc-restore-former = It can be put back when the city is a member again.
doc-ask = Ask about this document
home-guides = Guides to the hub
home-guides-note = What each of us can do here, step by step.
job-library-read-file = Reading a file
job-library-index-again = Indexing a document again
job-library-guides = Printing the guides
