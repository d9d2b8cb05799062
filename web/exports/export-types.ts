import type { Ok } from '../frame/ok.ts';

export type Export = Ok<'/api/v1/exports', 'get'>['data'][number];

/** Whether the file is still being made. */
export const isUnderWay = ({ status }: Export): boolean => status === 'queued' || status === 'running';
