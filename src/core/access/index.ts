export { presentedKey } from './api-key.ts';
export { actorOf, type Authenticator, type Caller, createAuthenticator } from './authenticate.ts';
export { maskFields, PHI_CLASSES, type PhiClass } from './mask.ts';
export { CALLER_KINDS, type CallerKind, type Permission, permits, POLICY } from './policy.ts';
export { apiKeysDelete, apiKeysValid, keyInvalid, requireValidKey } from './store.ts';
export { issueKey } from './issue-key.ts';
export { reportExposedKey } from './report-exposed-key.ts';
