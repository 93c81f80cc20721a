-- Who took the list of all people is asked for by each of them.
CREATE INDEX audit_lists_taken ON audit (id) WHERE action = 'people.list-taken';
