menu-join = Join
foot-join = How a city joins
join-description = How a city or another local government becomes a member, and the form to ask.
join-aside = Before you write
enquiry-begin = Ask whether your city can join
enquiry-note = It takes five minutes. Within 3 working days a person answers. We use what you write only to answer you.
enquiry-for = For whom do you ask?
asking-for-local-government = A local government: a city, a town, a district, a county, a region
asking-for-national-government = A national government or a ministry
asking-for-organisation = An organisation, a university or a company
asking-for-themselves = For myself
enquiry-country = Country
enquiry-place = Name of the city or local government
enquiry-place-needed = Enter the name of your city or local government.
enquiry-which = Which of these is it?
enquiry-none-of-these = None of these
enquiry-kind = Kind of local government
enquiry-name = Your name
enquiry-name-needed = Enter your name.
enquiry-position = Your function
enquiry-position-hint = For example: assistant to the mayor, head of social services.
enquiry-position-needed = Enter your function.
enquiry-email = Your work e-mail address
enquiry-email-hint = A personal address is fine if the city has none.
enquiry-mandate = Do you have the mandate of the mayor, the governor or another competent authority?
mandate-holder = I hold this office myself
mandate-asked = Yes, I was asked to write
mandate-not-yet = Not yet, I would like to know more first
enquiry-message = What is your city looking for?
enquiry-message-hint = What it works on, and what it hopes to find in the network. Please do not name people who could be recognised.
enquiry-message-needed = Write what your city is looking for.
enquiry-send = Send the enquiry
enquiry-member-text = This city is a member of the network already. If you work for it, write to us: its point of contact or the team sees to your account.
enquiry-member-write = Write to the team
enquiry-other = I ask for another local government of the same name
error-enquiry-member = { $city } is a member already. Read the note below this field.
error-enquiry-country = The place that you chose is in another country: { $country }. Choose that country, or enter the place again.
error-enquiry-which = There are { $count } places of this name in this country. Choose which one you mean.
done-enquiry-sent = Thank you. Your enquiry has arrived.
done-enquiry-sent-too = Thank you. Your enquiry has arrived. Somebody else has asked for the same local government already: the team brings the two together.

elsewhere-national = How we work with national governments
elsewhere-national-text = Only governments below the national level become members. National governments work with the network as partners, above all where cities and the state have to act together.
elsewhere-organisation = How we work with organisations
elsewhere-organisation-text = Only local governments become members. Organisations, universities and companies work with the network as partners, and what they know finds its readers in the library.
elsewhere-themselves = What is here for you
elsewhere-themselves-text = Only local governments become members. What the network publishes is open to everyone, and we answer questions.
elsewhere-partner = Write to the team about working together
elsewhere-share = Share what you know with cities
elsewhere-ask = Ask the team a question
elsewhere-library = Read in the library
elsewhere-nothing-kept = Nothing of what you entered was kept.
elsewhere-back = Ask for a local government after all

enquiry-own-title = Your enquiry: { $place }
enquiry-stand-received = Your enquiry is with the team.
enquiry-stand-asked-back = The team has a question for you. Please answer below.
enquiry-stand-invited = Your city is invited to apply. The private link to the application is in the e-mail that we sent to you.
enquiry-stand-redirected = The team has shown you where to find what you need. If something was misunderstood, write below.
enquiry-stand-declined = Your city cannot become a member now. The reason is below, and how to come back.
enquiry-stand-duplicate = Somebody else from your local government has asked too. The team deals with both together.
enquiry-stand-duplicate-answered = Somebody else from your local government has asked too, and the team has answered them. If you need an answer yourself, write below.
enquiry-stand-spam = This enquiry is closed.
enquiry-stand-withdrawn = You have taken your enquiry back. If you write below, it is open again.
enquiry-own-due = A person answers by the end of { $day }.
enquiry-own-late = You should have had an answer by { $day }. We are sorry; the team has been reminded.
enquiry-own-keep = The link to this page is in the e-mail that we sent you. Whoever has the link sees this page: share it only with those who deal with it.
enquiry-own-keep-only = Keep the address of this page: this hub cannot send e-mail yet, so you find the answer only here. Whoever has the address sees this page.
enquiry-own-thread = What was written
enquiry-you = You
enquiry-own-write = Write to the team
enquiry-own-message = Your message
enquiry-own-message-needed = Write your message.
enquiry-own-send = Send
enquiry-own-withdraw = Take the enquiry back
enquiry-own-withdraw-hint = For when you no longer want to ask. You can open it again at any time by writing.
enquiry-own-withdraw-both = Take back the enquiry and the application
enquiry-own-withdraw-both-hint = If your city no longer wants to join. The application goes with the enquiry: nobody decides about it then. What was written in it stays for 24 months; to take it up again, write here, and the team invites you anew.
enquiry-own-withdraw-sure = Yes, the application too
error-enquiry-withdraw-sure = Tick that the application is taken back too.
done-enquiry-answered = Your message has been sent.
done-enquiry-withdrawn = You have taken your enquiry back.
error-enquiry-full = You have written { $max } messages here. Please write to the team through the contact page.

