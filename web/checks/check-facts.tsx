import { Anchor, Code, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Ok } from '../frame/ok.ts';
import { useMay } from '../frame/session.tsx';
import { checkLogTexts as t } from '../texts/check-log.ts';
import { checkTexts } from '../texts/checks.ts';
import { Facts } from '../ui/facts.tsx';
import { duration } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';
import { ExactTime } from '../ui/time.tsx';

/** A check as the log has it. */
export type Check = Ok<'/api/admin/check-log', 'get'>['data'][number];

const TONES = { clear: 'good', listed: 'bad', invalid: 'bad' } as const;

export const outcomeName = (result: string): string => checkTexts.results[result] ?? result;

export const CheckOutcome = ({ result }: { readonly result: string }) => {
  const tone = result in TONES ? TONES[result as keyof typeof TONES] : 'warn';
  return <Status value={result} label={outcomeName(result)} tone={tone} />;
};

/** The essentials of a check. */
export function CheckFacts({ check, campaign }: { readonly check: Check; readonly campaign: string }) {
  const may = useMay();
  const { result, text, vendorName, kind, askedAt, fromCache, durationMs, failMode, reference, leadId } = check;
  return (
    <Stack>
      <Text>{text}</Text>
      <Facts
        facts={[
          [t.vendor, vendorName],
          [t.kind, checkTexts.kinds[kind] ?? kind],
          [t.result, <CheckOutcome key="result" result={result} />],
          [t.campaign, campaign],
          [t.askedAt, askedAt === null ? t.notAsked : <ExactTime key="asked" at={askedAt} />],
          [t.took, durationMs === null ? null : duration(durationMs)],
          [t.failMode, t.failModes[failMode] ?? failMode],
          [t.reference, reference === null ? null : <Code key="reference">{reference}</Code>],
          [t.question, <Code key="question">{check.id}</Code>],
          [t.request, <Code key="request">{check.requestId}</Code>],
        ]}
      />
      {fromCache ? <Text c="dimmed">{t.again}</Text> : null}
      {leadId === null ? <Text c="dimmed">{t.refused}</Text> : null}
      {leadId !== null && may('leads:read') ? (
        <Anchor component={Link} to={`/admin/leads/${leadId}`}>
          {t.toLead}
        </Anchor>
      ) : null}
    </Stack>
  );
}
