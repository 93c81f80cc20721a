menu-editorial = Editorial
menu-editorial-hint = News, questions, myths and initiatives: write, review, publish.
menu-translations = Waiting for translation
menu-translations-hint = What is missing or behind, by language.

editorial-kind-news = News
editorial-kind-question = Question
editorial-kind-myth = Myth
editorial-kind-initiative = Initiative
editorial-kind-page = Page
editorial-kinds-page = Pages
pages-about = Pages of the site.
editorial-kind-release = Press release
editorial-kinds-release = Press
releases-about = News for the media, with whom to ask.
editorial-kind-voice = Voice
editorial-kinds-voice = Voices
voices-about = What people say of working with the network, in their own words and with their consent.
editorial-home = To the home page
editorial-kinds-news = News
editorial-kinds-question = Questions and answers
editorial-kinds-myth = Myths and what is true
editorial-kinds-initiative = Initiatives
news-about = What happens in the network and in its cities.
questions-about = What people ask about the network, answered with the source of each answer.
myths-about = Untrue things that are said about the network, and what is true.
initiatives-about = What cities do together, under one name.

question-section-network = The network
question-section-joining = Joining
question-section-members = What members do
question-section-money = Money

editorial-state-draft = Draft
editorial-state-in-review = In review
editorial-state-scheduled = Scheduled
editorial-state-live = Live
editorial-state-withdrawn = Withdrawn
text-missing = Missing
text-behind = Behind
text-current = Current
text-confirmed = Confirmed unchanged
text-source = Source

editorial-none = Nothing has been published here yet
editorial-none-hint = What the team publishes will stand here.
editorial-unfit = Nothing fits
editorial-unfit-hint = Take away a filter, or look at all of it.
editorial-year = Year
editorial-published = Published
editorial-language = Language
editorial-page = Page
editorial-all = Show all
editorial-ask = Ask the team
editorial-edit = Edit
editorial-edit-these = Edit these
news-feed = Follow the news as a feed (Atom)

editorial-about-this = More about it
editorial-sources = Sources
editorial-cities = Cities
editorial-reviewed = Last reviewed on { $day }
editorial-reviewed-by-on = Last reviewed on { $day } by { $who }
editorial-only-in = Not yet available in English. Shown in: { $language }
editorial-older = This translation is of an earlier text. The newest one:
editorial-gone = This page was withdrawn
editorial-gone-text = The network’s team has withdrawn what stood here. What it publishes now is on the page below.
editorial-preview-note = A preview: what was written last. Visitors do not see this page.
previews = Show it to somebody outside
previews-title = Show to somebody outside: { $title }
previews-text = Whoever has the link reads the newest version of this text without an account, for 14 days or until you end it. The link opens nothing else, and ends when the text is published or withdrawn, or when its schedule is changed or called off.
previews-open = Links that open
preview-make = Make a link
preview-ends = Opens until { $day }.
preview-revoke = End this link
preview-over = This link no longer opens
preview-over-text = It was for a text that was not published yet, and has ended. Ask whoever sent it to you.
preview-shared-note = A preview of a text that is not published yet. Please do not pass it on. The link opens until { $day }.
editorial-back-to-editor = Back to the editor
myth-claim = What is said
myth-truth = What is true
myth-truth-hint = The answer in one or two sentences, at most 400 characters.
myth-why = What supports it
myth-why-hint = The facts, with links. At most 30,000 characters.
question-asked = The question
question-asked-hint = As people ask it.
question-answer = The answer
question-answer-hint = At most 30,000 characters.
news-headline = Headline
initiative-name = Name of the initiative
editorial-summary = Summary
editorial-summary-hint = One or two sentences, at most 400 characters. It is shown in lists and when the page is shared.
editorial-body = Text
editorial-body-hint = At most 30,000 characters.
editorial-address = Last part of the web address
editorial-address-hint = Words and hyphens. Left empty, it is made of the title. An earlier address leads to the new one.

editorial-search = Search the titles
editorial-count = { $count ->
    [one] { $count } text
   *[other] { $count } texts
  }
