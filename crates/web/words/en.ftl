skip = Skip to content
found-without = Without “{ $word }”: { $count }
found-meant = Did you mean “{ $text }”? ({ $count })
history-by = { $who }, { $when }
menu = Menu
language = Language
account = Account
sign-in = Sign in
sign-out = Sign out
signed-in-as = Signed in as { $name }
demo-label = About this page
demo-notice = Demonstration: people, documents and events here are invented.

foot-network = The network
ask-team = Ask the team
foot-together = Working together
foot-open = Openness

office-texts = What visitors read
office-people = Accounts and roles
office-record = Record and emergency access
office-system = Running the hub

name = Name
name-needed = Enter the name.

form-problem = There is a problem
form-leave-empty = Leave this field empty
error-file-missing = Choose a file.
error-upload-large = This file is larger than { $size }.
error-form-trap = A field that is not shown was filled in, perhaps by a program. Send the form once more: what you wrote is still here.
error-form-old = This page was open for a long time. Send the form once more: what you wrote is still here.
error-form-quick = That was very quick. Read it through, then send the form once more.
error-unreadable = We could not read what you sent. Go back and send it again.
error-required = “{ $label }” is empty. Please fill it in.
error-too-long = “{ $label }” is too long: use at most { $max ->
    [one] one character
   *[other] { $max } characters
  }.
error-choose = Choose an option for “{ $label }”.
error-changed = Someone else saved changes while you were writing. What you wrote is still in the form, and each field that differs shows what is saved now. Save again to replace it with yours.
error-changed-to = Saved now: { $saved }
error-changed-empty = It is empty now.
error-changed-field = { $label }: changed by someone else in the meantime

size-bytes = { $number } bytes
size-kb = { $number } kB
size-mb = { $number } MB
list-comma = { ", " }
colon = { ": " }
coordinates = { $latitude } { $north }, { $longitude } { $east }
map-north = N
map-south = S
map-east = E
map-west = W
years-span = { $from }–{ $to }
years-since = since { $from }
years-until = until { $to }

pager-label = Pages of the list
pager-range = { $first } to { $last } of { $total }
pager-cut = Only the first { $count } are listed. Search or filter to see the others.
pager-previous = Previous
pager-next = Next
list-past-end = This page of the list is empty
list-first-page = Go to the first page
list-without-filters = Search without filters
list-whole = Show the whole list
list-earlier = Earlier entries
sheet-cut = The list ends here: a file holds at most { $count ->
    [one] one row
   *[other] { $count } rows
  }. Narrow the list and download it in parts.
sheet-download = Download as:

error-400 = We could not read this request
error-400-text = The address, or what was sent with it, is incomplete or damaged. Go back one page and try again, or start from one of these.
error-403 = You do not have access to this
error-403-text = This page, or what you wanted to do on it, is for other roles. If you need it for your work, write to the central team.
error-403-foreign = This form did not come from our pages
error-403-foreign-text = Nothing was changed. Open the page here again, fill in the form and send it.
error-404 = This page was not found
error-404-text = It may have moved, or you need to sign in to see it. Search for what you need, or start from one of these.
error-405 = This address is for something else
error-405-text = The page cannot be used in this way. Go back one page, or start from one of these.
error-408 = The connection was too slow
error-408-text = What you sent did not arrive in time, and nothing was kept. If your connection is weak, move to where it is stronger or send a smaller file, then try again.
error-409 = Someone else changed this first
error-409-text = It was changed or created in the meantime. Go back, reload the page and check it. Nothing was overwritten.
error-413 = This is too large
error-413-text = You can send at most { $size } here. Nothing was kept.
error-414 = This address asks for too much at once
error-414-text = It is longer than an address may be here. Search with fewer words or choose fewer filters, or start from one of these.
error-422 = Something needs another look
error-422-text = Part of what you sent could not be used. Go back, check it and send it again.
error-429 = Too many attempts
error-429-text = Please wait { $count ->
    [one] one minute
   *[other] { $count } minutes
  } and try again.
error-500 = Our mistake
error-500-text = Something went wrong on our side, and we have a record of it. What you had saved before is safe. Try again in a moment.
error-number = If you tell us about it, give us this number: { $number }
error-503 = Not available right now
error-503-text = Part of the hub is not answering, or has no space left. What you had saved before is safe; what you just sent was not kept. Try again in a few minutes.
error-503-busy = Many people are using the hub right now
error-503-busy-text = Nothing is broken, and what you had saved is safe; what you just sent was not kept. Wait a few seconds and try again.
error-home = Home

