-- When a mail server refused an e-mail to this address for good; none since one was taken, or the address became another one.
ALTER TABLE people ADD COLUMN mail_refused_at {time};