enquiry-letter-subject = Your enquiry to { $network }
enquiry-letter-received = Thank you for your enquiry to { $network }. A person reads it and answers by the end of { $day }.
enquiry-letter-page = Where your enquiry stands, and where you can answer:
application-letter-subject = Your application to { $network }
application-letter-page = Where it stands, and where you can write to the team:
application-letter-answer = Please answer in your application, then send it again. Its private link:
enquiry-letter-end = Please answer on that page: replies to this e-mail are not read. If you did not write to us, ignore this e-mail.
enquiry-letter-invited =
    Your local government can become a member of { $network }. We invite you to apply.

    You write the application on pages of its own, on any device, and go on whenever you like. We ask for:
    1. a little background: what your city faces and what it does already;
    2. two or three points of contact: ideally one with the mandate of the mayor, the governor or another competent authority, and one practitioner;
    3. the mandate, with something that proves it, and agreement to the guiding principles of the network.

    We decide within 3 working days of having all of it. The private link to the application stands in the e-mail to you and nowhere else.
enquiry-letter-merged = Somebody else from your local government has written to { $network } too. We deal with both enquiries together.
enquiry-letter-declined = Thank you for your enquiry to { $network }. Your local government cannot become a member now.
enquiry-letter-back = This is not final: when something changes, write on the page below, and we look at it again.
enquiry-outcome-partner = Thank you for writing to us. Members are local governments only. We work with organisations and ministries as partners; please tell us here what you have in mind:
enquiry-outcome-member = Thank you for writing to us. Your city is a member already. Find it in this list: its page shows how to reach its point of contact, who can invite you:
enquiry-outcome-contact = Thank you for writing to us. For what you need, please write to the team here:
enquiry-outcome-library = Thank you for writing to us. What you are looking for is in our library, which is open to everyone:
enquiry-outcome-not-local-government = Members are local governments only: cities, towns, districts, counties, regions.
enquiry-outcome-no-mandate = We need the mandate of the mayor, the governor or another competent authority, and could not confirm it.
enquiry-outcome-principles = Membership asks for the guiding principles of the network in word and deed, and we are not sure that they can be upheld at present.
enquiry-outcome-no-answer = We asked you something that we need to know, and have not heard from you.
enquiry-outcome-label-partner = To partners
enquiry-outcome-label-member = To the member city
enquiry-outcome-label-contact = To the contact form
enquiry-outcome-label-library = To the library
enquiry-outcome-label-not-local-government = No local government
enquiry-outcome-label-no-mandate = No mandate
enquiry-outcome-label-principles = Guiding principles
enquiry-outcome-label-no-answer = No answer to our question
enquiry-outcome-label-other = Another reason, in our own words

menu-enquiries = Enquiries
menu-enquiries-hint = Cities that want to join: answer, ask back, invite.
enquiries-search = City, person or e-mail address
enquiries-count = { $count ->
    [one] { $count } enquiry
   *[other] { $count } enquiries
  }
