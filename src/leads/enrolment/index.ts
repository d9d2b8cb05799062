export { type DecidedRequest, requestsDecided, requestsWaiting } from './request-store.ts';
