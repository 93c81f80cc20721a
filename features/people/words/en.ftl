menu-account = Your account
menu-people = People
menu-people-hint = Invite, give roles, deactivate, send a link again.
choose = Choose…
email = E-mail address
password = Password
new-password = New password
new-password-hint = At least 12 characters. A few words that only you would put together are best.
old-password = Current password
person-lang = Language of e-mails
sign-in-note = Accounts are made by invitation. Do you work for a member city?
sign-in-first = Sign in first. The page you asked for opens afterwards.
forgotten-link = Forgotten your password?
forgotten-title = Forgotten password
forgotten-text = Enter the e-mail address of your account. If there is one, it will get a link within minutes: to set a new password, or to sign in once and leave the password as it is.
forgotten-send = Send a link for a new password
forgotten-enter = Send a link to sign in
done-forgotten = If there is an account with this e-mail address, a link has just been sent to it. It works for one hour.
done-forgotten-waits = If there is an account with this e-mail address, a link is ready for it, but it has not left.
done-signed-out = You are signed out.
done-welcome = Welcome. Your password is set.
done-password = Your password is changed. All other sessions have ended.
error-sign-in = The e-mail address or the password is not right. Check both; capital letters matter in the password.
error-deactivated = This account is deactivated. If that is a mistake, write to the central team.
error-same-password = This is your current password. Choose another one.
error-password-short = Use at least { $least ->
    [one] one character
   *[other] { $least } characters
  }.
error-password-weak = This password is among the first that others would try. Use a few words that only you would put together.
error-old-password = This is not your current password.
error-email-taken = Someone with this e-mail address already has an account. Find them on the “People” page.
error-role-city = Choose the city for this role.
error-role-region = Choose the region for this role.
error-last-administrator = This is the only administrator. Make someone else an administrator first.
link-title = Set your password
link-text = { $name }, set the password of the account { $email } here.
link-first-title = Set up the first administrator
link-first-text = This hub has no administrator yet. The account that you set up here can do everything, and can invite others.
link-save = Set the password
link-gone = This link no longer works
link-gone-text = It has been used already, or it is too old. Links work once, and only for a while. If you have an account, ask for a new one.
link-gone-again = Ask for a new link
account-title = Your account
account-roles = Your roles
account-no-roles = You have no role at the moment: you can read what is public. Write to the central team.
account-own = About you
account-password = Password
account-password-note = Changing it ends all your sessions on other devices.
account-password-change = Change the password
people-title = People
people-invite = Invite someone
people-search = Search by name or e-mail address
people-none = Nobody matches
people-none-hint = Try part of the name or of the e-mail address. Anyone who has no account yet can be invited.
people-roles = Roles
people-state = Status
state-inactive = Deactivated
state-active = Active
state-invited = Invited
role = Role
role-needed = Choose a role.
role-for = { $role }, { $scope }
role-city = City
role-city-hint = For practitioners and city leads. Where a city has had people and has no lead now, an administrator gives the role.
role-region = Region
role-region-hint = For regional officers
role-practitioner = Practitioner
role-practitioner-hint = Works for a city: reads what is for members and for that city, uploads documents for members or for the city.
role-partner = Partner
role-partner-hint = Of an organisation, a university or a ministry that works with the network: reads what is public, takes part where invited. Not a member.
role-city-lead = City lead
role-city-lead-hint = Looks after a city: writes its profile, uploads and manages its documents.
role-regional-officer = Regional officer
role-regional-officer-hint = Serves the cities of one region: reads what is for members.
role-central-team = Central team
role-central-team-hint = Runs the network: facts of cities, documents of the network, people.
role-administrator = Administrator
role-administrator-hint = Runs the hub itself: everything, and the jobs in the background.
role-take = Take away
role-give = Give a role
person-no-roles = No role at the moment.
person-access = Access
person-link = Send a link again
person-deactivate = Deactivate
person-deactivate-hint = The person is signed out at once and can no longer sign in. What they did stays.
person-activate = Activate
person-not-yours = Only administrators change administrators and the central team.
invite-title = Invite someone
invite-hint = They will get an e-mail with a link that works once and expires after seven days.
invite-hint-waits = No e-mail leaves this hub yet: you hand the link over yourself, on the page that follows. It works once and expires after seven days.
invite-send = Send the invitation
done-invited = The invitation has been sent.
done-invited-waits = The account is ready. No e-mail leaves this hub yet: hand the link over yourself, below.
done-role-granted = The role is given. It takes effect on the next page they open.
done-role-taken = The role is taken away. It takes effect on the next page they open.
done-activated = Activated.
done-deactivated = Deactivated. All sessions have ended.
done-link-sent = A link has just been sent.
done-link-sent-waits = The link is ready, but it has not left.
letter-ask = Write to the network’s team:
letter-invitation-subject = Your account on { $hub }
letter-invitation-text = Hello { $name },

    You have been invited to { $hub }. Set your password here. The link works once and expires after seven days:
letter-invitation-end = If you did not expect this, do nothing: without a password the account cannot be used.
letter-reset-subject = New password for { $hub }
letter-reset-text = Hello { $name },

    Someone, most likely you, asked for a new password for { $hub }. Set it here. The link works once and expires after one hour:
letter-reset-end = If it was not you, do nothing: your password stays as it is.
letter-glass-subject = An administrator opened { $city }’s city-only documents
letter-glass-text = Hello { $name },

    { $administrator } opened the documents that only people with a role for { $city } can see. They stay open to that administrator for one hour. The reason given:

    { $reason }

    This is recorded. If you did not agree to it, or do not understand it, write to the network.
letter-role-subject = { $person } now has a role for { $city }
letter-role-text = Hello { $name },

    { $person } ({ $email }) has been given a role for { $city }: { $role }. With it they can read the city-only documents. Somebody new in the city reads the older ones only after 30 days, or once a lead of the city confirms them.
letter-role-record = A lead confirms them on the record of the city:
letter-role-end = If this is not right, please write to the network at once.
letter-taken-subject = { $person } has lost a role for { $city }
letter-taken-text = Hello { $name },

    { $person } ({ $email }) no longer holds this role for { $city }: { $role }.

    If this is not right, please write to the network at once.
letter-deactivated-subject = The account of { $person } is deactivated
letter-deactivated-text = Hello { $name },

    { $administrator } has deactivated the account of { $person } ({ $email }) on { $hub }. Nobody can sign in to it any more; what was done with it stays.

    If this is not right, please write to the network at once.
menu-record = Record
menu-record-hint = Who did what with accounts, roles, city-only documents and jobs. Nothing here can be changed.
record-title = The record
record-hint = Who did what with accounts, roles, city-only documents and jobs. Entries are added, never changed.
record-none = Nothing is on record yet
record-none-hint = What is done with accounts, roles, city-only documents and jobs is recorded here automatically.
record-detail = Details
record-what = What
record-whom = What it concerns
record-who = Who
record-when = When
record-person-invited = Person invited
record-people-list-taken = List of people downloaded
record-role-granted = Role given
record-role-taken = Role taken away
record-role-confirmed = Confirmed by the city
record-person-activated = Account activated
record-person-deactivated = Account deactivated
record-person-link-sent = Link sent
record-person-link-handed-over = Link made to hand over
record-person-link-made = Link made on the command line
record-person-first-administrator = First administrator set up
record-person-password-changed = Password changed
record-city-glass-broken = City-only documents opened
record-person-password-set = Password set by a link
record-document-glass-read = City-only document read by an administrator
city-record-title = Record of the city
city-record-of = Record of { $city }
city-record-hint = Who gave and took away roles for the city, changed its membership, and opened and read its city-only documents, when and why. Only people with a role for the city see it.
city-record-none-hint = As soon as someone is given a role for the city or loses one, its membership is changed or its city-only documents are opened, it appears here.
city-record-open = Open the record
city-record-document = One of your city-only documents
city-record-lately = { $count ->
    [one] One entry in the last 30 days.
   *[other] { $count } entries in the last 30 days.
  }