enquiries-received = waiting for us
enquiries-due = due today or overdue
enquiries-waiting = waiting for the city
enquiries-median = working days to the first answer
enquiries-median-none = None yet
enquiries-median-note = Half of the answers of the last 90 days came sooner. We promise 3.
enquiries-none = No enquiry yet
enquiries-none-hint = When a local government asks whether it can join, it stands here, with the day by which it is answered.
enquiries-unfit = No enquiry fits
enquiries-unfit-hint = Try part of a name, or take a filter away.
enquiries-form = The form that cities fill in
enquiry-city = City
enquiry-office = Office
enquiry-central = Central team
enquiry-state = State
enquiry-state-received = Waiting for us
enquiry-state-asked-back = Waiting for the city
enquiry-state-invited = Invited to apply
enquiry-state-redirected = Sent elsewhere
enquiry-state-declined = Declined
enquiry-state-duplicate = Dealt with together
enquiry-state-spam = Not meant
enquiry-state-withdrawn = Taken back
enquiry-received = Received
enquiry-age = Age in working days
enquiry-days-old = { $count ->
    [0] less than one working day
    [one] { $count } working day
   *[other] { $count } working days
  }
enquiry-due = Due
enquiry-due-today = Due today
enquiry-due-in = { $count ->
    [0] Due on the next working day
    [one] Due in { $count } working day
   *[other] Due in { $count } working days
  }
enquiry-overdue = { $count ->
    [one] Overdue by { $count } working day
   *[other] Overdue by { $count } working days
  }
enquiry-owner = Seen to by
enquiry-mine = Me
enquiry-nobodys = Nobody yet
enquiry-nobody = Nobody yet
enquiry-title = Enquiry: { $place }
enquiry-thread = What was written
enquiry-erased = What people wrote here has been erased: the enquiry came to its end more than 24 months ago, or nobody meant it.
enquiry-note-only = Note for the office only
enquiry-of-other = in the other enquiry
enquiry-somebody = Somebody of the office
enquiry-by-asker = Whoever asked, or the hub
enquiry-write = Write
enquiry-writing = What is it?
enquiry-write-question = A question: the clock stops until they answer
enquiry-write-letter = A message that needs no answer: the clock goes on
enquiry-write-note = A note for the office only
enquiry-text = Text
enquiry-reads = They read: { $language }.
enquiry-write-send = Send
enquiry-decide = Decide
done-enquiry-written = Your message has been sent.
done-enquiry-written-waits = Your message is on their page. No e-mail leaves this hub yet.
done-enquiry-noted = The note is kept.
error-enquiry-moved = Something was done with this enquiry while you wrote. Look at it above; your text is kept. Send it again if it still fits.
enquiry-facts = About the enquiry
enquiry-asker = Who asks
enquiry-asker-position = Function
enquiry-asker-mandate = Mandate
enquiry-asker-mandate-holder = They hold the office themselves
enquiry-asker-mandate-asked = They were asked to write
enquiry-asker-mandate-not-yet = Not yet
enquiry-written-as = As they wrote it
enquiry-gazetteer = Gazetteer
enquiry-gazetteer-none = The place is not in it, or was not found
enquiry-reckoning = How the day was counted
enquiry-counted = { $count ->
    [one] { $count } working day after { $day }, by the calendar: { $calendar } ({ $zone }).
   *[other] { $count } working days after { $day }, by the calendar: { $calendar } ({ $zone }).
  }
enquiry-day-off = Not counted: { $day } ({ $why })
enquiry-weekend = weekend
enquiry-holidays-unknown = The holidays of { $year } are not known here; only weekends were left out.
enquiry-owner-choose = Who sees to it?
enquiry-assign = Save
enquiry-hand-over = Hand over
done-enquiry-assigned = Saved. Whoever sees to it is told.
done-enquiry-handed-over = The enquiry is with the other office now.
error-enquiry-owner = This person does not answer for this region. Choose another one.
enquiry-alike = Others about the same place
enquiry-history = History
enquiry-decide-title = Decide: { $place }
enquiry-decision = Decision
enquiry-decide-invite = Invite to apply
enquiry-decide-invite-hint = They get a private link to the application.
enquiry-decide-redirect = Send elsewhere
enquiry-decide-redirect-hint = They are told where they find what they need. Choose where below.
enquiry-decide-decline = Decline
enquiry-decide-decline-hint = They are told why, and how to come back. Choose the reason below.
enquiry-decide-merge = Deal with it together with another one
enquiry-decide-merge-hint = They are told that somebody else from their local government has asked too. Choose the other one below.
enquiry-decide-spam = Nobody meant it
enquiry-decide-spam-hint = Nobody is told; it is erased after 90 days.
enquiry-decide-reopen = Look at it again
enquiry-decide-reopen-hint = It waits for us again, with 3 working days from now.
enquiry-redirect = Sent elsewhere: where?
enquiry-reason = Declined: why?
enquiry-of = Dealt with together: with which one?
enquiry-words = In your own words
enquiry-words-hint = Stands below the usual text of the e-mail, in the language that you write.
enquiry-words-needed = Say why in your own words.
enquiry-decide-do = Decide
done-enquiry-decided = Decided.
done-enquiry-decided-told = Decided. They are told by e-mail.
done-enquiry-decided-told-waits = Decided. It stands on their page; no e-mail leaves this hub yet.
error-enquiry-of = Choose another enquiry that is open.

