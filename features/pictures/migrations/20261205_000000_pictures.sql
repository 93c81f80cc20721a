-- Pictures that the team shows. What they show in words are texts (crate `texts`), their files are named below.
CREATE TABLE pictures (
    id BIGINT PRIMARY KEY,
    -- of the original, in pixels
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    -- it says nothing that the text beside it does not
    decorative BOOLEAN NOT NULL DEFAULT FALSE,
    credit TEXT NOT NULL DEFAULT '',
    licence {plain} NOT NULL DEFAULT '',
    -- people can be recognised: with their consent, until it ends
    shows_people BOOLEAN NOT NULL DEFAULT FALSE,
    consent TEXT NOT NULL DEFAULT '',
    consent_until {time},
    -- what stays in sight where it is cut, in hundredths from the left and from the top
    focus_x BIGINT NOT NULL DEFAULT 50,
    focus_y BIGINT NOT NULL DEFAULT 50,
    -- it is described, and may be shown
    described BOOLEAN NOT NULL DEFAULT FALSE,
    withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
    -- since when: it goes some time after
    withdrawn_at {time},
    uploaded_by BIGINT,
    created_at {time} NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX pictures_created ON pictures (created_at, id);

CREATE TABLE picture_files (
    picture BIGINT NOT NULL REFERENCES pictures (id),
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    hash {plain} NOT NULL,
    size BIGINT NOT NULL,
    PRIMARY KEY (picture, width)
);
CREATE INDEX picture_files_hash ON picture_files (hash);
