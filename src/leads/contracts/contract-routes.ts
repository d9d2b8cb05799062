import { Type } from 'typebox';
import { crudRoutes, defineResource, type Resource, type Route, statusRoutes } from '../../core/gate/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { contractRecords, type ContractRow } from './contract-store.ts';
import {
  CONTRACT_STATUSES,
  contractCreate,
  contractItem,
  contractStatus,
  contractUpdate,
  contractWarnings,
} from './contract-wire.ts';
import { changeContract, insertContract } from './save-contract.ts';
import { showContract } from './show-contract.ts';

const SECRET = Type.String({ description: 'Signs deliveries (Standard Webhooks). Shown once: keep it.' });

function contractsWith(vault: Vault): Resource<ContractRow> {
  return defineResource<ContractRow, typeof contractCreate, typeof contractUpdate>({
    names: ['contract', 'contracts'],
    path: '/api/v1/contracts',
    permissions: { read: 'contracts:read', write: 'contracts:write' },
    records: contractRecords,
    wire: {
      create: contractCreate,
      update: contractUpdate,
      item: contractItem,
      once: { signingSecret: SECRET, warnings: contractWarnings },
      beside: { signingSecret: Type.Optional(SECRET), warnings: contractWarnings },
    },
    list: {
      statuses: CONTRACT_STATUSES,
      sorts: ['displayId', 'name', 'status', 'price', 'priority', 'createdAt'],
      ids: ['buyerId', 'verticalId'],
      linked: {
        offerId: `EXISTS (SELECT 1 FROM offer_contracts AS l
          WHERE l.tenant_id = contracts.tenant_id AND l.contract_id = contracts.id AND l.offer_id = ?)`,
      },
    },
    rules: {
      references: { contracts_tenant_id_buyer_id_fkey: 'buyerId', contracts_tenant_id_vertical_id_fkey: 'verticalId' },
    },
    inUse: 'This contract has had leads. Set it inactive or archived: its sales must stay explained.',
    prepare: ({ tenantId }) => vault.prepareSecrets(tenantId),
    show: showContract,
    async insert(writing) {
      const { row, signingSecret, warnings } = await insertContract(vault, writing);
      return { row, once: { signingSecret, warnings } };
    },
    async change(writing, before) {
      const { row, signingSecret, warnings } = await changeContract(vault, writing, before);
      return { row, beside: { ...(signingSecret ? { signingSecret } : {}), warnings } };
    },
  });
}

/** Contracts: on which terms buyers get leads. */
export function contractRecordRoutes(vault: Vault): Route[] {
  const contracts = contractsWith(vault);
  return [...crudRoutes(contracts), ...statusRoutes(contracts, contractStatus)];
}