notice-membership-enquiry = An enquiry of a city waits for you
job-membership-remind = Reminds the office of an enquiry
record-enquiry-invited = City invited to apply
record-enquiry-redirected = Enquiry sent elsewhere
record-enquiry-declined = Enquiry declined
record-enquiry-merged = Enquiry dealt with together with another one
record-enquiry-spam = Enquiry that nobody meant
record-enquiry-reopened = Enquiry looked at again
record-enquiry-list-taken = List of enquiries downloaded
letter-enquiry-mailbox-subject = Enquiry: { $place }, { $country }
letter-enquiry-mailbox-text = A local government asks whether it can join: { $place }, { $country }. It is answered by the end of { $day }. It is here:
letter-enquiry-subject = Enquiry: { $place }, { $country }
letter-enquiry-text = Hello { $name },

    a local government asks in { $hub } whether it can join: { $place }, { $country }. It is answered by the end of { $day }. It is here:
letter-enquiry-written-subject = New message in the enquiry: { $place }, { $country }
letter-enquiry-written-text = Hello { $name },

    somebody has written in an enquiry in { $hub }: { $place }, { $country }. It is here:
letter-enquiry-assigned-subject = You see to the enquiry: { $place }, { $country }
letter-enquiry-assigned-text = Hello { $name },

    an enquiry in { $hub } is with you now: { $place }, { $country }. It is answered by the end of { $day }. It is here:
letter-enquiry-due-subject = Due today: the enquiry of { $place }
letter-enquiry-due-text = Hello { $name },

    the enquiry of { $place } in { $hub } waits for an answer by the end of today, { $day }. It is here:
letter-enquiry-overdue-subject = Overdue: the enquiry of { $place }
letter-enquiry-overdue-text = Hello { $name },

    the enquiry of { $place } in { $hub } should have been answered by { $day }. It is here:
enquiry-stand-duplicate-invited = Your local government is invited to apply. Somebody else has asked too and has the link to the application; the team deals with both together.
record-enquiry-handed-over = Enquiry handed over to another office
letter-enquiry-with-you-subject = With you now: the enquiry of { $place }, { $country }
letter-enquiry-with-you-text = Hello { $name },

    an enquiry in { $hub } is with you or your office now: { $place }, { $country }. Its city has been asked something and has not answered yet. It is here:

