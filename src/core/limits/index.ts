export { addressSubject } from './address-subject.ts';
export type { RateLimit } from './leases.ts';
export { createRateLimiter, type RateLimiter, type Taken } from './rate-limiter.ts';
