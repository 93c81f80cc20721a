-- Cities that want to join have an enquiry of their own. What was written before, and waits for its letters, goes on as a message.
UPDATE messages SET purpose = 'contact' WHERE purpose = 'join';