# The application
application = Application
application-title = Application: { $place }
application-stand-draft = Write your application here, as it suits you: what you write is kept, and you can go on at any time, on any device.
application-stand-submitted = Your application is with the team.
application-stand-asked-back = The team has a question for you. Answer it here, then send the application again.
application-stand-accepted = Your city is a member. Its points of contact have been invited by e-mail.
application-stand-declined = Your city cannot become a member now. The reason is below, and how to come back.
application-stand-lapsed = Nothing was written here for a long time. Write in it again, and it is open again.
application-stand-withdrawn = The invitation or the enquiry was taken back, and the application with it. Write to the team if you want to take it up again.
application-beside-draft = Your city is invited to apply. The private link to the application is in the e-mail that we sent to you.
application-beside-asked-back = The team has a question about your application. Answer in the application and send it again: its private link is in the e-mail with the question.
application-beside-lapsed = Nothing was written in your application for a long time. Open it with the private link from our e-mails and write in it: it is open again.
application-tasks = What we need
application-part-city = Your city
application-part-contacts = Points of contact
application-part-mandate = The mandate
application-proof = Proof of the mandate
application-principles = The guiding principles
application-done = Done
application-begun = Something is missing
application-to-do = To do
application-saved-when = Saved { $time }
application-saved-at = Saved at { $time }
application-not-saved = Not saved: the connection failed. What you wrote is still here.
application-not-whole = When all of it is done you can send the application from here.
application-thread = Messages
application-thread-hint = What you and the team have written to each other.
application-thread-see = To the messages
application-about = About the application
application-happens = What happens
application-step-enquiry = Enquiry
application-step-write = Application
application-step-write-hint = You write it, on any device.
application-step-decide = Decision
application-step-decide-hint = Within 3 working days of having all of it.
application-step-member = Member
application-step-member-hint = Your points of contact are invited to the hub.
application-private = The private link
application-private-text = Whoever has the link to this page can read and write the application. Pass it on only to those who write it with you.
application-sign-elsewhere = Somebody else signs?
application-sign-elsewhere-text = Send this link to whoever signs. It shows the guiding principles and nothing else of the application.
application-sign-link = Link for signing
application-sign-known = Signed on behalf of { $name }, { $day }.
application-again = Apply again
application-again-hint = What you wrote is still here. Change what is needed and send it again.
application-save = Save
application-later = Save and come back later
application-back = Back to the application
application-city-text = So that the team knows what { $place } works on. Please name nobody who could be recognised.
application-background = About your city
application-background-hint = Inhabitants, languages, who is responsible for prevention.
application-background-needed = Write something about your city.
application-challenges = What does it face?
application-challenges-needed = Write what your city faces.
application-approaches = What does it do already?
application-approaches-hint = Programmes, partners, what worked and what did not.
application-approaches-needed = Write what your city does already.
application-terms-lang = Language of the terms of reference
application-contacts-text = Two or three people with whom the network works. Ideally one has the mandate of the mayor, the governor or another competent authority, and one is a practitioner. Each of them is invited to the hub when your city is a member.
application-contact-first = First point of contact
application-contact-first-hint = Of the local government. Leads the work of your city in the hub.
application-contact-second = Second point of contact
application-contact-third = Third point of contact
application-contact-name = Name
application-contact-name-needed = Enter the name of this point of contact.
application-contact-position = Function
application-contact-position-needed = Enter the function of this point of contact.
application-contact-email = E-mail address
application-contact-kind = What do they do?
contact-kind-mandated = Has the mandate of the mayor, the governor or another competent authority
contact-kind-practitioner = Practitioner
contact-kind-organisation = Of an organisation that the city names
contact-kind-other = Another function
application-contact-organisation = Organisation
application-contact-organisation-hint = Only where it is not the local government.
application-contacts-other = If you chose others
application-contacts-reason = Why not one with the mandate and one practitioner?
application-mandate-text = Who decides that your city joins: the mayor, the governor or another competent authority.
application-mandate-name = Name of whoever gives the mandate
application-mandate-name-hint = As they write it themselves.
application-mandate-name-needed = Enter who gives the mandate.
application-mandate-position = Function
application-mandate-position-hint = Mayor, governor, head of the council.
application-mandate-position-needed = Enter the function of whoever gives the mandate.
application-mandate-on = Day of the mandate
application-proof-text = A statement of the mayor, a decision of the council, an e-mail printed as a PDF: whatever shows that your city may join. A photograph taken with a phone is enough. Only the team sees it.
application-proof-file = File
application-file-limits = PDF, JPEG or PNG, { $size } at most.
application-file-send = Send the file
application-files = Files
application-file = Proof { $number } ({ $format })
application-file-remove = Remove
application-files-full = { $count ->
    [one] You have sent { $count } file. Remove one to send another.
   *[other] You have sent { $count } files. Remove one to send another.
  }