city-record-waiting = One person waits to be confirmed by you, or more.
city-record-many = More than 1,000 entries in the last 30 days.
newcomers-title = New in the city
newcomers-text = Somebody outside the city gave these people their role. They see only the city-only documents that came after it, the older ones from the day named here. Confirm those who belong to you: they see them all at once.
newcomers-more = There are more. They are listed here as soon as these are confirmed, or new no more.
newcomer-until = All of them from { $date }
newcomer-confirm = Confirm
done-confirmed = Confirmed. They now see all city-only documents.
error-role-no-lead = This city has no active lead who could object. Ask an administrator of the hub to give this role.
letter-own-role-subject = You now have a role for { $city }
letter-own-role-text = Hello { $name },

    You have been given a role on { $hub } for { $city }: { $role }. It takes effect on the next page you open.

    If you did not expect this, write to the network.
letter-own-role-network-subject = You now have another role on { $hub }
letter-own-role-network-text = Hello { $name },

    You have been given a role on { $hub }: { $role }. It takes effect on the next page you open.

    If you did not expect this, write to the network.
letter-own-taken-subject = You no longer have this role for { $city }
letter-own-taken-text = Hello { $name },

    This role on { $hub } for { $city } has been taken from you: { $role }.

    If this is not right, please write to the network at once.
letter-own-taken-network-subject = You no longer have this role on { $hub }
letter-own-taken-network-text = Hello { $name },

    This role on { $hub } has been taken from you: { $role }.

    If this is not right, please write to the network at once.
letter-password-subject = Your password on { $hub } was changed
letter-password-text = Hello { $name },

    The password of your account on { $hub } has just been changed. All other sessions have ended.

    If it was you, there is nothing to do. If it was not, set a new password here at once, and write to the network:
account-sessions = Where you are signed in
account-sessions-note = If you do not recognise one of them, end it and change your password.
session-began = Signed in { $when }
session-seen = Last used { $when }
session-this = This browser
session-end = End
sessions-end = End all others
done-session-ended = That session has ended.
done-sessions-ended = All other sessions have ended.
account-log = What happened to your account
account-log-note = If something here was not you, change your password and write to the network.
account-log-none = Nothing yet.
happened-signed-in = Signed in
happened-password-set = Password set by a link
happened-password-changed = Password changed
city-newcomer = You were given your role for this city from outside. For the first 30 days you see only the newer ones of its city-only documents, unless a lead of the city confirms you in its record.
notice-people-role = Someone gets or loses a role for your city
notice-people-role-without-lead = Someone gets or loses a role for your city while it has no other lead
notice-people-glass = An administrator opens your city-only documents
account-letters = E-mails
account-letters-note = Choose how you hear about what happens. E-mails about your own account and your own roles always come.
account-letters-always = For safety, you always hear about this at once:
account-letters-save = Save the choice
way-at-once = At once
way-daily = Once a day
way-never = Never
done-letters = Your choice is saved. It applies from the next time something happens.
record-city-glass-closed = City-only documents closed again
record-person-renamed = Own name changed
letter-why-former-lead = You get this e-mail because you were a lead of { $city } until lately. When a city changes its lead, someone must be able to object: for 30 days you are told what is done with its people.
letter-why-lately = You get this e-mail because you had a role for { $city } until lately: for 30 days you are told when its city-only documents are opened.
letter-activated-subject = The account of { $person } is active again
letter-activated-text = Hello { $name },

    { $administrator } has activated the account of { $person } ({ $email }) on { $hub } again. Its owner can sign in, and the account’s roles apply again.

    If this is not right, please write to the network at once.
letter-activated-meanwhile = What was done meanwhile with the roles of your city is on its record:
letter-reset-sent-subject = A link to choose a new password for { $hub }
letter-reset-sent-text = Hello { $name },

    The network’s team sends you a link to choose a new password for { $hub }. It works once and expires after one hour:
letter-reset-sent-end = If you do not need it, do nothing: your password stays as it is. If you did not expect it, ask the network’s team.
letter-membership-active-subject = The membership of { $city } is active
letter-membership-active-text = Hello { $name },

    { $by } has set the membership of { $city } to active. The people of { $city } read what is for members, and can share documents with them.

    If this is not right, please write to the network.
letter-membership-dormant-subject = The membership of { $city } is dormant
letter-membership-dormant-text = Hello { $name },

    { $by } has set the membership of { $city } to dormant: a member that does not take part for now. The people of { $city } go on reading what is for members.

    If this is not right, please write to the network.
letter-membership-suspended-subject = The membership of { $city } is suspended
letter-membership-suspended-text = Hello { $name },

    { $by } has suspended the membership of { $city }: it is not a member for now. Until that changes, its people keep what is city-only, but no longer read what is for members only. What the city has added to the library stays there.

    If this is not right, please write to the network at once.
letter-membership-withdrawn-subject = The membership of { $city } is withdrawn
letter-membership-withdrawn-text = Hello { $name },

    { $by } has set the membership of { $city } to withdrawn: it is no longer a member. Its people keep what is city-only, but no longer read what is for members only. What the city has added to the library stays there.

    If this is not right, please write to the network at once.
notice-people-membership = Your city’s membership changes
error-inactive = This account is deactivated. Activate it first.
error-activate-no-lead = This account holds a role for a city that has no active lead who could object, and was not deactivated lately. An administrator has to activate it.
error-sign-in-often = There were too many attempts to sign in with this e-mail address or from this place, perhaps by someone else. Wait { $count ->
    [one] one minute
   *[other] { $count } minutes
  } and try again. If you are not sure of your password, choose a new one through “Forgotten your password?”.
account-letters-none = E-mails about your own account and your own roles always come. There is nothing else to choose at the moment.
happened-link-sent = The network’s team sent you a link
session-agent = { $browser } on { $system }
browser-firefox = Firefox
browser-edge = Edge
browser-opera = Opera
browser-samsung = Samsung Internet
browser-chrome = Chrome
browser-safari = Safari
browser-unknown = Unknown browser
system-android = Android
system-ios = iPhone or iPad
system-windows = Windows
system-chromeos = ChromeOS
system-mac = Mac
system-linux = Linux
take-title = Take this role away?
take-text = It ends with the next page that this person opens. They are told by e-mail, and so are those who manage the city. If a city has no other lead, only an administrator can give its roles to others afterwards.
take-text-no-city = It ends with the next page that this person opens. They are told by e-mail.
deactivate-title = Deactivate this account?
deactivate-text = This person is signed out at once and cannot sign in. Their roles rest, what they did stays. They are told by e-mail, and so are those who manage their cities. If a city has no other lead, only an administrator can give its roles to others afterwards. The account can be activated again.
deactivate-text-no-city = This person is signed out at once and cannot sign in. Their roles rest, what they did stays. They are told by e-mail. The account can be activated again.
letter-invited-by-subject = { $by } invites you to { $hub }
letter-invited-by-text = Hello { $name },

    { $by } invites you to { $hub }. Your role there: { $role }. Set your password here. The link works once and expires after seven days:

