//! What this feature puts on record. Each needs its words, `record-thing-verb`.

store::acts! {
    /// Somebody was invited, to this role.
    INVITED = "person.invited";
    /// An account was opened again.
    ACTIVATED = "person.activated";
    /// An account was closed.
    DEACTIVATED = "person.deactivated";
    /// Somebody changed their own name.
    RENAMED = "person.renamed";
    /// Somebody changed their own address.
    ADDRESS_CHANGED = "person.address-changed";
    /// Whoever reads the address of before set it back.
    ADDRESS_UNDONE = "person.address-undone";
    /// A link was sent again.
    LINK_SENT = "person.link-sent";
    /// A link was made that somebody hands over: no letter leaves.
    LINK_HANDED_OVER = "person.link-handed-over";
    /// A link was made on the command line.
    LINK_MADE = "person.link-made";
    /// The first administrator came.
    FIRST_ADMINISTRATOR = "person.first-administrator";
    /// Somebody set a password with a link.
    PASSWORD_SET = "person.password-set";
    /// Somebody changed their password.
    PASSWORD_CHANGED = "person.password-changed";
    /// Somebody set up the second step of signing in, or set it up anew.
    SECOND_STEP_ON = "person.second-step-on";
    /// Somebody turned it off.
    SECOND_STEP_OFF = "person.second-step-off";
    /// The team is about to take it away, of somebody who has lost app and codes.
    SECOND_STEP_ENDING = "person.second-step-ending";
    /// That was stopped.
    SECOND_STEP_KEPT = "person.second-step-kept";
    /// The team took it away.
    SECOND_STEP_TAKEN_AWAY = "person.second-step-taken-away";
    /// Somebody added a passkey.
    PASSKEY_ADDED = "person.passkey-added";
    /// Somebody deleted one of theirs.
    PASSKEY_DELETED = "person.passkey-deleted";
    /// Somebody made new recovery codes.
    CODES_MADE = "person.codes-made";
    /// A recovery code was used to sign in.
    CODE_USED = "person.code-used";
    /// Somebody of the office looked at a person's page: once a day.
    SEEN = "person.seen";
    /// Somebody took all that the hub keeps of them.
    DATA_TAKEN = "person.data-taken";
    /// An account is to be erased at its day.
    ERASURE_ASKED = "person.erasure-asked";
    /// It is not, any more.
    ERASURE_KEPT = "person.erasure-kept";
    /// An account was erased. Whose it was stands nowhere.
    ERASED = "person.erased";
    /// The list of people was taken as a file.
    LIST_TAKEN = "people.list-taken";
    /// The list of the contacts of a region was taken as a file.
    CONTACTS_TAKEN = "people.contacts-taken";
    /// A role was given.
    ROLE_GRANTED = "role.granted";
    /// A role was taken.
    ROLE_TAKEN = "role.taken";
    /// A role is to come, from this day on.
    ROLE_PLANNED = "role.planned";
    /// It is not to come.
    ROLE_CALLED_OFF = "role.called-off";
    /// Its day came, and it could not be given: whoever had said so may not any more, or nobody is there to hold it.
    ROLE_NOT_BEGUN = "role.not-begun";
    /// Its last day was set, or taken out.
    ROLE_END_SET = "role.end-set";
    /// Its last day was over.
    ROLE_ENDED = "role.ended";
    /// A lead of the city confirmed somebody who was given a role from outside.
    CONFIRMED = "role.confirmed";
    /// A colleague was invited to work for a city, to this role.
    INVITATION_SENT = "invitation.sent";
    /// Whoever was invited has come.
    INVITATION_ACCEPTED = "invitation.accepted";
    /// The list of requests for an account was taken as a file.
    REQUESTS_TAKEN = "account-requests.list-taken";
    /// The invitation was taken back.
    INVITATION_WITHDRAWN = "invitation.withdrawn";
    /// Whoever asked for an account was not confirmed.
    REQUEST_DECLINED = "account-request.declined";
    /// The provider with which a city's people sign in was entered, or changed.
    CITY_SIGN_IN_SET = "city.sign-in-set";
    /// Whoever is connected may sign in with it.
    CITY_SIGN_IN_OPTIONAL = "city.sign-in-optional";
    /// The city's people have to.
    CITY_SIGN_IN_REQUIRED = "city.sign-in-required";
    /// Nobody can.
    CITY_SIGN_IN_OFF = "city.sign-in-off";
    /// The other ways were opened for an hour.
    CITY_SIGN_IN_REPAIR = "city.sign-in-repair";
    /// The provider is believed that it asks for a second step.
    CITY_SIGN_IN_TRUSTED = "city.sign-in-trusted";
    /// It is not, any more.
    CITY_SIGN_IN_DOUBTED = "city.sign-in-doubted";
    /// Somebody was connected with their city's provider.
    CITY_LINKED = "person.city-linked";
    /// They are not, any more.
    CITY_UNLINKED = "person.city-unlinked";
    /// Somebody looked at the hub as somebody with a role.
    LOOKED = "role.looked-as";
    /// The glass of a city was broken.
    GLASS_BROKEN = "city.glass-broken";
    /// It was closed again before its time.
    GLASS_CLOSED = "city.glass-closed";
    /// A city's own document was read by breaking the glass.
    GLASS_READ = "document.glass-read";
}