editorial-new = Write something new
editorial-new-of = Write: { $kind }
editorial-source-language = Language you write in
editorial-source-language-hint = The language of the source. The others translate it.
editorial-title = Title
editorial-kind = Kind
editorial-state = State
editorial-languages = Languages
editorial-changed = Last changed
editorial-still-shown = Visitors have an earlier version.
editorial-office-none = Nothing has been written yet
editorial-office-none-hint = News, questions, myths and initiatives that you write stand here, with where they stand in each language.
editorial-edit-of = Edit: { $title }
editorial-published-on = First published on { $day }
editorial-text-in = Text in: { $language }
editorial-draft-newer = A draft is newer.
editorial-written-by = { $who }, { $when }
editorial-you = You
editorial-somebody = Somebody without an account
editorial-hub = The hub
editorial-saved-at = Draft saved at { $time }
editorial-not-saved = Not saved by itself. Press “Save draft”: what you wrote is still here.
editorial-save-draft = Save draft
editorial-save-and-call-off = Save and call off the schedule
editorial-scheduled-at = Scheduled for
editorial-publish = Publish
editorial-publish-later = Publish later
editorial-send-for-review = Send for review
schedule = Schedule
schedule-title = Publish later: { $title }
schedule-text = Visitors have it at the time that you choose, with the translations that are ready then.
schedule-day = Day
schedule-time = Time
schedule-time-hint = By the clocks of the zone below, as 09:00 or 17:30.
schedule-zone = Time zone
schedule-zone-hint = The largest city nearby with the same clocks.
schedule-local = { $date }, { $clock }
schedule-instead = That time does not exist on that day (the clocks change). It is published at { $time } local time.
schedule-twice = This time comes twice on that day. The first is meant.
schedule-held = A change to the source before then makes the text a draft again. Translations can still be written.
schedule-publish-now = Publish now
schedule-call-off = Call off
schedule-change = Change the time
editorial-preview = Preview
editorial-translation-done = The translation is ready
editorial-source-is = The source
editorial-changed-since = What has changed since this translation
editorial-nothing-to-change = Nothing to change
editorial-nothing-to-change-hint = The translation is right as it stands.
editorial-in-review = In review
editorial-review-hint = Read it in the preview. Then publish it, or send it back with a reason.
editorial-review-other = Somebody else of the team has to read it before it is published.
editorial-send-back = Send back
editorial-back-title = Send back: { $title }
editorial-back-text = It becomes a draft again. Whoever wrote it reads your reason beside the text.
editorial-take-back = Withdraw
editorial-withdraw-title = Withdraw: { $title }
editorial-withdraw-text = Visitors find a page that says that it was withdrawn, at the same address. Nothing is lost: you can take it up again.
editorial-withdraw-below = These pages stand below it. They stay, but this page no longer leads to them:
editorial-reason = Reason
editorial-reason-hint = The team reads it. At most 1,000 characters.
editorial-resume = Take it up again
editorial-translations-wait = Translations that are ready
editorial-translations-wait-hint = Visitors do not have them yet.
editorial-publish-translations = Publish the translations
editorial-manage = More
editorial-facts = Sources, place and review
editorial-facts-of = Sources, place and review: { $title }
editorial-facts-hint = These are the same in all languages. Visitors see changes at once.
editorial-history = History
editorial-history-of = History: { $title }
editorial-moves = What was done
editorial-revision = Version { $number }
editorial-confirmed-only = Said to be right as it stood; no word was changed.
editorial-newest-only = { $count ->
    [one] Only the newest { $count } is listed.
   *[other] Only the newest { $count } are listed.
  }
editorial-bring-back = Bring this version back
editorial-bring-back-hint = It becomes the newest draft. What came after it stays in the history.

question-section = What it is about
editorial-position = Place in the list
editorial-position-hint = A number; the lowest comes first.
editorial-themes = Themes
editorial-cities-hint = One city a line, by its name.
editorial-reviewed-by = Reviewed by
editorial-reviewed-by-hint = A name or an office that visitors may read.
editorial-reviewed-on = Reviewed on
editorial-review-due = To be reviewed again on