hand-over = Make a link to hand over
hand-over-why = No e-mail leaves this hub yet, so the invitation waits in the data folder. You can give this person their link yourself.
hand-over-title = A link for { $name }
hand-over-text = Give it to this person yourself, in a way that only they read.
hand-over-link = Link to hand over
hand-over-hint = It works once and expires in seven days. It is shown only here and only now; earlier links no longer work. That you made it is on record.
hand-over-done = Back to the account
error-hand-over = A link is handed over only where no e-mail leaves the hub, to somebody who has not set a password yet.
hand-over-others = No e-mail leaves this hub yet, and somebody else gave this account its role: whoever gave it, or an administrator, can hand the link over.
happened-link-handed-over = A link for you was made to be handed over
second-step = Second step
second-step-text = With a second step, nobody can sign in with your password alone: a code from an app on your phone is needed too.
second-step-since = On since { $when }
second-step-begin = Set up the second step
second-step-begin-title = Set up the second step
second-step-change = Change the second step
second-step-change-hint = New recovery codes replace the earlier ones. If you have a new phone, set up the app on it: until you confirm it the old one works, then its codes and the earlier recovery codes stop working. If one of your roles needs a second step, it is on hold while you have none. If you have not seen or not kept your last recovery codes, make new ones.
second-step-anew = Set up another app
second-step-turn-off = Turn off
second-step-take = Take the second step away
second-step-take-title = Take the second step away?
second-step-take-text = Do this only if this person has lost both the app and the recovery codes, and you are sure that the request really comes from them: call them on a number that you know. All their sessions end, their password stays. They are told by e-mail.
done-second-step-off = The second step is turned off.
done-second-step-taken-away = The second step is taken away. All sessions have ended.
setup-title = Connect the app
setup-app = Install an authenticator app on your phone if you have none. Any app that shows codes of six digits will do.
setup-scan = Scan this QR code with the app. If you read this on the phone that has the app, use the link or the key below.
setup-qr = QR code for the authenticator app
setup-open = Open the key in an app on this device
setup-type = Or type this key into the app:
setup-code = Code that the app shows now
setup-code-hint = Six digits. There is a new code every thirty seconds.
setup-send = Connect this app
setup-anew-title = If the app did not take the code
setup-anew = Show a new key
code-title = Enter your code
code-text = Enter the code that your authenticator app shows now.
code = Code
code-hint = Six digits, or one of your recovery codes.
code-send = Sign in
code-again = Use another account
code-lost = If you have lost both the app and the recovery codes, write to the team that you have lost both. Somebody calls you on a number that they know, and takes the second step away.
codes-title = Your recovery codes
codes-begun = The second step is on. All other sessions have ended.
codes-text = With one of these you can sign in when you do not have your phone. Each works once. Print them or write them down, and keep them where only you can reach them: they are not shown again. Codes that you had before no longer work.
codes-kept = I have kept them
codes-new = New recovery codes
codes-left = { $count ->
    [0] You have no recovery code left. Make new ones.
    [one] You have one recovery code left. Make new ones in time.
   *[other] You have { $count } recovery codes left.
  }
error-code = This code does not work now. From the app: wait for the next code and check that your phone shows the right time. A recovery code works once: check it for typing errors.
error-code-app = This is not the code that the app shows now. Check that you scanned the newest picture on this page, and enter the next code.
error-code-often = There were too many wrong codes for this account, perhaps from someone else. Wait { $count ->
    [one] one minute
   *[other] { $count } minutes
  } and try again.
happened-second-step-on = Second step turned on
happened-second-step-off = Second step turned off
happened-second-step-taken-away = The network’s team took the second step away
happened-codes-made = New recovery codes made
happened-code-used = Recovery code used
happened-codes-guessed = We e-mailed you about several wrong codes after the right password
happened-code-wrong = Right password, wrong code
error-code-key = This hub can no longer read your second step. Write to the network: its team can take it away, and you can set it up again.
record-person-second-step-on = Second step turned on
record-person-second-step-off = Second step turned off
record-person-second-step-taken-away = Second step taken away
record-person-codes-made = New recovery codes
record-person-code-used = Recovery code used
letter-second-step-on-subject = Second step turned on for your account on { $hub }
letter-second-step-on-text = Hello { $name },

    The second step is now on for your account on { $hub }: to sign in, a code from an authenticator app is needed as well as the password. All other sessions have ended.

    If it was you, there is nothing to do. If it was not, write to the network’s team at once: they, or whoever runs the hub, can take it away. Then set a new password here:
letter-second-step-off-subject = Second step turned off for your account on { $hub }
letter-second-step-off-text = Hello { $name },

    The second step has just been turned off for your account on { $hub }. The password alone is enough to sign in now, and a role that needs a second step is on hold.

    If it was you, there is nothing to do. If it was not, set a new password here at once, and write to the network:
letter-second-step-taken-away-subject = Second step taken away from your account on { $hub }
letter-second-step-taken-away-text = Hello { $name },

    The network’s team has taken away the second step of your account on { $hub }, because someone said that you had lost the app and the recovery codes. All sessions have ended. The password alone is enough to sign in now: set up the second step again as soon as you can. A role that needs it is on hold until then.

    If you did not ask for this, set a new password here at once, and write to the network:
letter-codes-made-subject = New recovery codes for your account on { $hub }
letter-codes-made-text = Hello { $name },

    New recovery codes have just been made for your account on { $hub }. The earlier ones no longer work.

    If it was you, there is nothing to do. If it was not, set a new password here at once, and write to the network:
letter-code-used-subject = A recovery code was used for your account on { $hub }
letter-code-used-text = Hello { $name },

    Someone has just signed in to your account on { $hub } with the password and one of your recovery codes. That code no longer works.

    If it was you, there is nothing to do. If it was not, set a new password here at once, make new recovery codes, and write to the network:
letter-codes-guessed-subject = Someone may have your password for { $hub }
letter-codes-guessed-text = Hello { $name },

    Someone has entered the right password of your account on { $hub }, and then several wrong codes for the second step.

    If it was you, there is nothing to do. If it was not, someone has your password: set a new one here at once.
role-rests = { $role } (on hold)
error-code-today = Too many wrong codes were entered for this account today; they count for another { $count ->
    [one] hour
   *[other] { $count } hours
  }. Sign in from a browser in which you have signed in before, or choose a new password through “Forgotten your password?”: then you can go on at once.
second-step-link-title = Begin with an e-mail
second-step-link-text = Your role is a powerful one. So that nobody who only has your password can put it to use, setting up begins with a link that is sent to your e-mail address: choose a new password with it, and connect the app then.
second-step-link = E-mail me the link
error-second-step-link = Begin with the link that is e-mailed to you.
proof-title = Confirm that it is you
proof-text = What follows is sensitive, and it is more than 15 minutes ago that you showed who you are. Enter your password once more; after that you are not asked again for 15 minutes.
proof-kept = Nothing that you entered is lost: it goes on from here.
proof-send = Confirm and go on
proof-forgotten = You do not know the password any more?
error-proof-often = There were too many attempts to confirm for this account. Wait { $count ->
    [one] one minute
   *[other] { $count } minutes
  } and try again.
happened-signed-in-again = Confirmed that it is you
letter-browser-subject = New sign-in to your account on { $hub }
letter-browser-text = Hello { $name },

    Someone has signed in to your account on { $hub } in a browser in which you had not signed in before: { $agent }, { $when }.

    If it was you, there is nothing to do. If it was not, set a new password here at once, and write to the network:
address-title = Change the e-mail address
address-now = Your address now
address-text = An e-mail with a link is sent to the new address. The account keeps the old one until the link is used. The old address is told at once, and can undo the change for seven days.
address-new = New e-mail address
address-send = Send the link
address-waits-title = Waiting to be confirmed
address-waits-text = An e-mail with a link has been sent to this address. It works for one day.
address-give-up = Keep the old address
done-address-asked = An e-mail with a link has just been sent to the new address.
done-address-asked-waits = The link for the new address is ready, but it has not left.
done-address-given-up = Your address stays as it is.
done-address-changed = The account has its new e-mail address.
done-address-undone = The account has its old e-mail address, and all sessions have ended. Choose a new password now.
error-same-address = This is the e-mail address that your account has already.
confirm-address-title = Is this your e-mail address?
confirm-address-text = It takes the place of { $old }. From then on you sign in with it, and all e-mails go to it.
confirm-address-send = Yes, use this address
undo-address-title = Keep the old e-mail address
undo-address-text = Your account keeps this address, or gets it back in place of { $new }. All sessions end, and you choose a new password: whoever asked for the change was signed in as you.
undo-address-send = Keep this address
pressed-gone-text = It has been used already, it is too old, or something else was chosen meanwhile. Your account shows how things stand.
record-person-address-changed = Own e-mail address changed
record-person-address-undone = Old e-mail address set back
happened-address-asked = Another e-mail address asked for
happened-address-changed = E-mail address changed
happened-address-undone = Old e-mail address set back
letter-address-confirm-subject = Confirm your e-mail address for { $hub }
letter-address-confirm-text = Hello { $name },

    Someone, most likely you, wants to use this e-mail address for an account on { $hub }. Confirm it here. The link works for one day:
