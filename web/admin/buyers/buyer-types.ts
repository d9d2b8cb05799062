import type { Ok } from '../../frame/ok.ts';

export type Buyer = Ok<'/api/v1/buyers/{buyerId}', 'get'>['data'];
export type BuyerStatus = 'pending' | 'active' | 'paused' | 'suspended' | 'inactive' | 'rejected';
