//! What this feature puts on record.

store::acts! {
    /// A city was invited to apply.
    INVITED = "enquiry.invited";
    /// Its asker was shown where what they need is to be had.
    REDIRECTED = "enquiry.redirected";
    /// It was declined.
    DECLINED = "enquiry.declined";
    /// It is dealt with together with another one.
    MERGED = "enquiry.merged";
    /// Nobody meant it.
    SPAM = "enquiry.spam";
    /// It is looked at again.
    REOPENED = "enquiry.reopened";
    /// Another office answers it.
    HANDED_OVER = "enquiry.handed-over";
    /// A city that applied became a member.
    APPLICATION_ACCEPTED = "application.accepted";
    /// An application was declined.
    APPLICATION_DECLINED = "application.declined";
    /// Its private link became another one.
    APPLICATION_LINK = "application.link-changed";
    /// The list of applications was taken as a file.
    APPLICATIONS_TAKEN = "application.list-taken";
    /// A file that proves a mandate was opened.
    PROOF_OPENED = "application.proof-opened";
    /// The list was taken as a file.
    LIST_TAKEN = "enquiry.list-taken";
    /// A prospect was added.
    PROSPECT_ADDED = "prospect.added";
    /// Its contact was invited to ask.
    PROSPECT_INVITED = "prospect.invited";
    /// Its contact does not want to be written to.
    PROSPECT_DECLINED = "prospect.declined";
    /// The office does not speak with it any more.
    PROSPECT_DROPPED = "prospect.dropped";
    /// The office speaks with it again.
    PROSPECT_RESUMED = "prospect.resumed";
    /// It was erased with all that was said.
    PROSPECT_ERASED = "prospect.erased";
    /// The list of prospects was taken as a file.
    PROSPECTS_TAKEN = "prospect.list-taken";
}
