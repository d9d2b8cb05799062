import { keyTexts as t } from '../texts/keys.ts';
import type { BulkAct } from '../ui/table/table-types.ts';
import type { KeyCalls } from './key-calls.ts';
import type { ApiKey } from './key-types.ts';

/** What can be done with many keys: each is revoked as if it were alone, its successor goes on. */
export const keyBulkActs = (calls: KeyCalls): readonly BulkAct<ApiKey>[] => [
  {
    label: t.revoke,
    effect: t.revokeManyEffect,
    fits: ({ status }) => status === 'active',
    run: ({ id }) => calls.revoke(id, false),
    isFinal: true,
  },
];
