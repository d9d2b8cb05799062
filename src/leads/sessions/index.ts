export { createLeadSessionAuthenticator, type LeadSessionAuthenticator } from './read-session-caller.ts';
export { sweepLeadSessions } from './sweep-sessions.ts';
