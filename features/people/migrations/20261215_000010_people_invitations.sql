-- Somebody is invited to work for a city, by one of its leads or by the team: nothing is theirs until they accept.
CREATE TABLE invitations (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL,
    role TEXT NOT NULL,
    email {plain} NOT NULL,
    name TEXT NOT NULL,
    lang TEXT NOT NULL,
    by_person BIGINT NOT NULL REFERENCES people (id),
    -- The request that it answers.
    request BIGINT,
    -- Whoever invited was shown its link: no e-mail left then.
    by_hand BOOLEAN NOT NULL DEFAULT FALSE,
    state TEXT NOT NULL,
    -- What its link names: another one each time it is sent.
    link BIGINT NOT NULL UNIQUE,
    sent_at {time} NOT NULL,
    expires_at {time} NOT NULL,
    ended_at {time}
);
CREATE UNIQUE INDEX invitations_open ON invitations (city, email) WHERE state = 'open';
CREATE INDEX invitations_ended ON invitations (ended_at);

-- An official of a member asks for an account.
CREATE TABLE account_requests (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL,
    email {plain} NOT NULL,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    reason TEXT NOT NULL,
    lang TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_at {time} NOT NULL,
    -- Whoever decided, what they wrote, and when it ended.
    by_person BIGINT,
    answer TEXT NOT NULL DEFAULT '',
    ended_at {time}
);
CREATE UNIQUE INDEX account_requests_waiting ON account_requests (city, email) WHERE state = 'waiting';
CREATE INDEX account_requests_state ON account_requests (state, asked_at);
CREATE INDEX account_requests_ended ON account_requests (ended_at);

-- Nobody has shown yet that they read what is sent to this address: a link was handed over by somebody else.
ALTER TABLE people ADD COLUMN unproved BOOLEAN NOT NULL DEFAULT FALSE;
