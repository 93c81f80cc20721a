-- That a city has done what the network expects of it: by one record each, with what shows it.
CREATE TABLE findings (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL,
    -- The expectation's name in the network's data.
    expectation {plain} NOT NULL,
    -- For which year; 0 where it is met once.
    year BIGINT NOT NULL,
    -- What kind of evidence it is.
    kind TEXT NOT NULL,
    -- Where it is to be seen, behind the language; empty where it is nowhere here.
    path TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_by BIGINT,
    entered_at {time} NOT NULL,
    withdrawn_by BIGINT,
    withdrawn_at {time}
);
CREATE INDEX findings_city ON findings (city, year);
CREATE UNIQUE INDEX findings_evidence ON findings (city, expectation, year, kind, path) WHERE withdrawn_at IS NULL AND (kind <> 'office' OR path <> '');

-- What a city chose of that which is not expected of all.
CREATE TABLE agreed_expectations (
    id BIGINT PRIMARY KEY,
    city BIGINT NOT NULL,
    expectation {plain} NOT NULL,
    agreed_by BIGINT,
    agreed_at {time} NOT NULL,
    ended_at {time}
);
CREATE UNIQUE INDEX agreed_expectations_now ON agreed_expectations (city, expectation) WHERE ended_at IS NULL;
