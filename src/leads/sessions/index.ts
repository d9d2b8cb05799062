export { createLeadSessionAuthenticator, type LeadSessionAuthenticator } from './session-authenticator.ts';
export { sweepLeadSessions } from './sweep-sessions.ts';
