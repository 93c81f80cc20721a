principles-description = What every member of the network agrees to, and what is expected of members.
principles-version = Version { $version }
principles-source = In our own words, based on:
expectations-title = What is expected of members
expectation-all = Every member
expectation-chosen = Agreed with each member
foot-principles = Guiding principles
principles-of = Guiding principles, version { $version }
principles-earlier = Earlier versions
principles-not-current = This is an earlier version. In force is:
principles-now = What version { $version }, now in force, says
signatures-title = Who has signed
signatures-description = Which member cities signed the guiding principles, in which function, and which text.
signatures-about = Each member signs the guiding principles through whoever has its mandate. Here stand the signatures that the hub holds; what was signed on paper before is not among them.
signatures-count = { $count ->
    [one] { $count } member has signed this version here.
   *[other] { $count } members have signed this version here.
  }
signatures-see = See who has signed, and which text
signatures-none = No signature yet
signatures-none-hint = Signatures that are given in the hub stand here; what was signed on paper before is not among them.
signatures-principles = Read the principles
signature-city = City
signature-position = Function
signature-name = Name
signature-not-named = Not published
signature-version = Version
signature-earlier = earlier version
signature-language = Language of the text
signature-text = Fingerprint of the text
signature-at = Signed on
principles-report = Report that a city does not uphold them
principles-major = Major: every city is asked to sign anew
principles-minor = Minor: the same in better words; what was signed holds
principles-languages = Languages of this version
principles-since = What changed until version { $version }, now in force
principles-marked = What went is crossed out, what came is marked.
principles-gone = No longer there:
principles-published-on = In force since { $day }
principles-in-force = In force is:
principles-of-city = Guiding principles: { $city }
principles-stands = Signature
principles-stands-signed = Signed
principles-stands-asked = Asked to sign
principles-stands-overdue = Not signed in time
principles-stands-unsigned = Not signed, not asked
principles-until = Time until
principles-last = Last signed on
principles-time-until = Time to sign until the end of { $day }
principles-asked-text = A new version is in force. Whoever has the city’s mandate signs it: its city leads do that here, or pass a link on. Without a signature by that day the membership is on hold until it is given. If the city needs more time, write to the team.
principles-over-text = The membership is on hold until the version in force is signed. Signing ends that at once. If your city needs more time, write to the team.
principles-unsigned-text = No signature for the version in force is on record here. City leads can sign at any time. What was signed on paper is entered by the team.
principles-since-signed = What changed since your city signed
principles-signatures-of-city = Signatures of the city
principles-signed-none = The hub holds no signature of the city yet.
principles-members = All members
principles-signed-of = { $signed } of { $all } members have signed the version in force.
principles-no-member = No member here
principles-no-member-hint = No member stands like that.
menu-principles = Guiding principles
menu-principles-hint = Write a new version, see who has signed
sign = Sign
sign-again = Sign again: somebody else has the mandate now
sign-name = Name of whoever has the mandate
sign-name-hint = As they write it themselves.
sign-name-needed = Enter the name of whoever has the mandate.
sign-position = Function
sign-position-needed = Enter the function of whoever has the mandate.
sign-agree = The local government agrees to these principles; I have its mandate, or may sign for whoever has it
sign-named = The name may stand on the public list of signatures
sign-named-hint = Without it only the city and the function are shown.
sign-do = Sign
sign-for = { $city } is asked to sign the guiding principles. Whoever has the city’s mandate signs here, or somebody on their behalf. No account is needed.
sign-over = This link has been replaced by a newer one, or the city has signed. There is nothing left to do here.
sign-elsewhere = Somebody else signs?
sign-elsewhere-text = Send the link to whoever has the mandate. It shows the guiding principles and nothing else, needs no account, and can be used once.
sign-link = Link for signing
sign-link-until = It can be used until { $day }.
sign-link-make = Make a link for signing
sign-link-anew = Make a new link (the one above then leads nowhere)
sign-by-account = entered by a city lead
sign-by-link = signed without an account
extension = Give more time
extensions = More time
extension-title = More time to sign: { $city }
extension-until = Time until the end of this day
extension-reason = Why
extension-reason-hint = The city reads it.
extension-reason-needed = Say why the city has more time.
extension-give = Give more time
paper = Enter a signature on paper
paper-title = Signature on paper: { $city }
paper-text = In which language is the paper?
paper-day = Day of the signature
paper-place = Where the paper is
paper-place-hint = A document in the library, a file of the office. The city reads it.
paper-place-needed = Say where the signed paper is.
paper-enter = Enter the signature
sign-on-paper = on paper:
error-paper-day = Enter the day on the paper: not before this text was in force, and not after today.
done-principles-entered = The signature is entered, and the city is told.
record-principles-entered = Signature on paper under the guiding principles entered
draft-title = Next version
draft-lede = Write the next version in every language. Nobody outside the team sees it before it is published.
draft-name = Name of the version
draft-name-hint = Short, as it stands in its address, for example a year.
draft-change = What kind of change is it?
draft-body = Principles ({ $language })
draft-body-hint = One principle in each line.
draft-about = What is new ({ $language })
draft-about-hint = A few lines for the cities that are asked to sign. They also stand in the e-mail to them.
draft-difference = What changes ({ $language })
draft-discard = Throw this draft away
draft-discard-text = What was written here is gone then. The version in force stays.
draft-discard-do = Throw away
publish = Publish
publish-ready = Everything is there.
publish-on = Go on to publish
publish-missing = Before it can be published:
publish-title = Publish version { $version }
publish-asks = { $count ->
    [one] { $count } member is asked to sign it, by e-mail to its city leads.
   *[other] { $count } members are asked to sign it, by e-mail to their city leads.
  }
