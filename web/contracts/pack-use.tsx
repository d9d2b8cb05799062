import { Stack, Text } from '@mantine/core';
import type { Ok } from '../frame/ok.ts';
import { packTexts as t } from '../texts/packs.ts';
import { count } from '../ui/format.ts';
import { ShareBar } from '../ui/share-bar.tsx';

type Prepaid = Ok<'/api/v1/contracts/{contractId}/usage', 'get'>['data']['prepaid'];

/** What is left of the packs that a contract takes leads of. */
export function PackUse({ prepaid }: { readonly prepaid: Prepaid }) {
  if (prepaid === null) return null;
  return (
    <Stack gap={6} mb="sm">
      <Text fw={600}>{t.prepaid}</Text>
      {prepaid.packs.map(({ packId, ofBuyer, left, leads }) => (
        <div key={packId}>
          <Text size="sm">{ofBuyer ? t.ofBuyer : t.own}</Text>
          <ShareBar
            label={t.barOf(ofBuyer ? t.ofBuyer : t.own)}
            value={left}
            max={leads}
            words={t.left(count(left), count(leads))}
          />
        </div>
      ))}
      {prepaid.left > 0 ? null : (
        <Text size="sm" {...(prepaid.whenPackEmpty === 'bill' ? {} : { c: 'var(--mantine-color-error)' })}>
          {prepaid.whenPackEmpty === 'bill' ? t.emptyBills : t.emptyRefuses}
        </Text>
      )}
    </Stack>
  );
}
