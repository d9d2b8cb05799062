import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { replayTexts as t } from '../../texts/replay.ts';
import { count } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import type { Replay } from './replay-values.ts';

type Because = Replay['because'][number];
type Unsold = Replay['unsold'][number];
type Sample = Replay['samples'][number];

/** Which leads would go elsewhere, and why; and why leads find nobody. */
export const ReplayMoves = ({ replay: { because, unsold, samples } }: { readonly replay: Replay }) => (
  <>
    <Section title={t.moved}>
      <SmallTable
        label={t.moved}
        columns={BECAUSE}
        rows={because}
        rowId={({ move, code, text }) => `${move}/${code}/${text}`}
        empty={t.noneMoved}
      />
    </Section>
    {samples.length === 0 ? null : (
      <Section title={t.samples}>
        <SmallTable
          label={t.samples}
          columns={SAMPLES}
          rows={samples}
          rowId={({ leadId }) => leadId}
          empty={t.noneMoved}
        />
      </Section>
    )}
    <Section title={t.unsold}>
      <SmallTable label={t.unsold} columns={UNSOLD} rows={unsold} rowId={({ reason }) => reason} empty={t.noneUnsold} />
    </Section>
  </>
);

const BECAUSE: readonly TableColumn<Because>[] = [
  { id: 'move', label: t.move, cell: ({ move }) => t.moves[move] },
  { id: 'why', label: t.why, cell: ({ text }) => text },
  { id: 'leads', label: t.leads, numeric: true, cell: ({ leads }) => count(leads) },
];

const UNSOLD: readonly TableColumn<Unsold>[] = [
  { id: 'reason', label: t.reason, cell: ({ text }) => text },
  { id: 'control', label: t.of4.control, numeric: true, cell: ({ control }) => count(control) },
  { id: 'draft', label: t.of4.draft, numeric: true, cell: ({ draft }) => count(draft) },
  { id: 'change', label: t.of4.change, numeric: true, cell: ({ change }) => count(change) },
];

const names = (contracts: readonly string[]): string => (contracts.length === 0 ? t.nobodyHas : contracts.join(', '));

const SAMPLES: readonly TableColumn<Sample>[] = [
  {
    id: 'lead',
    label: t.lead,
    cell: ({ leadId, shortId }) => (
      <Anchor component={Link} to={`/admin/leads/${leadId}`}>
        {shortId}
      </Anchor>
    ),
  },
  { id: 'move', label: t.move, cell: ({ move }) => t.moves[move] },
  { id: 'from', label: t.fromContract, cell: ({ from }) => names(from) },
  { id: 'to', label: t.toContract, cell: ({ to }) => names(to) },
  {
    id: 'why',
    label: t.why,
    cell: ({ text }) => (
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    ),
  },
];
