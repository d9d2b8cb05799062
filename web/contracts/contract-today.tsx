import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { usageTexts as t } from '../texts/usage.ts';
import { count, plural } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';

import { useContractReadiness } from './use-readiness.ts';

type Considered = Ok<'/api/v1/contracts/{contractId}/considered', 'get'>['data'];
type Outcome = Considered['outcomes'][number];

/** A sale in one of these states is, or may become, one that is paid. */
const CAME = new Set(['settled', 'delivering', 'uncertain']);

const COLUMNS: readonly TableColumn<Outcome>[] = [
  { id: 'why', label: t.columnWhy, cell: ({ text }) => text },
  { id: 'leads', label: t.columnLeads, numeric: true, cell: ({ leads }) => count(leads) },
];

interface ContractTodayProps {
  readonly contractId: string;
  /** Whether it says what is in the way, for pages that do not say so elsewhere. */
  readonly obstacles?: boolean;
}

/** What today's leads came to for a contract, and what keeps it from getting any. */
export function ContractToday({ contractId, obstacles = false }: ContractTodayProps) {
  const params = { path: { contractId } };
  const considered = useQuery({
    queryKey: ['contracts', 'considered', contractId],
    queryFn: async () => (await answerOf(api.GET('/api/v1/contracts/{contractId}/considered', { params }))).data,
  });
  const came = cameOf(considered.data?.outcomes ?? []);
  return (
    <Section title={considered.data && came === 0 ? t.whyNone : t.today}>
      {obstacles ? <Obstacles contractId={contractId} /> : null}
      <Loaded query={considered}>{(data) => <Outcomes considered={data} came={came} />}</Loaded>
    </Section>
  );
}

const cameOf = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ code }) => CAME.has(code)).reduce((sum, { leads }) => sum + leads, 0);

function Outcomes({ considered, came }: { readonly considered: Considered; readonly came: number }) {
  const { leads, isSampled, outcomes } = considered;
  const all = plural(leads, 'lead');
  return (
    <>
      <Text>{leads === 0 ? t.noLeads : came === 0 ? t.askedNone(all) : t.asked(all, count(came))}</Text>
      {leads === 0 ? null : (
        <SmallTable label={t.outcomes} columns={COLUMNS} rows={outcomes} rowId={({ code }) => code} empty={t.noLeads} />
      )}
      {isSampled ? (
        <Text size="sm" c="dimmed">
          {t.sampled}
        </Text>
      ) : null}
    </>
  );
}

/** What is in the way whatever the lead: its status, its hours, an address that is missing. */
function Obstacles({ contractId }: { readonly contractId: string }) {
  const { data: found } = useContractReadiness(contractId);
  if (!found) return null;
  if (found.canSell) return <Text>{t.canBuy}</Text>;
  return (
    <List>
      {found.reasons.map(({ code, text }) => (
        <List.Item key={code + text}>{text}</List.Item>
      ))}
    </List>
  );
}
