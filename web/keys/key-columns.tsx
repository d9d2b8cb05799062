import { Group } from '@mantine/core';
import { keyTexts as t, KIND_WORDS } from '../texts/keys.ts';
import { Status } from '../ui/status.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import type { ApiKey } from './key-types.ts';
import { scopesInWords } from './scope-words.ts';
import { inWords } from '../ui/words.ts';

/** How a key stands, and whether somebody may have read it. */
export const KeyStatus = ({ apiKey: { status, exposedAt } }: { readonly apiKey: ApiKey }) => (
  <Group gap={4} wrap="nowrap">
    <Status value={status} />
    {exposedAt !== null && status === 'active' ? <Status value="exposed" label={t.exposed} tone="bad" /> : null}
  </Group>
);

const COLUMNS: readonly TableColumn<ApiKey>[] = [
  { id: 'name', label: t.name, cell: ({ name }) => name },
  { id: 'kind', label: t.kind, cell: ({ kind }) => KIND_WORDS[kind].label },
  { id: 'scopes', label: t.scopes, cell: ({ scopes }) => scopesInWords(scopes) },
  {
    id: 'status',
    label: t.status,
    cell: (apiKey) => <KeyStatus apiKey={apiKey} />,
    text: ({ status, exposedAt }) =>
      exposedAt !== null && status === 'active' ? `${inWords(status)}, ${t.exposed}` : inWords(status),
  },
  { id: 'used', label: t.used, cell: ({ lastUsedAt }) => <Time at={lastUsedAt} /> },
  { id: 'expires', label: t.expires, cell: ({ expiresAt }) => <Time at={expiresAt} /> },
  { id: 'prefix', label: t.prefix, cell: ({ keyPrefix }) => keyPrefix, extra: true },
  { id: 'made', label: t.made, cell: ({ createdAt }) => <Time at={createdAt} />, extra: true },
];

/** The columns of a list of keys; whose they are is plain where they are one's own. */
export function keyColumns(ownerOf: ((apiKey: ApiKey) => string) | undefined): readonly TableColumn<ApiKey>[] {
  if (ownerOf === undefined) return COLUMNS.filter(({ id }) => id !== 'kind');
  return [...COLUMNS.slice(0, 2), { id: 'owner', label: t.owner, cell: ownerOf }, ...COLUMNS.slice(2)];
}
