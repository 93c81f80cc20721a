-- A local government asks whether it can become a member.
CREATE TABLE enquiries (
    id BIGINT PRIMARY KEY,
    state {plain} NOT NULL,
    -- The place of the gazetteer that it is, where it was picked there; none where it was only typed.
    place BIGINT,
    place_name TEXT NOT NULL,
    -- As its asker wrote it, in any script.
    place_written TEXT NOT NULL,
    -- What it is held against others by.
    folded {plain} NOT NULL,
    -- The words by which the office finds it: of the place, and of who asks.
    searched TEXT NOT NULL,
    country {plain} NOT NULL,
    -- The region whose office answers; empty: the central team.
    region {plain} NOT NULL,
    kind {plain} NOT NULL,
    -- Who asks. Empty once it is erased.
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    position TEXT NOT NULL,
    mandate {plain} NOT NULL,
    lang {plain} NOT NULL,
    -- Who of the office sees to it.
    owner BIGINT REFERENCES people (id),
    -- Whose working days its due day was counted by.
    calendar {plain} NOT NULL,
    received_at {time} NOT NULL,
    -- The day from which the working days were counted, and the one by whose end it is answered; none while its asker is waited for,
    -- and when it is answered.
    counted_from {plain},
    due_on {plain},
    -- Working days that were left when its asker was asked back.
    days_left BIGINT NOT NULL,
    -- When somebody of the office answered for the first time.
    answered_at {time},
    -- The enquiry with which it is dealt with.
    duplicate_of BIGINT REFERENCES enquiries (id),
    -- Where its asker was sent, or why it was declined: a code.
    outcome {plain} NOT NULL,
    changed_at {time} NOT NULL,
    erased_at {time}
);
CREATE INDEX enquiries_state ON enquiries (state, due_on, id);
CREATE INDEX enquiries_folded ON enquiries (country, folded);
CREATE INDEX enquiries_place ON enquiries (place);
CREATE INDEX enquiries_duplicate ON enquiries (duplicate_of);
CREATE INDEX enquiries_changed ON enquiries (changed_at);
CREATE INDEX enquiries_answered ON enquiries (answered_at);

-- What was written about it: by its asker, to its asker, or among the office.
CREATE TABLE enquiry_messages (
    id BIGINT PRIMARY KEY,
    enquiry BIGINT NOT NULL REFERENCES enquiries (id),
    -- 'asker', 'office' or 'note'.
    kind {plain} NOT NULL,
    author BIGINT REFERENCES people (id),
    text TEXT NOT NULL,
    at {time} NOT NULL
);
CREATE INDEX enquiry_messages_enquiry ON enquiry_messages (enquiry, id);
