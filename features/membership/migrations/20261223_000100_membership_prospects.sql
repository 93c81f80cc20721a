-- A local government with which the network speaks before it asks. For those who answer for its region; never public.
CREATE TABLE prospects (
    id BIGINT PRIMARY KEY,
    state {plain} NOT NULL,
    -- As of enquiries.
    place BIGINT,
    place_name TEXT NOT NULL,
    folded {plain} NOT NULL,
    searched TEXT NOT NULL,
    country {plain} NOT NULL,
    region {plain} NOT NULL,
    kind {plain} NOT NULL,
    -- Its official contact. Empty until there is one, and once it is erased.
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    position TEXT NOT NULL,
    lang {plain} NOT NULL,
    -- Who speaks with them.
    owner BIGINT REFERENCES people (id),
    -- The member that recommended it.
    recommended_city BIGINT REFERENCES cities (id),
    -- The day on which they are to be spoken with again.
    next_on {plain},
    -- What the newest invitation names: with it the form is filled in.
    link BIGINT UNIQUE,
    invited_at {time},
    -- The enquiry that came of it.
    enquiry BIGINT REFERENCES enquiries (id),
    added_at {time} NOT NULL,
    -- When something was last said, by either side: 24 months later it is erased.
    touched_at {time} NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    -- Hashes of the addresses that are to be left alone, with a blank between them.
    left_alone TEXT NOT NULL DEFAULT ''
);
CREATE INDEX prospects_region ON prospects (region, state);
CREATE INDEX prospects_recommended ON prospects (recommended_city);
CREATE INDEX prospects_place ON prospects (place);
CREATE INDEX prospects_folded ON prospects (country, folded);
CREATE INDEX prospects_enquiry ON prospects (enquiry);
CREATE INDEX prospects_touched ON prospects (touched_at);
CREATE INDEX prospects_owner ON prospects (owner, next_on);

-- What was said, as those who speak with them noted it, and what an invitation said.
CREATE TABLE prospect_notes (
    id BIGINT PRIMARY KEY,
    prospect BIGINT NOT NULL REFERENCES prospects (id),
    -- 'note' or 'invitation'.
    kind {plain} NOT NULL,
    author BIGINT REFERENCES people (id),
    text TEXT NOT NULL,
    -- Who was its contact then: whose note it is.
    email TEXT NOT NULL,
    -- What the addresses in an invitation name: with each of them its contact can say that they are to be left alone.
    link BIGINT UNIQUE,
    at {time} NOT NULL
);
CREATE INDEX prospect_notes_prospect ON prospect_notes (prospect, id);
