import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Acts } from '../acts/index.ts';

/** What the routes of this room work with. */
export interface PeopleRouteDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly clock: Clock;
  /** A note of a person is one beside a lead of theirs. */
  readonly acts: Pick<Acts, 'note'>;
}