application-sign-text = Sign for { $place }, on behalf of whoever has the mandate. No account is needed.
application-sign = Sign
application-sign-name = Name of whoever has the mandate
application-sign-name-hint = As they write it themselves.
application-sign-name-needed = Enter the name of whoever has the mandate.
application-sign-position = Function
application-sign-position-needed = Enter the function of whoever has the mandate.
application-agree = The local government agrees to these principles; I have its mandate, or may sign for whoever has it
application-sign-named = The name may stand on the public list of signatures
application-sign-named-hint = Without it only the city and the function are shown.
application-sign-hint = We keep the day, the function, the name and the text that you see here.
application-sign-do = Sign
application-sign-over = The application has been sent: it cannot be signed any more.
application-sign-close = Thank you. There is nothing left to do: you can close this page.
application-sign-anew = Somebody else has the mandate?
application-submit = Send the application
application-submit-text = The team decides within 3 working days. Once it is sent, the application cannot be changed.
application-submit-asked = The team asked you something: answer it in the application or below.
application-submit-message = Message to the team
application-submit-do = Send
error-application-long = This is longer than { $max } characters. Shorten it.
error-application-twice = This address is named already. Enter another one.
error-application-lead = The first point of contact is of the local government. Name somebody of the organisation as the second or third.
error-application-reason = Say why, or choose one with the mandate and one practitioner.
error-application-organisation = Enter the organisation.
error-application-day = Enter the day of the mandate: day, month, year.
error-application-ahead = This day is still to come. Enter the day on which the mandate was given.
error-application-format = This is no PDF, JPEG or PNG. Choose another file.
error-application-files = You have sent { $max } files already. Remove one first.
error-application-file = Choose a file.
error-application-principles = The guiding principles have changed since you opened this page. Read them again, then sign.
error-application-agree = Tick that the local government agrees to the principles.
error-application-missing = Something is missing in the application. Look at what is to do.
error-application-sent = The application has been sent meanwhile: nothing can be changed now. Copy what you wrote here if you need it.
error-application-saved = What you wrote is saved. Before you send the application, put this right:
done-application-saved = Saved.
done-application-file-kept = The file has arrived.
done-application-file-removed = The file is removed.
done-application-signed = Signed.
done-application-sent = Thank you. Your application is with the team.
done-application-again = The application is open again.

application-letter-link = The private link to your application:
application-letter-again = Here is the link to the application of { $place }. Go on where you were, on any device.
application-letter-reminded = You have begun the application of { $place } and not sent it yet. If something is unclear, write to us on the page of your enquiry.
application-letter-lapsed = Nothing was written in the application of { $place } for a long time, so we wait for it no more. Write in it again, and it is open again.
application-letter-accepted = { $city } is a member of { $network } from today. Welcome. Each of your points of contact gets an e-mail with a link of their own to the hub, where the terms of reference are too. The page of your city:
application-letter-declined = Thank you for your application to { $network }. Your local government cannot become a member now.
application-letter-back = This is not final. What you wrote is kept: change what is needed with the link to your application and send it again, or write to us on the page below.
application-declined-mandate = We could not confirm the mandate of the mayor, the governor or another competent authority.
application-declined-contacts = We need points of contact of the local government with whom we can work.
application-declined-principles = Membership asks for the guiding principles of the network in word and deed, and we are not sure that they can be upheld at present.
application-declined-label-mandate = Mandate not confirmed
application-declined-label-contacts = Points of contact
application-declined-label-principles = Guiding principles
application-declined-label-other = Another reason, in our own words

menu-applications = Applications
menu-applications-hint = Cities that were invited: ask back, accept, decline.
applications-count = { $count ->
    [one] { $count } application
   *[other] { $count } applications
  }