translations-about = Texts whose translation is missing, or renders an earlier version of the source. The longest waiting come first.
translations-count = { $count ->
    [one] { $count } translation waits
   *[other] { $count } translations wait
  }
translations-begun = { $state }, begun
translations-none = Nothing waits
translations-none-hint = All that is published is there in every language, as it is.
editorial-into = Into
editorial-since = Since

xliff-offices = For translation offices
xliff-offices-text = What waits, as a file in the format they use (XLIFF 2.1): at most 100 texts in each, the longest waiting first. Bring the file back when it is translated.
xliff-pair = from { $from } into { $into }
xliff-note = Keep signs such as ##, **, - and | and what stands in round brackets behind square ones, as they are.
xliff-texts = { $count ->
    [one] { $count } text
   *[other] { $count } texts
  }
xliff-import = Bring translations back
xliff-import-text = Choose the XLIFF file that came back. Each text is looked at by itself. Nothing is written over a newer text.
xliff-file = File
xliff-file-limits = XLIFF 2.0, 2.1 or 2.2, at most { $size }.
xliff-ready-tick = They are ready
xliff-ready-tick-hint = Visitors have those that are whole, unless somebody else has to read them first. Otherwise they become drafts; names of cities and what pictures show know none, and are not taken.
xliff-bring-back = Bring back
xliff-taken = { $count ->
    [one] { $taken } of { $count } text taken
   *[other] { $taken } of { $count } texts taken
  }
xliff-empty = There is no text in this file.
xliff-draft = Draft
xliff-ready = Ready
xliff-ready-behind = Ready, but the source has changed since the file left: compare before you publish
xliff-live = Published
xliff-unchanged = Was there already
xliff-unchanged-draft = Was there already, as a draft
xliff-no-drafts = Not taken: it knows no drafts. Look at it, then bring the file back with the tick
xliff-newer = Not taken: somebody wrote here after the file left. Export it again
xliff-not-ours = Not taken: no such text here
xliff-nothing = Not taken: nothing could be used
xliff-breaks-rule = Not taken
xliff-unknown-part = there is no such part
xliff-other-source = its source is not the one that was sent
xliff-same = it says the same as the source
xliff-missing = it did not come back
xliff-incomplete = left out, because not all of it is translated
xliff-foreign-code = it holds codes that were not sent
xliff-too-long = it is too long
xliff-unreadable = it cannot be read

signs-title = Signs for headings, lists and links
signs-typed = You write
signs-shown = Visitors see
signs-heading = A heading
signs-list = A line of a list
signs-numbers = A line of a numbered list
signs-strong = Words that stand out
signs-link = A link to another site
signs-own-link = A link to a page of this hub, in the reader’s language
signs-picture = A picture, a document, a city, a figure: insert them by the button
signs-quotation = A quotation
signs-table = A table: the second line is | --- | --- |

voice-who = Who speaks
voice-who-hint = The name as they want to be called. Whoever does not want to be named is “a practitioner”, “a mayor”.
voice-function = Function and city
voice-function-hint = What they do and where, in one line.
voice-words = In their words
voice-words-hint = What they said, in the language in which they said it. At most 30,000 characters.
voice-consent = Their consent
voice-consent-hint = How and when they gave it, and where it is kept. Only the team reads this. At most 1,000 characters.
voice-until = Consent until
voice-until-hint = The last day. After it (midnight UTC) nobody reads it any more, on any page, and it is withdrawn by itself.
voice-translated = Translated; said in: { $language }
voice-ended = The consent has ended.

page-parent = Below the page
page-parent-hint = The page above it leads to it, and is named at its head. At most 5 levels.
page-parent-withdrawn = { $title } (withdrawn)
page-parent-none = None
page-place = In the menu or the foot
page-place-hint = Where every page of the hub leads to it. The menu has room for 3, a section of the foot for 10.
page-place-none = Nowhere
page-place-menu = Menu
page-place-foot-network = Foot: the network
page-place-foot-together = Foot: working together
page-place-foot-open = Foot: openness
page-below = More on this
error-page-fixed = Every network has this page, and it stands in its place already.
error-page-loop = A page cannot stand below itself. Choose another one.
error-page-deep = Pages stand at most { $max } levels below each other. Choose one further up.
error-page-place = There is room for { $max } pages of yours, drafts and withdrawn ones among them. Take another one away first.