letter-address-confirm-end = If it was not you, do nothing: the account keeps its address.
letter-address-taken-subject = Your e-mail address was entered for another account on { $hub }
letter-address-taken-text = Hello { $name },

    Someone wanted to use this e-mail address for another account on { $hub }. You have an account with it already, so nothing was changed, and nobody was told that you have one.

    If it was you, sign in with this address. If you do not know who it was, there is nothing to do.
letter-address-asked-subject = Another e-mail address for your account on { $hub }
letter-address-asked-text = Hello { $name },

    Someone who is signed in to your account on { $hub } has asked for another e-mail address for it: { $new }. It takes the place of this one as soon as it is confirmed there.

    If it was you, there is nothing to do. If it was not, keep this address here. That works for seven days, also after the change; all sessions end, and you choose a new password:
second-step-take-wait = Do this only if this person has lost both the app and the recovery codes, and you are sure that the request really comes from them: call them on a number that you know. They are told by e-mail at once, and the second step goes after { $count ->
    [one] one hour
   *[other] { $count } hours
  }, unless they stop it. Then all their sessions end; their password stays.
done-second-step-ending = The person is told now. The second step goes when the waiting time is over.
done-second-step-ending-waits = The second step goes when the waiting time is over. The e-mail about it has not left.
done-second-step-kept = The second step stays.
second-step-ends = The network’s team takes your second step away on { $when }, because someone said that you had lost the app and the recovery codes. If you did not ask for it, keep it, and write to the network.
person-second-step-ends = The second step is taken away on { $when }, unless this person stops it before.
second-step-keep = Do not take it away
keep-second-step-title = Keep the second step?
keep-second-step-text = Without this, the network’s team takes your second step away on { $when }.
keep-second-step-send = Keep the second step
record-person-second-step-ending = Second step about to be taken away
record-person-second-step-kept = Second step kept
happened-second-step-ending = The network’s team is about to take the second step away
happened-second-step-kept = Second step kept
job-people-end-second-step = Takes a second step away at its time
letter-second-step-ending-subject = Your second step on { $hub } is about to be taken away
letter-second-step-ending-text = Hello { $name },

    The network’s team is taking away the second step of your account on { $hub }, because someone said that you had lost the app and the recovery codes. It goes on { $when }. Until then nothing changes.

    If you asked for this, there is nothing to do. If you did not, keep the second step here, and write to the network at once: someone is trying to get into your account.
passkeys-title = Passkeys
passkeys-text = With a passkey you sign in with the lock of your phone or computer: no password to type, and nothing that anyone could get out of you by a false page. It is both steps at once.
passkeys-manage = Manage passkeys
passkeys-own = Your passkeys
passkey-since = Added { $when }
passkey-used = Last used { $when }
passkey-elsewhere = Works at { $name } only, not at this address.
passkey-change = Change
passkey-new = Add a passkey
passkey-new-text = Your device asks for its lock, and keeps the passkey. If it is your first second step, you also get recovery codes, and from then on the password alone is not enough to sign in.
passkey-name = Name
passkey-name-hint = By which you know it again, such as “Work phone”.
passkey-add = Add the passkey
passkey-needs = This needs a browser and a device that have passkeys. Without them, use an authenticator app.
passkey-not-here = This hub is reached by a number, not by a name: browsers make no passkeys for it.
passkey-failed = That did not work, or was called off. Try again, or use your password.
passkey-delete = Delete this passkey
passkey-delete-text = Nobody can sign in with it any more; on the device you delete it yourself. Your password stays. If you have no other passkey and no authenticator app, the second step is off then.
passkey-sign-in = Sign in with a passkey
passkey-use = Use a passkey
second-step-by-passkey = On, with a passkey
done-passkey-added = The passkey is added.
done-passkey-deleted = The passkey is deleted.
error-passkey = This passkey was not accepted. Try again, or sign in with your password.
error-passkey-add = The passkey was not made. Try again; it has to be done within five minutes.
error-passkey-there = This passkey is there already.
error-passkey-copied = This passkey was refused: a copy of it seems to be in use. Sign in with your password, delete it, and add a new one.
error-passkeys-many = You have as many passkeys as there may be. Delete one first.
happened-signed-in-passkey = Signed in with a passkey
happened-passkey-added = Passkey added
happened-passkey-deleted = Passkey deleted
happened-passkey-copied = Passkey refused: there may be a copy of it
record-person-passkey-added = Passkey added
record-person-passkey-deleted = Passkey deleted
letter-passkey-added-subject = Passkey added to your account on { $hub }
letter-passkey-added-text = Hello { $name },

    A passkey has just been added to your account on { $hub }: whoever has that device and can unlock it can sign in.

    If it was you, there is nothing to do. If it was not, set a new password here at once, delete the passkey on the page of your account, and write to the network:
letter-passkey-deleted-subject = Passkey deleted from your account on { $hub }
letter-passkey-deleted-text = Hello { $name },

    A passkey has just been deleted from your account on { $hub }. Nobody can sign in with it any more.

    If it was you, there is nothing to do. If it was not, set a new password here at once, and write to the network:
letter-passkey-copied-subject = A passkey for your account on { $hub } was refused
letter-passkey-copied-text = Hello { $name },

    A passkey of your account on { $hub } was refused, because it had been used elsewhere in the meantime: someone may have a copy of it. Sign in with your password, delete it, and add a new one.

    If you do not know how this came about, set a new password here at once, and write to the network:
passkey-link-text = Your role is a powerful one. So that nobody who only has your password can put it to use, adding a passkey begins with a link that is sent to your e-mail address: choose a new password with it, and add the passkey then.
error-code-none = Enter the six digits that the app shows, or one of your recovery codes.
error-code-six = Enter the six digits that the app shows.
code-password-set = Your password is set. One more step.
done-first-step-over = That took too long, or was used already. Sign in again.
done-second-step-link = A link has been sent to your e-mail address. It works for one hour; earlier ones no longer do.
done-second-step-link-waits = A link is ready for you, but no e-mail leaves this hub yet. Ask whoever runs it.
error-welcome-inactive = The account with the address { $email } is closed. Open it first, or ask the city for another point of contact.
error-welcome-kept = The address { $email } was given up lately by somebody who may still take it back. Ask the city for another one.
done-enter-link = If there is an account with this e-mail address, a link to sign in has just been sent to it. It works once, for 15 minutes.
done-enter-link-waits = If there is an account with this e-mail address, a link to sign in is ready for it, but it has not left.
enter-title = Sign in with this link
enter-text = The link works once. Your password stays as it is. If you have a second step, it is asked for next.
happened-signed-in-link = Signed in with a link
letter-enter-subject = Your link to sign in to { $hub }
letter-enter-text = Hello { $name },

    Someone, most likely you, asked for a link to sign in to { $hub }. Open it in the browser that you want to use. It works once and expires after 15 minutes:
