export { requestsWaiting } from './request-store.ts';
