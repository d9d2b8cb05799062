import type { Ok } from '../frame/ok.ts';

/** Somebody of the same buyer or partner. */
export type Colleague = Ok<'/api/v1/colleagues', 'get'>['data'][number];
