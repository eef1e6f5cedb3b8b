"""Relations between mentions: events and sessions, roles, participations, quotations."""
