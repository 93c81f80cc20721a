-- Which master key this hub seals and signs with, by its name: every node has the same.
CREATE TABLE master_key (
    id BIGINT PRIMARY KEY,
    name {plain} NOT NULL,
    since {time} NOT NULL
);