letter-enter-end = If it was not you, do nothing, and give the link to nobody: whoever has it can sign in as you.
city-sign-in-with = Sign in with your city
city-sign-in-title = Sign in with your city
city-sign-in-of = Sign in with { $city }
city-sign-in-none = No city offers this at the moment.
city-sign-in-choose = Choose your city. You then sign in at its own sign-in service.
city-sign-in-more = There are more cities than are shown here. Ask your city for the address of its page.
city-sign-in-otherwise = Sign in another way
city-sign-in-text = You sign in at the sign-in service of { $city } ({ $provider }) and come back here.
city-sign-in-go = Go on
city-sign-in-hint = If your account is not connected with your city yet, sign in once with your password, then connect it on the page of your account.
city-going-on = On to your city’s sign-in service
city-going-on-text = You are taken to { $provider }. If nothing happens, use the link.
city-going-on-link = Go on
city-sign-in-why-required = Your city asks its people to sign in with its own sign-in service. Go on there. If your account is not connected with it yet, it will be.
city-sign-in-why-away = Your city’s sign-in service does not answer. Try again in a few minutes.
city-sign-in-why-inside = The sign-in service names an address that this hub does not ask. Whoever runs it has to look at its settings.
city-sign-in-why-provider = The sign-in service answers in a way that cannot be used. Whoever runs it has to look at its settings.
city-sign-in-why-refused = The sign-in service refused. Whoever runs it has to look at the client, its secret and the return address.
city-sign-in-why-token = What the sign-in service said could not be verified. Try again; if it happens again, tell whoever runs it.
city-sign-in-why-busy = Many people are signing in at this moment. Try again in a minute.
city-sign-in-why-cancelled = You did not finish signing in there.
city-sign-in-why-over = This took too long, was used already, or was begun in another browser. Begin again.
city-sign-in-why-changed = The sign-in service was changed meanwhile. Begin again.
city-sign-in-why-unlinked = No account here is connected with you at this sign-in service. Sign in once with your password, then connect your account on its page.
city-sign-in-why-taken = At this sign-in service you are connected with another account here.
city-sign-in-why-not-of-city = Your account has no role for this city, so its sign-in service does not open it.
city-sign-in-why-other = At the sign-in service you are someone else than here.
city-sign-in-why-closed = This account is deactivated. If that is a mistake, write to the central team.
city-sign-in-draft = Entered, not tried
city-sign-in-tested = Tried, not in use
city-sign-in-optional = In use, not required
city-sign-in-required = Required
city-links-title = Single sign-on of your city
city-links-text = Once your account is connected, you can sign in here with the sign-in service of your city.
city-links-none = None of your cities offers this.
city-links-hint = If your city has a sign-in service of its own, you can sign in here with it.
city-links-manage = Connect with your city
city-linked-since = Connected since { $when }
city-unlink = Disconnect
city-link = Connect
city-link-over = This connection opens nothing any more.
city-idp-title = Single sign-on: { $city }
city-idp-text = The people of the city can sign in here with the city’s own sign-in service (OpenID Connect). Enter it, try it, then offer it; once people are connected, you can require it.
city-idp-repaired = The other ways to sign in are open until { $when }.
city-idp-provider = The sign-in service
city-idp-returns = Enter this return address (redirect URI) at the sign-in service:
city-issuer = Issuer
city-issuer-hint = An address that begins with https://, exactly as the sign-in service names itself.
city-client = Client ID
city-secret = Client secret
city-secret-stays = The secret is not shown. Leave it empty to keep it. Another one has to be tried again; if single sign-on is required, it is not any more until then.
city-idp-try = Try it
city-idp-try-text = You sign in at the sign-in service and see here what it says about you. Nobody is signed in or connected.
city-idp-tried = Tried on { $when }
city-said-subject = Subject
city-said-nothing = Not said
city-said-how = How it asked (acr, amr)
city-said-hint = Accounts are connected by issuer and subject only. The e-mail address is shown, and counts for nothing.
city-idp-try-send = Try it now
city-idp-use = Use it
city-idp-draft-text = It can be offered once it has been tried.
city-idp-tested-text = It has been tried. Offer it, and people of the city can connect their accounts.
city-idp-lead-alone = Only the leads of the city can offer it, and require it.
city-idp-offer = Offer it
city-idp-optional-text = People of the city can connect their accounts and sign in with it. Before you require it, connect your own account: nobody should close a door that does not open for them. If it is required, those whose only roles are for this city sign in with it alone.
city-idp-require = Require it
city-idp-off = Take it out of use
city-idp-required-text = Those whose only roles are for this city sign in with it alone. If it fails, write to the network’s team, which can open the other ways for an hour.
city-idp-release = Do not require it any more
city-idp-repair = Open the other ways for an hour
city-idp-trust-title = Second step
city-idp-trust-text = This hub asks for its own second step after single sign-on. If you trust this sign-in service to ask for one itself, it is not asked twice of those whose only roles are for this city.
city-idp-doubt = Ask for our own second step again
city-idp-trust = Trust its second step
city-idp-open = Set up single sign-on
proof-city = Or confirm with your city’s sign-in service that it is you.
proof-city-form = What you have written is not kept on the way: you send it again afterwards.
error-city-issuer = Enter the address of the issuer, as https://id.example.org. It has to begin with https://, and must not lead to a private network.
error-city-untried = Try it first, as it is now.
error-city-nobody = Connect your own account first, and see that somebody of the city is connected.
error-city-last = This is your only way to sign in, or your city requires it. It stays connected.
done-city-linked = Your account is connected with your city’s sign-in service.
done-city-unlinked = Your account is not connected any more.
done-city-tried = The sign-in service works. What it said about you is shown below.
happened-signed-in-city = Signed in with your city’s sign-in service
happened-city-linked = Connected with your city’s sign-in service
happened-city-unlinked = Disconnected from your city’s sign-in service
record-city-sign-in-set = Single sign-on set up or changed
record-city-sign-in-optional = Single sign-on offered, not required
record-city-sign-in-required = Single sign-on required
record-city-sign-in-off = Single sign-on taken out of use
record-city-sign-in-repair = Other ways to sign in opened for an hour
record-city-sign-in-trusted = Second step of the sign-in service trusted
record-city-sign-in-doubted = Second step of the sign-in service not trusted any more
record-person-city-linked = Connected with the city’s sign-in service
record-person-city-unlinked = Disconnected from the city’s sign-in service
letter-city-sign-in-set-subject = The single sign-on of { $city } was changed
letter-city-sign-in-set-text = Hello { $name },

    The sign-in service of { $city } for { $hub } has been entered or changed: { $provider }. It has to be tried before it can be required.

    This is recorded. If it is not right, please write to the network at once.
letter-city-sign-in-optional-subject = { $city }: you can sign in with your city
letter-city-sign-in-optional-text = Hello { $name },

    The people of { $city } can sign in to { $hub } with the city’s sign-in service ({ $provider }); the other ways stay open. Connect your account here:
letter-city-sign-in-required-subject = { $city }: sign in with your city from now on
letter-city-sign-in-required-text = Hello { $name },

    From now on, those whose only roles are for { $city } sign in to { $hub } with the city’s sign-in service ({ $provider }). If your account is not connected yet, enter your password once as before: you are then led there. What you are connected with is shown here:
letter-city-sign-in-off-subject = The single sign-on of { $city } is not in use any more
letter-city-sign-in-off-text = Hello { $name },

    The people of { $city } no longer sign in to { $hub } with the city’s sign-in service. The other ways are open.

    If it is not right, please write to the network.
letter-city-sign-in-repair-subject = Other ways to sign in are open for { $city }
letter-city-sign-in-repair-text = Hello { $name },

    The network’s team has opened the other ways to sign in to { $hub } for the people of { $city } for one hour, because the sign-in service ({ $provider }) failed them. Have it repaired meanwhile.

    This is recorded. If nobody of your city asked for it, please write to the network at once.
letter-city-linked-subject = Your account on { $hub } is connected with your city
letter-city-linked-text = Hello { $name },

    Your account on { $hub } has just been connected with the sign-in service of { $city }: whoever signs in there as you can sign in here.

    If it was you, there is nothing to do. If it was not, disconnect it here, set a new password, and write to the network:
letter-city-unlinked-subject = Your account on { $hub } is not connected with your city any more
letter-city-unlinked-text = Hello { $name },

    Your account on { $hub } is no longer connected with the sign-in service of { $city }.

    If it was you, there is nothing to do. If it was not, set a new password here at once, and write to the network:
letter-city-unlinked-former-subject = A connection of your account on { $hub } has ended
letter-city-unlinked-former-text = Hello { $name },

    Your account on { $hub } is no longer connected with the sign-in service of a city for which you have no role any more, or which does not offer it any more.

    If it was you, there is nothing to do. If it was not, set a new password here at once, and write to the network:
error-welcome-own = You are named as a point of contact yourself: somebody else of the office decides.
error-welcome-no-lead = This city had people before and has no lead now who could object: an administrator accepts it.

