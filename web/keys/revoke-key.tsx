import { Checkbox, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keyTexts as t } from '../texts/keys.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { tellDone } from '../ui/tell.ts';
import type { KeyCalls } from './key-calls.ts';
import type { ApiKey } from './key-types.ts';

interface RevokeKeyProps {
  readonly apiKey: ApiKey;
  readonly calls: KeyCalls;
  readonly onDone: () => void;
}

/** Ends a key; the question names what ends with it, and what goes on. */
export function RevokeKey({ apiKey, calls, onDone }: RevokeKeyProps) {
  const [withSuccessors, setWithSuccessors] = useState(false);
  const revoke = async (): Promise<void> => {
    const also = await calls.revoke(apiKey.id, withSuccessors);
    tellDone(t.done(also.length));
  };
  return (
    <ConfirmAct
      label={t.revoke}
      name={apiKey.name}
      effect={
        <Stack gap="sm">
          <Text>{t.revokeEffect}</Text>
          <Kin apiKey={apiKey} madeBy={calls.madeBy} />
          {apiKey.replacedBy === null ? null : (
            <Checkbox
              label={t.withSuccessors}
              description={t.withSuccessorsHint}
              checked={withSuccessors}
              onChange={(event) => setWithSuccessors(event.currentTarget.checked)}
            />
          )}
        </Stack>
      }
      act={revoke}
      onDone={onDone}
    />
  );
}

/** What a key made: those of its own kind end with it, others go on. */
function Kin({ apiKey, madeBy }: { readonly apiKey: ApiKey; readonly madeBy: KeyCalls['madeBy'] }) {
  const made = useQuery({
    queryKey: ['api-keys', 'made-by', apiKey.id],
    queryFn: () => madeBy(apiKey.id),
    staleTime: 0,
  });
  return (
    <Loaded query={made}>
      {(keys) => {
        const open = keys.filter(({ status, id }) => status === 'active' && id !== apiKey.replacedBy);
        return (
          <>
            <Names text={t.alsoRevoked} keys={open.filter(({ kind }) => kind === apiKey.kind)} />
            <Names text={t.notRevoked} keys={open.filter(({ kind }) => kind !== apiKey.kind)} />
          </>
        );
      }}
    </Loaded>
  );
}

const Names = ({ text, keys }: { readonly text: string; readonly keys: readonly ApiKey[] }) =>
  keys.length === 0 ? null : (
    <Stack gap={4}>
      <Text>{text}</Text>
      <List>
        {keys.map(({ id, name, keyPrefix }) => (
          <List.Item key={id}>{`${name} (${keyPrefix}…)`}</List.Item>
        ))}
      </List>
    </Stack>
  );