menu-care = Care
menu-care-hint = Links that lead nowhere, reviews that are due, consents that end.
care-about = What needs a look, so that nothing that visitors read is out of date.
care-none = Nothing needs a look
care-none-hint = Every link leads somewhere, no review is due, no consent ends within 30 days, and every page is led to.
care-dead = Links that lead nowhere
care-dead-text = Visitors find nothing there. Change the link, or take it away.
care-reviews = To be looked at again
care-consents = Consents that end within 30 days
care-lonely = Pages to which nothing leads
care-lonely-text = No menu, no page above it and no text leads there. Give it a place, or withdraw it.
care-elsewhere = Links to other sites
care-elsewhere-text = How many links lead to each. They are not opened from here: look at them yourself from time to time.

release-contact = Contact for the media
release-contact-hint = Name, function and how to reach them. Everybody who reads the release sees it.
release-embargo = Under embargo until
release-media = For the media
release-ask = Ask as a journalist
menu-calendar = Calendar
menu-calendar-hint = What goes out and when, and what went out.
calendar-about = What is scheduled and what was published, by day on the team’s clocks.
calendar-months = Months
calendar-none = Nothing goes out in this month
calendar-none-hint = What you schedule or publish stands here.
calendar-cut = Only the first 500 are shown.
social = For social media
social-title = Short texts for “{ $title }”
social-text = One text for each language, at most 500 characters. The hub posts nothing: copy a text to where you want it.
social-meanwhile = What was saved meanwhile
social-ready = To be copied
social-copy-in = Copy: { $language }
copy = Copy
copied = Copied
error-social = { $language }: at most { $max } characters.
error-social-changed = Somebody else saved short texts meanwhile. What you entered is still here: what was saved stands below: put both together, then save again.

editorial-related = Related
care-cut = { $count ->
    [one] At most { $count } of each sort is named here.
   *[other] At most { $count } of each sort are named here.
  }
embed-figure = Figure
embed-action = Call to action
embed-quotation = Quotation
embed-table = Table
embed-find = Search by words
embed-none = Nothing fits
embed-none-yet = There is none yet
embed-make = Add one
embed-none-hint = Try other words, or fewer.
embed-more = There are more. Search by words from the name of the one you want.
embed-among = { $count ->
    [one] There are more than can be searched at once: the first { $count } was looked through. Any other can be inserted by its number.
   *[other] There are more than can be searched at once: the first { $count } were looked through. Any other can be inserted by its number.
  }
embed-caption = What is said of it here
embed-caption-hint = A line that stands with it, in the language of the text.
embed-not-alone = Visitors have only the words of this: what is inserted has to stand on a line of its own, with its number.
embed-not-shown = Visitors see nothing of this line, because there is no such thing or it may not be shown:
editorial-insert = Insert
editorial-insert-into = Insert into “{ $title }”
editorial-insert-hint = It comes as a line of its own, behind the paragraph in which you wrote last, or at the end. You can move that line.
editorial-put-in = Insert
editorial-put-in-this = Insert “{ $title }”
action-words = On the button
action-words-hint = What visitors do there, in few words.
action-address = Where it leads
action-address-hint = A page of this hub, as /join, or an address that begins with https://.
quotation-words = Words
quotation-words-hint = What was written or said, word for word. At most 1,000 characters.
quotation-who = From whom or from where
quotation-who-hint = A document or an office. People are quoted as a voice, with their consent.
table-columns = Columns
table-columns-hint = 1 to 8.
table-rows = Rows
table-rows-hint = 1 to 40, without the heading.
table-heading = Heading
done-put-in = It is inserted, in a draft.
done-draft-saved = The draft is saved.
done-published = It is published.
done-scheduled = It is scheduled.
done-draft-called-off = The draft is saved. It is no longer scheduled.
done-saved-called-off = It is saved. The consent does not last until then, so it is no longer scheduled.
done-called-off = The schedule is called off. It is a draft again.
done-sent-for-review = It is in review. Somebody else of the team can publish it.
done-preview-shared = The link is made. Copy it from the list below.
done-preview-revoked = The link no longer opens.
done-sent-back = It is a draft again, with your reason.
done-taken-back = It is withdrawn.
done-taken-up = It is a draft again. Publish it when it is ready.
done-translation-ready = The translation is ready. Visitors have it when it is published.
done-translation-live = The translation is published.
done-translation-confirmed = The translation is confirmed as it stands.
done-brought-back = The earlier version is the newest draft.

