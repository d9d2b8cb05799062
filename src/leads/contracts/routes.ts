import type { Route } from '../../core/gate/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { balanceRoutes } from './balance-routes.ts';
import { buyerRoutes } from './buyer-routes.ts';
import { contractRecordRoutes } from './contract-routes.ts';

export interface ContractRouteDeps {
  /** Seals what buyers' endpoints ask for. */
  readonly vault: Vault;
}

/** Routes of who buys leads, and on which terms. */
export const contractRoutes = ({ vault }: ContractRouteDeps): Route[] => [
  ...buyerRoutes(),
  ...balanceRoutes(),
  ...contractRecordRoutes(vault),
];