applications-none = No application yet
applications-none-hint = A city that you invite to apply stands here from then on.
applications-unfit = No application fits
applications-unfit-hint = Take the filter away.
application-stands = Application: { $state }
application-state-draft = Being written
application-state-submitted = Waiting for us
application-state-asked-back = Waiting for the city
application-state-accepted = Member
application-state-declined = Declined
application-state-lapsed = Lapsed
application-state-withdrawn = Taken back
application-submitted = Sent
application-proof-none = No file yet.
application-proof-record = Each time somebody opens one it is on record.
application-signed-for = On behalf of { $name }, { $position }, { $day }.
application-unsigned = Not signed yet.
application-warning-signature = It is signed on behalf of somebody else than the one who gives the mandate. Accept it only if the proof shows that this is right.
application-warning-own = Whoever asked signed in their own name and is a point of contact. Accept it only if the proof shows that they hold the office.
application-warning-version = The guiding principles have a newer version by now: ask the city to sign it.
application-accept = Accept
application-decline = Decline
application-ask = Ask the city something
application-question = Your question
application-question-hint = The clock stops until the city sends its application again.
application-question-needed = Write your question.
application-ask-do = Ask
application-enquiry = Enquiry
application-enquiry-hint = Messages, notes, who sees to it and which office: all of it stands with the enquiry.
application-link = Private link
application-link-hand-over = No e-mail leaves this hub yet: hand this link over yourself, only to the city.
application-link-send = Send the link again
application-link-send-hint = To the address of whoever asked.
application-link-anew = End the link and send another one
application-link-anew-hint = For when it came into wrong hands.
application-decline-title = Decline: { $place }
application-decline-text = They are told why, and how to come back. What they wrote stays for 24 months.
application-reason = Reason
application-accept-title = Accept: { $place }
application-accept-text = With this the city is a member: it gets its page, its points of contact are invited, its signature and its terms of reference are kept.
application-unprintable = There is no font for these characters in the terms of reference; another sign stands in their place: { $letters }
application-mandate-check = The mandate
application-mandate-signed = The principles are signed on behalf of { $name }, { $position }.
application-mandate-read = I have read the proof: it shows that this person has the mandate and that it covers the signature
error-application-mandate-read = Read the proof of the mandate and tick that it shows the mandate.
application-facts = What the hub says about the city
application-facts-hint = From the enquiry and the gazetteer. Each figure with its source.
application-record = Was it a member before?
application-record-hint = Then its record, with its names and facts, its people and its documents are those of before.
application-record-new = No, it is new
application-welcome = Welcome
application-accept-do = Accept the city as a member
done-application-asked = Your question has been sent.
done-application-asked-waits = Your question is on their page. No e-mail leaves this hub yet.
done-application-declined = Declined. They are told by e-mail.
done-application-declined-waits = Declined. It stands on their page; no e-mail leaves this hub yet.
done-application-accepted = The city is a member. Its people are invited by e-mail.
done-application-accepted-waits = The city is a member. No e-mail leaves this hub yet: the central team hands its people their links over, on the page of each.
done-application-link-sent = The link has been sent.
done-application-link-sent-waits = No e-mail leaves this hub yet: hand the link over yourself.
member-joined = How this city joined
member-signed = Signed the guiding principles, version { $version }, on { $day }.
member-terms = Terms of reference (PDF)
terms-title = Terms of reference: { $city }

notice-membership-application = An application of a city waits for you
notice-membership-member = A city became a member
record-application-accepted = City accepted as a member
record-application-declined = Application declined
record-application-link-changed = Private link of an application ended and another one sent
record-application-list-taken = List of applications downloaded
record-application-proof-opened = Proof of a mandate opened
letter-application-subject = Application: { $place }, { $country }
letter-application-text = Hello { $name },

    a city has sent its application in { $hub }: { $place }, { $country }. It is decided by the end of { $day }. It is here:
letter-application-due-subject = Due today: the application of { $place }
letter-application-due-text = Hello { $name },

    the application of { $place } in { $hub } waits for a decision by the end of today, { $day }. It is here:
letter-application-overdue-subject = Overdue: the application of { $place }
letter-application-overdue-text = Hello { $name },

    the application of { $place } in { $hub } should have been decided by { $day }. It is here:
letter-application-with-you-subject = With you now: the application of { $place }, { $country }
letter-application-with-you-text = Hello { $name },

    an application in { $hub } is with you or your office now, and its enquiry with it: { $place }, { $country }. It is here:
letter-member-subject = New member: { $city }
letter-member-text = Hello { $name },

    { $city } is a member now, in { $hub }. Its page is here:
application-latest = Written last
application-by-city = The city
application-by-office = The office
application-submit-signed = The principles are signed on behalf of { $name }.
application-accounts = Accounts that are there already
application-accounts-text = These points of contact have an account: they keep what they hold and get the role for this city beside it. Look twice where somebody of the team or of another city is named.
application-namesake = There is a member of this name in this country:
application-is-other = It is another local government of the same name
error-application-own = You asked for this city yourself: somebody else of the office decides.
error-application-old = This day is too long ago. Enter the day on which the mandate was given.
task-enquiry = Answer the enquiry: { $place }
task-application = Decide about the application: { $place }
right-enquiries = Answer enquiries of cities and decide on applications

merge-applications = Applications
merge-contacts = Points of contact

# Prospects
menu-prospects = Prospects
menu-prospects-hint = Local governments that the network speaks with before they ask
right-prospects = Keep prospects of one’s region, and invite them
prospects-hint = Local governments that the network speaks with before they ask. Only those who answer for the region see them, and nothing of it is public.
prospects-search = Place or contact
prospects-count = { $count ->
    [one] One prospect
   *[other] { $count } prospects
  }