error-embeds = Too many pictures, cards and figures: at most { $max } in one text.
error-insert-changed = The text was changed since you opened this page; perhaps it was inserted already. Look at the text, then insert it once more if it is missing.
error-embed-choose = Choose what is inserted.
error-action-address = Enter a page of this hub, as /join, or an address that begins with https:// and has no blank.
error-table = Enter a whole number, at most { $max }.
error-voice-consent = Whoever speaks has to have consented, until today or a later day. Enter it under “Sources, place and review”; what you wrote is saved.
error-voice-shown = Visitors read it now: enter the consent and a day that is still to come, or withdraw it first.
error-nested = Lists and quotations stand in each other too deep: at most { $max } levels. Write some of them one after the other.
error-cells = A table has too many cells: at most { $max }, with what its short rows lack. Make several tables of it, or a document in the library.
error-source-changed = The source was changed since you opened this page. Look at it again, then save: what you wrote is still here.
error-address = An address needs words or numbers. Leave it empty to have it made of the title.
error-address-taken = Another page has this address, or had it. Choose another one.
error-position = Enter a whole number from 0 to 9,999.
error-too-many-cities = { $max ->
    [one] Name at most { $max } city.
   *[other] Name at most { $max } cities.
  }
error-no-such-city = No member is called “{ $city }”. Enter its name as it stands in the list of cities.
error-day = Choose a day, or enter it as 2026-11-28.
error-time = Enter a time of day, as 09:00 or 17:30.
error-schedule-past = Choose a time that is still to come.
error-schedule-far = Choose a day within the next two years.
error-too-many-previews = 20 links are open already. End one first.
error-second-person = Somebody else of the team has to read it first. Send it for review.
error-not-whole = Something is missing that visitors expect. Fill in title and text (of a myth also what is true); what you wrote is saved as a draft.

error-xliff-version = This is another version of XLIFF. Save it as XLIFF 2.1.
error-xliff-entities = This file defines its own entities (line { $line }), which is not accepted. Save it without them.
error-xliff-too-much = There is too much in this file. Bring it back in several.
error-xliff-cut = The file ends in line { $line } before it is complete. Download or save it again.
error-xliff-none = This is not an XLIFF file.
error-xliff-wrong = This file is not valid XLIFF: see line { $line }.
error-xliff-languages = This file is from “{ $from }” into “{ $into }”, and this network does not have both languages.
record-editorial-published = Published
record-editorial-consent-changed = Changed the consent of whoever speaks
record-editorial-withdrawn = Withdrew a publication
job-editorial-publish-planned = Publishes what was scheduled
job-editorial-bring-first = Brings the network’s first texts
job-editorial-voice-ends = Withdraws a voice whose consent has ended

notice-editorial-to-review = A text waits for a second person to read it
notice-editorial-plan-failed = A text that you scheduled is not published as planned
letter-to-review-subject = To be read: { $title }
letter-to-review-text = Hello { $name },

    { $by } asks the team of { $hub } to read “{ $title }” before it is published. You can publish it, or send it back with a reason. It is here:
letter-plan-failed-subject = Not published as planned: { $title }
letter-plan-failed-text = Hello { $name },

    “{ $title }”, which you scheduled in { $hub }, is not published as you planned it. Its history says who or what ended that schedule. It is here:
right-editorial = Write, translate, review and publish texts

merge-texts = Texts that name the city
