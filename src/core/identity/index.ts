export { needsSecondFactor } from './domain/role-limits.ts';
export { createSessionAuthenticator, type SessionAuthenticator } from './authenticate-session.ts';
export { foundOwner, type FoundOwner } from './found-owner.ts';
export { createAttemptGuard } from './guard-attempts.ts';
export type { IdentityDeps } from './identity-deps.ts';
export { emailKey } from './domain/email-address.ts';
export { hashChosen, inviteUser } from './invite-user.ts';
export { tellRulersOfKey } from './tell-rulers-of-key.ts';
export { signUpMail } from './make-link.ts';
