export { type Acts, createActs } from './create-acts.ts';
