-- Bodies of a few named persons: what is shown to a body is seen by those who are named here.
CREATE TABLE body_persons (
    body BIGINT NOT NULL,
    person BIGINT NOT NULL REFERENCES people (id),
    PRIMARY KEY (body, person)
);
CREATE INDEX body_persons_person ON body_persons (person, body);