prospects-none = No prospects yet
prospects-none-hint = Add a local government that the network speaks with, and invite its contact to ask when the time has come.
prospects-unfit = No prospect fits
prospects-unfit-hint = Take a filter away, or show all.
prospect-mine = With me
prospect-new = Add a prospect
prospect-title = Prospect: { $place }
prospect-correct = Correct
prospect-correct-title = Correct what is kept of { $place }
prospect-form-hint = Keep only what the official contact gave or the local government publishes. Nothing about people beyond their function.
prospect-contact-section = Official contact
prospect-contact = Contact
prospect-name = Name
prospect-position = Function
prospect-lang = Language of e-mails
prospect-work = In the network
prospect-owner = Who speaks with them
prospect-recommended = Recommended by
prospect-recommended-none = No member
prospect-next = Speak again on
prospect-note = What was said until now
prospect-said = What was said
prospect-say = Note what was said
prospect-say-hint = For those who answer for the region. No opinions on people: whoever is named may read it.
prospect-say-send = Note
prospect-notes = What was said
prospect-notes-none = Nothing is noted yet.
prospect-was-invited = Invited
prospect-invited-at = Last invited
prospect-unknown = Not known
prospect-invite = Invite to ask
prospect-invite-again = Invite again
prospect-invite-title = Invite { $place } to ask
prospect-invite-hint = The contact gets an e-mail with a link to the form in which a local government asks; what is known is filled in. The link holds for 180 days. They can also say that they do not want to be written to.
prospect-invite-send = Send the invitation
prospect-enquiry = See the enquiry
prospect-erased-on = Erased on { $day } if nothing is said until then.
prospect-drop = Speak with it no more
prospect-resume = Speak with it again
prospect-state-open = In touch
prospect-state-invited = Invited
prospect-state-enquired = Has asked
prospect-state-declined = Does not want to be written to
prospect-state-dropped = No longer in touch
prospect-letter-subject = Invitation from { $network }
prospect-letter-text = Hello,

    { $network } invites { $place } to ask about membership.
prospect-letter-join = Here you ask, in your language; what we know is filled in, and can be changed:
prospect-letter-stop = You do not want to hear from us about this? Here you say so, and your address is erased:
prospect-letter-end = You get this e-mail because your address was given to us as that of the official contact. It is kept until 24 months after we last spoke.
invited-title = Invitation for { $place }
invited-text = { $network } has invited your local government to ask about membership.
invited-join = Ask about membership
invited-decline-title = Or do you not want to hear from us?
invited-decline-hint = Your name, your address and what was noted are erased. That your local government does not want to be written to is kept for 24 months, so that nobody does.
invited-decline = Do not write to us again
enquiry-prospect = Spoken with before
task-prospect = Speak with { $place } again
merge-recommended = Prospects that the city recommended
done-prospect-added = Added.
done-prospect-noted = Noted.
done-prospect-invited = The invitation is on its way.
done-prospect-declined = Nobody will write to you about this. Your address is erased.
error-prospect-over = This prospect is not spoken with any more: it has asked, does not want to be written to, or was set aside.
error-prospect-no-email = There is no e-mail address of a contact yet. Add it first.
error-prospect-lately = This prospect was invited in the last 14 days. Give them time to answer.
error-prospect-owner = Choose somebody who answers for this region.
error-prospect-region = Another office answers for this country. Ask the central team to add it.
error-prospect-there = { $place } is a prospect already. Look in the list.
error-prospect-asks = This place has asked already. Look among the enquiries.
error-prospect-member = { $city } is a member already.
error-prospect-day = Choose a day from today on, within two years.
record-prospect-added = Prospect added
record-prospect-invited = Prospect invited to ask
record-prospect-declined = Prospect does not want to be written to
record-prospect-dropped = No longer in touch with a prospect
record-prospect-resumed = Prospect spoken with again
record-prospect-list-taken = List of prospects taken as a file

prospect-erase = Erase
prospect-erase-hint = If somebody asks for it, or it was added by mistake: the contact and all that was said are gone.
prospect-erase-sure = Erase all of it
prospect-erase-press = Erase this prospect
done-prospect-erased = Erased.
error-prospect-sure = Tick the box if all of it is to be erased.
error-prospect-declined = This local government does not want to be written to. Nothing is noted about it any more.
record-prospect-erased = Prospect erased

error-prospect-left-alone = Whoever reads this address does not want to be written to. Nothing is sent there.
