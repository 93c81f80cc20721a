-- What people are told of: each event once to each of them. Sent: the letter was handed over, or what it would have told
-- is no longer so. Letter: the daily one that it stands in.
CREATE TABLE notices (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL,
    event BIGINT NOT NULL,
    kind TEXT NOT NULL,
    way TEXT NOT NULL,
    at {time} NOT NULL,
    letter BIGINT,
    sent_at {time},
    UNIQUE (person, event)
);
CREATE INDEX notices_letter ON notices (letter);
CREATE INDEX notices_kind ON notices (person, kind, way);
CREATE INDEX notices_at ON notices (at);

-- How people want to be told of each kind; at once without a row.
CREATE TABLE notice_choices (
    person BIGINT NOT NULL,
    kind TEXT NOT NULL,
    way TEXT NOT NULL,
    PRIMARY KEY (person, kind)
);