# Colleagues: invitations, and requests for an account
colleagues = People
colleagues-title = The people of { $city }
colleagues-hint = Everyone who works for the city in this hub. Its people see this page; its leads change it.
colleague-since = Since
colleague-you = (you)
colleague-change = Change
colleague-invite = Invite a colleague
colleague-invite-hint = They get an e-mail with a link. Nothing is open to them until they accept. They need not be new: whoever has an account accepts with it.
colleague-invite-hint-waits = No e-mail leaves this hub yet: hand the link over yourself. It stands beside the invitation. Nothing is open to anybody until they accept.
colleague-role = What they do for the city
colleague-none = No longer works for the city
colleague-none-hint = Sees nothing of the city’s own any more, at once. The account itself stays.
colleague-save = Save
colleague-last-lead = Nobody else leads { $city }. Without a lead nobody can invite colleagues, and the network’s team is told. Make somebody else a lead first.
colleague-last-lead-you = You are the only lead of { $city }. Before you leave, make a colleague a lead: without one nobody can invite people, and the network’s team is told.
done-colleague-invited = The invitation has been sent.
done-colleague-invited-waits = The invitation is ready. No e-mail leaves this hub yet: hand the link over yourself, below.
done-colleague-changed = Saved.
done-invitation-again = The invitation has been sent again. The link of before no longer works.
done-invitation-again-waits = There is a new link, below. The one of before no longer works.
done-invitation-withdrawn = The invitation is taken back. Its link no longer works.
done-invitation-accepted = You now work for this city here.
done-request-declined = The answer has been sent.
done-request-declined-waits = Saved. No e-mail leaves this hub yet: the answer waits until it can.
done-account-requested = Thank you. We have sent you an e-mail that says who decides. You get another one when it is decided.
done-account-requested-waits = Thank you, your request is kept. No e-mail leaves this hub yet: ask the lead of your city for your link.
invitations-open = Invited
invitation-until = The link works until { $date }, once.
invitation-expired = The link has expired
invitation-link = Link to hand over
invitation-send-again = Send again
invitation-withdraw = Take back
invitation-title = Work with { $city }
invitation-text = { $by } invites you to work here for { $city }. Your role: { $role }.
invitation-new = Your account will have the address { $email }. Choose a password.
invitation-sign-in = There is an account with the address { $email }. Sign in with it, then accept here.
invitation-accept = Accept the invitation
invitation-accept-text = You are signed in with the account that is invited. Nothing else of it changes.
invitation-other = This invitation is for { $email }. Somebody else is signed in here. Sign out first, then open the link again.
invitation-unexpected = If you did not expect it, do nothing.
invitation-gone = This invitation no longer works
invitation-gone-text = It was accepted, taken back or sent again, or it is too old. If you have accepted it, sign in. If not, ask whoever invited you to send it again.
invitation-closed = The account with this address is closed. Write to the network’s team.
error-invitation-here = This person has that role for the city already.
error-invitation-waits = This person is invited already. Below you can send the invitation again, or take it back.
error-invitation-many = Too many invitations wait for an answer. Take back those that nobody needs any more.
error-invitation-former = The city is no longer a member: nobody can be invited to work for it.
error-invitation-answered = This invitation was answered or taken back meanwhile. Below is what there is now.
menu-account-requests = Requests for an account
menu-account-requests-hint = Who asks to work for a member city. Its lead decides, and the team where it has none.
request-title = Ask for an account
request-description = Officials of a member city ask here for an account. Its city lead decides.
request-lede = You work for a member city, or for an organisation that it works with? Ask here. Its city lead decides; where there is none, the network’s team does.
request-hint = If you have an account already, sign in:
request-city = City
request-position = Function
request-email = E-mail address at work
request-reason = What the lead should know
request-reason-hint = What you work on, and with whom. Please name nobody else.
request-kept = The city’s lead and the network’s team see what you write here. It is erased 90 days after the decision.
request-send = Send
request-no-member = Is your city not a member yet?
requests-waiting = They ask for an account
requests-waiting-hint = Whoever you confirm is invited. Nobody gets anything before.
requests-hint = What waits longest stands first. You decide where no lead is named.
requests-none = Nobody asks for an account
requests-none-hint = Requests come from the page where officials of a member ask for an account.
request-of = { $name } asks for an account
request-text = To work here for { $city }. Whoever you confirm gets an invitation by e-mail.
request-asked = Asked
request-decides = Who decides
request-decides-lead = City lead
request-decides-team = The team
request-decision = Your answer
request-decline = No account
request-decline-hint = They get an e-mail that says so.
request-answer = What you want to tell them
request-answer-hint = It stands in the e-mail if they get no account.
request-decide = Send the answer
request-domain-known = { $count ->
    [one] One person of the city has an address at the same domain. This is a hint, no proof.
   *[other] { $count } people of the city have an address at the same domain. This is a hint, no proof.
}
request-domain-new = The domain of this address says nothing of the city. Ask who it is before you confirm.
request-state-waiting = Waits
request-state-confirmed = Invited
request-state-declined = No account
request-state-lapsed = Lapsed
error-request-city = Choose a member city.
error-request-many = Many people ask to work for this city, and nobody has answered yet. Write to the network’s team.
error-request-decided = Somebody else has decided meanwhile. Below is how.
record-invitation-sent = Colleague invited
record-invitation-withdrawn = Invitation taken back
record-account-request-declined = Request for an account declined
notice-people-account-request = Someone asks for an account to work for a city
notice-people-vacant = A city has no lead any more
city-people-open = The people of the city
city-people-ask = Do you work for this city? Ask for an account
letter-colleague-subject = { $by } invites you to work with { $city }
letter-colleague-text = Hello { $name },

    { $by } invites you to { $hub }, to work there for { $city }. Your role: { $role }. Accept here. The link works once, until { $day }:
letter-colleague-end = If you have an account with this address already, you sign in with it. If you did not expect this, do nothing: nothing changes.
letter-request-lead-subject = Your request for an account on { $hub }
letter-request-lead-text = Hello,

    with this address somebody, most likely you, asked for an account on { $hub } to work there for { $city }. The lead of the city decides. If it is confirmed, you get an e-mail with a link. If it was not you, do nothing.
letter-request-team-subject = Your request for an account on { $hub }
letter-request-team-text = Hello,

    with this address somebody, most likely you, asked for an account on { $hub } to work there for { $city }. No lead of the city is named at the moment, so the network’s team decides. If it is confirmed, you get an e-mail with a link. If it was not you, do nothing.
letter-request-account-subject = You have an account on { $hub }
letter-request-account-text = Hello,

    with this address somebody, most likely you, asked for an account on { $hub } to work there for { $city }. You have one already. Sign in here; if you forgot the password, you can set a new one there. If it was not you, do nothing.
letter-request-invited-subject = You are invited to { $hub } already
letter-request-invited-text = Hello,

    with this address somebody, most likely you, asked for an account on { $hub } to work there for { $city }. You are invited already: look for that e-mail, or ask the lead of the city, or the network’s team, to send it again.
letter-request-declined-subject = Your request for an account on { $hub }
letter-request-declined-text = Hello,

    with this address somebody, most likely you, asked for an account on { $hub } to work there for { $city }. It was not confirmed.
letter-request-lapsed-subject = Your request for an account on { $hub }
letter-request-lapsed-text = Hello,

    with this address somebody, most likely you, asked for an account on { $hub } to work there for { $city }. Nobody has decided within 30 days, and the request is over. Please write to the network’s team:
letter-request-subject = Somebody asks for an account for { $city }
letter-request-text = Hello { $name },

    somebody asks for an account on { $hub } to work there for { $city }. Who it is, and what they wrote, is here. Nobody gets anything before you confirm:
letter-vacant-subject = No lead any more: { $city }
letter-vacant-text = Hello { $name },

    nobody leads the work in { $hub } any more for: { $city }. Without a lead nobody there can invite colleagues or confirm them. Please ask the city whom it names.