again-title = You are no longer signed in
again-text = Nothing is lost: what you wrote is kept on this page. Sign in (this opens a new window), then come back here and send it again.
again-files = Files have to be chosen and passwords entered once more.
again-send = Send it again
again-other-title = This form was not sent in your name
again-other-text = You are signed in as { $name }. What you see here was sent from this browser with another account, or with none. Nothing has been done yet. Send it only if you want it done in your name.
again-other-pressed = You are signed in as { $name }. This was sent from this browser with another account, or with none. Nothing has been done yet. If you want it done in your name, open its page, see what it does, and send it from there.
again-other-page = Open the page of this form
again-other-send = Send it in my name

letter-notice-foot = In your account you choose how these e-mails reach you: at once, once a day or never.
letter-daily-subject = { $what }: { $count ->
    [one] one notice
   *[other] { $count } notices
  }
letter-daily-text = Hello { $name },

    This has happened since the last e-mail about “{ $what }”:
error-written = What you wrote, for you to copy
moment = { $date }, { $clock } UTC
filter-chosen = { $filter }: { $value }
filter-more = { $count ->
    [one] One more
   *[other] { $count } more
  }
filters-clear = Clear all filters
title-query = { $title }: { $query }
title-page = { $title }, page { $page }
error-404-sign-in = Sign in to see it
mail-not-set = E-mail is not set up on this hub: messages stay in its data folder. Whoever runs it has to set up an SMTP server.
mail-not-set-others = This hub cannot send e-mail yet. Ask whoever runs it.
field-optional = (optional)
checks-more = { $count ->
    [one] Show one more
   *[other] Show { $count } more
  }
job-mail-send = Sending an e-mail
job-event-again = Following an event again that could not be followed
job-tidy-up = Tidying up
job-seal-record = Sealing the record
language-af = Afrikaans
language-am = Amharic
language-ar = Arabic
language-az = Azerbaijani
language-be = Belarusian
language-bg = Bulgarian
language-bn = Bangla
language-bs = Bosnian
language-ca = Catalan
language-cs = Czech
language-cy = Welsh
language-da = Danish
language-de = German
language-dv = Divehi
language-el = Greek
language-en = English
language-es = Spanish
language-et = Estonian
language-eu = Basque
language-fa = Persian
language-fi = Finnish
language-fr = French
language-ga = Irish
language-gl = Galician
language-gu = Gujarati
language-ha = Hausa
language-he = Hebrew
language-hi = Hindi
language-hr = Croatian
language-ht = Haitian Creole
language-hu = Hungarian
language-hy = Armenian
language-id = Indonesian
language-ig = Igbo
language-is = Icelandic
language-it = Italian
language-ja = Japanese
language-ka = Georgian
language-kk = Kazakh
language-km = Khmer
language-kn = Kannada
language-ko = Korean
language-ku = Kurdish
language-lg = Ganda
language-lo = Lao
language-lt = Lithuanian
language-lv = Latvian
language-mi = Māori
language-mk = Macedonian
language-ml = Malayalam
language-mn = Mongolian
language-mr = Marathi
language-ms = Malay
language-mt = Maltese
language-my = Burmese
language-nb = Norwegian Bokmål
language-ne = Nepali
language-nl = Dutch
language-nn = Norwegian Nynorsk
language-or = Odia
language-pa = Punjabi
language-pl = Polish
language-ps = Pashto
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-si = Sinhala
language-sk = Slovak
language-sl = Slovenian
language-sn = Shona
language-so = Somali
language-sq = Albanian
language-sr = Serbian
language-st = Southern Sotho
language-sv = Swedish
language-sw = Swahili
language-ta = Tamil
language-te = Telugu
language-th = Thai
language-tl = Filipino
language-tn = Tswana
language-tr = Turkish
language-ts = Tsonga
language-uk = Ukrainian
language-ur = Urdu
language-vi = Vietnamese
language-wo = Wolof
language-xh = Xhosa
language-yo = Yoruba
language-zh = Chinese
language-zu = Zulu
roles-rest = Your role is on hold until you set up a second step of signing in, because it could do much harm in the wrong hands.
roles-rest-way = Set it up now
error-403-why = Why may I not?
error-403-looking = You are only looking
error-403-looking-text = While you look at the platform as somebody with a role, you change nothing, and see nothing that you may not see yourself. Stop looking to go on with your own work.
looking = Looking as a role
looking-as = You look at the platform as: { $role }. You see what this role shows of what you may see yourself, and change nothing.
looking-stop = Back to my own role
