-- A city that was invited applies.
CREATE TABLE applications (
    id BIGINT PRIMARY KEY,
    -- The enquiry that it follows: of the place, of who asked, of the office.
    enquiry BIGINT NOT NULL UNIQUE REFERENCES enquiries (id),
    -- What the address of its private link names. Another one ends the link of before.
    link BIGINT NOT NULL UNIQUE,
    state {plain} NOT NULL,
    -- By when the office answers, as of enquiries.
    calendar {plain} NOT NULL,
    counted_from {plain},
    due_on {plain},
    days_left BIGINT NOT NULL,
    submitted_at {time},
    -- Why it was declined: a code.
    outcome {plain} NOT NULL,
    -- The agreement to the principles: the text that was read, and for whom it is signed. None until then.
    sign_version BIGINT REFERENCES principles_versions (id),
    sign_lang {plain},
    sign_hash {plain},
    sign_name TEXT,
    sign_position TEXT,
    sign_named BOOLEAN,
    signed_at {time},
    -- The member that it became, and its terms of reference: the file.
    city BIGINT REFERENCES cities (id),
    terms {plain},
    changed_at {time} NOT NULL,
    -- When its city was reminded that nothing came of it yet.
    reminded_at {time},
    erased_at {time}
);
CREATE INDEX applications_state ON applications (state, due_on, id);
CREATE INDEX applications_changed ON applications (changed_at);
CREATE INDEX applications_city ON applications (city);

-- What was written in one of its parts, as it was written: fields of its form.
CREATE TABLE application_parts (
    application BIGINT NOT NULL REFERENCES applications (id),
    part {plain} NOT NULL,
    fields TEXT NOT NULL,
    revision BIGINT NOT NULL,
    saved_at {time} NOT NULL,
    PRIMARY KEY (application, part)
);

-- Files that prove the mandate.
CREATE TABLE application_files (
    id BIGINT PRIMARY KEY,
    application BIGINT NOT NULL REFERENCES applications (id),
    hash {plain} NOT NULL,
    format {plain} NOT NULL,
    size BIGINT NOT NULL,
    sent_at {time} NOT NULL
);
CREATE INDEX application_files_application ON application_files (application, id);

-- Whom a member named as its points of contact, from when to when.
CREATE TABLE contact_points (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL REFERENCES cities (id),
    person BIGINT NOT NULL REFERENCES people (id),
    kind {plain} NOT NULL,
    -- In which function, of which organisation where it is not the local government.
    position TEXT NOT NULL,
    organisation TEXT NOT NULL,
    from_at {time} NOT NULL,
    until_at {time},
    -- Why the city chose others than one with its mandate and one practitioner.
    reason TEXT NOT NULL
);
CREATE INDEX contact_points_city ON contact_points (city, id);
CREATE INDEX contact_points_person ON contact_points (person);