# Members, and what waits
task-requests = { $count ->
    [one] One person asks for an account
   *[other] { $count } people ask for an account
}
task-requests-hint = You decide where a city has no lead.
task-newcomers = Confirm who is new in the city
task-newcomers-hint = They were given a role from outside, and see only what is new.
task-alone = Invite a colleague
task-alone-hint = You are alone in your city’s work here. Whoever follows you finds what you leave.
letter-request-closed-subject = Your request for an account on { $hub }
letter-request-closed-text = Hello,

    with this address somebody, most likely you, asked for an account on { $hub } to work there for { $city }. There is one, and it is closed. Please write to the network’s team. If it was not you, do nothing.
error-city-secret-anew = Enter the secret of this service: that of the service before is shown to no other.
error-welcome-unproved = The account with the address { $email } was opened with a link that somebody handed over. Ask its owner to sign in once with a link by e-mail.
error-unproved = This account was opened with a link that somebody handed over. Ask its owner to sign in once with a link by e-mail.
record-invitation-accepted = Invitation accepted
record-account-requests-list-taken = List of requests for an account downloaded
term-from = First day (optional)
term-from-hint = If it is not to begin at once: the role begins on this day.
term-until = Last day (optional)
term-until-hint = The role ends when this day is over. Leave it empty if it has no end.
role-from = { $role }, from { $from }
role-until = { $role }, until { $until }
role-from-until = { $role }, from { $from } until { $until }
roles-coming = Roles that begin later
role-call-off = Call off
until-title = Last day
until-save = Save the last day
done-role-end-set = The last day is saved. Whoever holds the role is told.
done-role-called-off = The role is called off: it does not begin.
error-term-day = Enter the day, the month and the year.
error-term-from = Enter a first day within a year from today.
error-term-until = Enter a last day from today on, not before the first day, and within ten years.
error-term-held = This person still holds the role on that day. Leave the first day empty if only its last day changes.
error-term-own = Your own role as lead ends on a day. Beyond it, another lead of the city or the network’s team gives this role.
error-term-administrator = An administrator’s role has no last day. When it is time, take it away.
record-role-planned = Role given, from a later day on
record-role-called-off = Role called off before it began
record-role-not-begun = Role not begun: it could not be given on its day
record-role-end-set = Last day of a role set or removed
record-role-ended = Role ended: its last day is over
job-people-begin-role = Begins a role at its time
job-people-end-role = Ends a role at its time
job-people-remind-of-end = Tells someone that a role ends soon
letter-role-ends-subject = Your role on { $hub } ends on { $day }
letter-role-ends-text = Hello { $name },

    Your role on { $hub } ends when this day is over: { $day }. The role: { $role }.

    If it is to go on, ask whoever gave it to you, or the network’s team.
letter-role-endless-subject = Your role on { $hub } has no last day any more
letter-role-endless-text = Hello { $name },

    Your role on { $hub } was to end on a day. It no longer does: you keep it until someone takes it away. The role: { $role }.
right = Right
menu-rights = Who may do what
menu-rights-hint = The rights of each role, as the hub applies them.
rights-title = Who may do what
rights-hint = Asked of the rules by which each page decides. An empty cell means that the role alone does not allow it. A role counts while it has begun and has not ended, its second step is set up where it needs one, and its city is a member.
reach-own-city = Own city
reach-own-region = Own region
reach-everywhere = Yes
right-role = { $role } ({ $reach })
why-title = What you may do
why-may = Your roles allow this. What is refused all the same depends on how things stand, for example with a city that is not a member.
why-may-not = Your roles do not allow this. These do:
why-rests = On hold until you set up a second step
why-former = { $city } is not a member at the moment: what is for members is closed to its people, and what is the city’s own stays open to them.
why-newcomer = You are new in { $city }: you see only the newer ones of its city-only documents, for 30 days or until a lead of the city confirms you.
why-let = What your roles let you do
right-people = Invite people, give and take away roles, close accounts
right-team = Make someone an administrator or a member of the central team
right-colleagues = See who works for a city, and the city’s record
right-bring-in = Invite colleagues of a city and say what they do for it
right-city-sign-in = Set up single sign-on for a city
right-record = Read the record of the hub
right-rights = See who may do what
letter-own-ended-subject = Your role for { $city } has ended
letter-own-ended-text = Hello { $name },

    The last day of this role on { $hub } for { $city } is over: { $role }.

    If it is to go on, ask a lead of the city or the network’s team.
letter-own-ended-network-subject = Your role on { $hub } has ended
letter-own-ended-network-text = Hello { $name },

    The last day of this role on { $hub } is over: { $role }.

    If it is to go on, ask the network’s team.
done-role-planned = The role is planned. It begins on its first day.
record-person-seen = Page in the back office opened
record-record-erased = A person’s data erased from the record
record-erased = Data erased
record-q = Name, e-mail address, city or words
record-act = What was done
record-act-any = Anything
record-from = From
record-until = To
record-unfit = No entry fits
record-unfit-hint = Try other words, or more time.
record-many-people = More than { $count } people fit what you entered. Entries of the first { $count } are shown: enter more of the name.
record-looked-at = None of the { $count } entries that were searched fits. Earlier ones may.
record-look-on = Search earlier entries
record-sealed = Seal
record-sealed-entries = { $count ->
    [one] One entry is sealed. Last sealed:
   *[other] { $count } entries are sealed. Last sealed:
  }
record-sealed-hint = Keep this digest somewhere else. Compared with “strong-cities check”, it shows whether anyone has changed or removed an entry since.
own-record-title = What is on record about you
own-record-hint = Who changed your account and your roles, who opened your page in the back office, and who downloaded the list of all people since you are on it. Only you and the administrators see this page.
own-record-cities = What was done for your cities, also with the roles of their people, and which of their city-only documents were opened by an administrator, is on the record of each city.
own-record-none = Nothing is on record about you yet
own-record-none-hint = As soon as someone changes your account or your roles, or opens your page in the back office, it appears here.
letter-record-digest-subject = Digest of the record of { $hub }
letter-record-digest-text = Hello,

    on { $when } the record of { $hub } was sealed. { $count ->
        [one] It has one entry.
       *[other] It has { $count } entries.
      } Keep this e-mail: with the digest below, “strong-cities check --digest” shows later whether anyone has changed or removed one of them.
record-person-data-taken = Own data downloaded
data-title = Your data
data-text = What the hub keeps about you, for how long, and how you get all of it.
data-take = Get your data
data-take-text = You get one ZIP file: data.json holds what is listed below in a form that programs read, and beside it are the documents that you uploaded and may still see.
data-limits = Up to { $count } documents, { $size } in all. What does not fit is named in data.json. That you downloaded it is recorded.
data-take-do = Download
data-kept = What is kept, and for how long
data-what = What
data-how-long = For how long
data-mend = Correct your data
data-mend-text = You change your name, your language and your e-mail address yourself. If anything else is wrong, write to the network’s team. You can also have your account erased.
personal-account = Your account: name, e-mail address, language, ways to sign in, your profile
personal-kept-account = As long as there is the account, also a deactivated one. Sessions end after 7 days; browsers that you used and what happened to the account are forgotten after 180 days, earlier e-mail addresses and links after 90.
personal-roles = What you do for cities and the network, and invitations
personal-kept-roles = As long as you do it. What has ended is forgotten after 90 days.
personal-membership = What you do for a city’s membership: its enquiry, its points of contact
personal-kept-membership = Points of contact stay with the history of the city. What was written in an enquiry or application is forgotten two years after it ended.
personal-documents = Documents that you uploaded
personal-kept-documents = They belong to the city or the network. Withdrawn ones are shown to nobody else and can be restored; they stay.
personal-messages = What you wrote to the network with this e-mail address
personal-kept-messages = Messages until they have reached the team, 90 days at most; reports of a breach for two years after they were closed.
personal-work = What you decided or entered for a city or the network, and which texts you wrote
personal-kept-work = It stays part of the history of the city or the text.
personal-activity = What you did in the hub, and what you were told of
personal-kept-activity = What you did for three years, notices for 90 days. How things came to stand as they do stays.
personal-record = What is on record about you, and about what you did
personal-kept-record = It stays, sealed, so that it can be proved.
erase-title = Erase your account
erase-text = { $count ->
    [one] Your account is closed after one day. Until then nothing changes, and you can keep it. When it is closed, your roles end and nobody can sign in to it; two days later it is erased. That cannot be undone.
   *[other] Your account is closed after { $count } days. Until then nothing changes, and you can keep it. When it is closed, your roles end and nobody can sign in to it; two days later it is erased. That cannot be undone.
  }
