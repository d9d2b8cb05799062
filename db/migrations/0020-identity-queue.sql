-- room: platform/queue
-- role: careroute_queue
-- What follows from a change of an account, such as the mail about it, is a job of the same transaction.

GRANT EXECUTE ON FUNCTION queue.enqueue TO careroute_identity;
GRANT USAGE ON SCHEMA queue TO careroute_identity;
