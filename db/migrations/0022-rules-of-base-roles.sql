-- room: core/access
-- role: careroute_owner
-- Who has a role of the tenant's own is bound by the rules of the role that it is made of, too: the room of people must
-- know that there are some, before somebody gives more than they have.

GRANT SELECT ON field_access TO careroute_identity;