erase-alone = Nobody else leads these cities. Invite a colleague to lead them before you go, so that the city does not lose its access:
erase-goes = What is erased
erase-goes-account = Your name, your e-mail address, your password, passkeys, codes, sessions and choices
erase-goes-roles = Your roles, what is planned of them, and invitations to your e-mail address
erase-goes-activity = What you were told of
erase-stays = What stays
erase-stays-city = Documents, texts and decisions that you made for a city or the network. They belong to it, and no longer name you.
erase-stays-record = What was done and when, on the record of the hub and of your cities, without your name or e-mail address. The record stays provable.
erase-stays-messages = What you wrote to the network without signing in, with its name and e-mail address, for as long as “Your data” says. To have it erased sooner, write to the network.
erase-begin = Begin
erase-first = If you want to keep what is yours, download it first:
erase-send = Erase my account
error-erase-last-administrator = You are the only administrator. Make someone else an administrator first.
erasure-waits = Your account is closed on { $when } and then erased. Until then you can keep it.
keep-account-title = Keep your account?
keep-account-text = Without this, your account is closed on { $when } and then erased.
keep-account-send = Keep my account
done-erasure-asked = Your account will be erased. An e-mail tells you when, and how you keep it.
done-erasure-asked-waits = Your account will be erased. The e-mail about it has not left.
done-account-kept = The account stays.
erase-for-title = Erase this account?
erase-for-text = { $count ->
    [one] Do this if this person asked you to, and you are sure that it was they. They are told by e-mail at once and can stop it for one day. Then the account is closed and its roles end; two days later it is erased. That cannot be undone.
   *[other] Do this if this person asked you to, and you are sure that it was they. They are told by e-mail at once and can stop it for { $count } days. Then the account is closed and its roles end; two days later it is erased. That cannot be undone.
  }
person-erase = Erase the account
person-erasure-waits = The account is closed on { $when } and then erased, unless this person keeps it.
person-erasure-closed = The account is closed and will be erased within two days. To keep it, activate it.
person-erasure-keep = Do not erase it
done-erasure-asked-for = The person is told now. The account is erased when the waiting time is over.
done-erasure-asked-for-waits = The account is erased when the waiting time is over. The e-mail about it has not left.
record-person-erasure-asked = Erasure of an account asked for
record-person-erasure-kept = Erasure of an account taken back
record-person-erased = Account erased
happened-erasure-asked = Erasure of the account was asked for
happened-erasure-kept = The account is not erased
job-people-erase-account = Erases an account at its time
letter-erasure-asked-subject = Your account on { $hub } will be erased
letter-erasure-asked-text = Hello { $name },

    You asked for your account on { $hub } to be erased. It is closed on { $when }, and erased two days later. Until then nothing changes.

    If you did not ask for it, or want to keep your account, say so here:
letter-erasure-by-office-subject = Your account on { $hub } will be erased
letter-erasure-by-office-text = Hello { $name },

    The network’s team was asked to erase your account on { $hub }. It is closed on { $when }, and erased two days later. Until then nothing changes.

    If you did not ask for it, or want to keep your account, say so here:
letter-erasure-closed-subject = Your account on { $hub } is closed
letter-erasure-closed-text = Hello { $name },

    Your account on { $hub } is closed and your roles have ended. In two days it is erased: your name, your e-mail address and all that belongs to the account. This is the last e-mail about it.

    If you want to keep it after all, write to the network’s team today.
error-activate-erasure = This person asked for their account to be erased. At their word an administrator opens it again.
erasure-due = The account is about to be closed.
contacts = Contacts of the members
contacts-hint = Who works for the cities, when they were last here; bring in a table of contacts.
contacts-text = Everybody with a role for a member city. Signing in confirms a contact; whoever was not here for a year is asked once whether they still work for the city.
contacts-all = All
contacts-silent = Not here for a year
contacts-none = Nobody
contacts-none-hint = Nobody fits here.
contact-last = Last here
contact-silent = Not here for a year
right-contacts = See the contacts of the members that one answers for
record-people-contacts-taken = List of a region’s contacts downloaded
task-silent = { $count ->
    [one] One of the city’s people has not been here for more than a year
   *[other] { $count } of the city’s people have not been here for more than a year
 }
task-silent-hint = They were asked and have not come. If they no longer work for the city, take their role away.
task-silent-leads = { $count ->
    [one] One lead has not been here for more than a year
   *[other] { $count } leads have not been here for more than a year
 }
task-silent-leads-hint = They were asked and have not come. Ask the city who does the work now.
letter-still-there-subject = Do you still work for your city?
letter-still-there-text = Hello { $name },

    You have not been in { $hub } for more than a year. There you are still known as: { $roles }.

    If that is right, sign in once. That is all:
letter-still-there-end = If you no longer do this work, tell whoever does it now, or write to the network’s team. After two months the people who see to the city’s contacts are told.
import-colleagues = Invite people from a table
import-colleagues-hint = Everybody in the table gets an invitation, as if you had invited them one by one. Whoever has the role already, or is invited already, is left as they are.
import-colleagues-take = Invite these people
import-contacts = Bring in contacts from a table
import-contacts-hint = Everybody in the table is invited to work for their city. Whoever has the role already, or is invited already, is left as they are: a list that was downloaded here comes in without a change.
import-contacts-take = Invite these people
import-role-hint = Practitioner or city lead. Empty: practitioner.
import-lang-hint = A language of the hub, as en, fr or ar. Empty: yours.
import-city-hint = The city’s name in any language of the hub, or what stands for it in the address of its page.
error-import-city = There is no member “{ $city }”. Write its name as the hub does, or what stands for it in the address of its page.
error-import-cities = Several cities have this name. Write one of these instead: { $cities }.
error-import-lang = “{ $lang }” is no language of the hub. Write for example en, fr or ar, or leave it empty.
error-import-role = “{ $role }” is no role that a table can give. Write practitioner or city lead.
error-import-invited = They are invited already, for another role.
import-name-hint = As they write it.
import-email-hint = Their own: the invitation goes there.

merge-roles = People and their roles
merge-invitations = Invitations and requests for an account
merge-record = Lines of the city’s record
merge-glass = Openings of city-only documents
merge-sign-on = Single sign-on
error-merge-glass = An administrator has this record’s own documents open. Close them first.
error-merge-sign-on = This record has single sign-on. Take it away first: the people sign in through the record that is kept.
letter-merged-subject = { $city } now has one record on { $hub }
letter-merged-text = Hello { $name },

    { $city } stood on { $hub } twice. { $by } has merged the record { $was } into this one: people, documents, signatures and history of both are together now, under the address below. The old address leads there. What you do for the city goes on as it was.

    If this is not right, please write to the network.

error-merge-sign-on-kept = The single sign-on of the record that is kept is required, and the people of the other one could not sign in. Set it to optional first.

state-mail-refused = E-mails are refused
person-mail-refused = On { $day } the mail server of this address refused an e-mail for good. Ask this person for the address that they use now; this note goes when an e-mail is taken again.
role-organisation = Organisation (for a partner)
role-organisation-none = None: somebody who stands for themself
error-role-organisation = Choose an organisation of the network that still exists, or none.
menu-look = Look as a role
menu-look-hint = What a city lead, a practitioner or a partner sees
look-hint = For an hour, or until you stop, you see the platform as somebody who holds this role alone: never as a particular person, never more than you may see yourself, and without changing anything. That you looked is recorded.
look-begin = Look
error-look-as = You cannot look as this role. Choose one that is less than your own, and a city of your region.
right-look = Look at the platform as somebody with a role
record-role-looked-as = Looked at the platform as a role
city-idp-logout = If your provider can do so, switch on back-channel logout there and enter this address: whoever signs out there, or is closed out, is then signed out here as well, at once.
happened-signed-out-city = Signed out by your city’s sign-in
