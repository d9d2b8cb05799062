import type { Vault } from '../../src/core/vault/index.ts';

export interface HeldVault {
  readonly vault: Vault;
  /** Lets everything through that is held. */
  release(): void;
}

/** A vault that gives so many keys, and the others when it is told to: work that stands still where a test wants it. */
export function heldVault(vault: Vault, most: number): HeldVault {
  let given = 0;
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  return {
    release,
    vault: {
      ...vault,
      async subjectKey(tenantId, subjectId) {
        given += 1;
        if (given > most) await released;
        return vault.subjectKey(tenantId, subjectId);
      },
    },
  };
}
