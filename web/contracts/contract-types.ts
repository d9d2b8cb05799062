import type { Body, Ok } from '../frame/ok.ts';

export type Contract = Ok<'/api/v1/contracts/{contractId}', 'get'>['data'];
export type ContractMade = Ok<'/api/v1/contracts', 'post'>;
export type ContractChanged = Ok<'/api/v1/contracts/{contractId}', 'patch'>;
export type ContractBody = Body<'/api/v1/contracts', 'post'>;
export type ContractStatus = Body<'/api/v1/contracts/{contractId}/status', 'put'>['status'];