publish-holds = Nobody is asked: signatures for the version before hold for this one.
publish-grace = Cities have time until the end of this day
publish-grace-hint = Whoever has not signed by then is on hold until they sign. Cities are reminded two weeks before.
publish-sure = I have read it in every language, and it is to be in force from now on
publish-do = Publish
task-principles-sign = Sign the guiding principles
task-principles-until = Without a signature by the end of { $day } the membership is on hold until it is given.
task-principles-over = Time was until the end of { $day }. The membership is on hold until it is signed.
task-principles-draft = Draft of the guiding principles: { $version }
error-sign-agree = Tick that the local government agrees to the principles.
error-sign-principles = The guiding principles have changed since you opened this page. Read them again, then sign.
error-sign-over = This link was used or replaced meanwhile. Ask your city lead for a new one.
error-draft-name = Use A to Z, digits, points and hyphens only, and none of the words that are addresses already (signatures, report).
error-draft-body-long = Principles ({ $language }): at most { $max } characters.
error-draft-about-long = What is new ({ $language }): at most { $max } characters.
error-draft-many = At most { $max } principles ({ $language }).
error-draft-taken = A version has this name already. Choose another one.
error-draft-language = Write the principles ({ $language }).
error-draft-counts = { $language }: { $own } principles, and { $first } in the network’s first language. Write as many in each.
error-draft-about = Say what is new ({ $language }): cities that are asked to sign read it.
error-draft-same = Nothing has changed yet from the version in force.
error-draft-minor = A principle more or less is no minor change: choose “major”.
error-draft-first = The first version asks every city: choose “major”.
error-draft-changed = Somebody changed the draft meanwhile. Read it again, then publish.
error-grace-day = Choose a day from two weeks to two years from today.
error-publish-sure = Tick that you have read it.
error-extension-day = Choose a day from today on, within two years.
error-extension-earlier = The city has time until that day already. Choose a later one.
done-principles-signed = Signed.
done-principles-signed-by-link = Signed. Thank you.
done-principles-link = Here is the link. Send it to whoever signs.
done-principles-extended = The city has more time, and is told.
done-principles-published = The version is in force.
done-principles-discarded = The draft is gone.
notice-principles-ask = Your city is asked to sign the guiding principles
notice-principles-signature = Somebody signs the guiding principles for your city
record-principles-published = Version of the guiding principles published
record-principles-discarded = Draft of the guiding principles thrown away
record-principles-extended = More time to sign given to a city
record-principles-signed = Guiding principles signed for a city
record-principles-link-made = Link for signing the guiding principles made
record-principles-list-taken = List of members and signatures taken
job-principles-ask = Ask cities to sign the guiding principles
letter-principles-asked-subject = { $city }: please sign the new guiding principles
letter-principles-asked-text = Hello { $name },

    The guiding principles of the network have a new version: { $version }. Every member is asked to sign it. { $city } has time until the end of { $day }; without a signature by then its membership is on hold until it is given. Whoever has the mandate signs on the page below, or by a link that you make there: no account is needed for it.
letter-principles-reminded-subject = { $city }: time to sign until { $day }
letter-principles-reminded-text = Hello { $name },

    { $city } has not signed version { $version } of the guiding principles yet. There is time until the end of { $day }; after it the membership is on hold until it is signed. If your city needs more time, write to the team before then.
letter-principles-overdue-subject = { $city }: the membership is on hold until the principles are signed
letter-principles-overdue-text = Hello { $name },

    { $city } had time until the end of { $day } to sign version { $version } of the guiding principles. The membership is on hold until it is signed; signing ends that at once. Nobody outside sees it. If something stands in the way, write to the team.
letter-principles-extended-subject = { $city }: more time to sign, until { $day }
letter-principles-extended-text = Hello { $name },

    { $city } has more time to sign version { $version } of the guiding principles: until the end of { $day }. The reason is below. Without a signature by then the membership is on hold until it is given.
letter-principles-signed-subject = { $city }: the guiding principles are signed
letter-principles-signed-text = Hello { $name },

    Version { $version } of the guiding principles was signed for { $city }, on behalf of { $who } ({ $position }). If that is not right, write to the team.
principles-unchanged = Nothing changes in this language.
sign-done = Version { $version } is signed for { $city }, { $day }.
sign-close = There is nothing left to do: you can print or close this page.
sign-keeps = We keep the day, the function, the name and the text that you see here. The city’s people and those who answer for it see them.
publish-unled-which = Which ones
principles-led = City lead
principles-unled = Nobody: nobody is told
signature-replaced = signed again since
publish-unled = { $count ->
    [one] { $count } of these has no city lead: nobody there is told.
   *[other] { $count } of these have no city lead: nobody there is told.
  }
right-signed = See what a city signed
right-sign = Sign the guiding principles for a city
right-principles-office = Give a city more time to sign, enter what it signed on paper
right-principles-write = Write and publish versions of the guiding principles

merge-signatures = Signatures of the principles
merge-asked = Requests to sign the principles
