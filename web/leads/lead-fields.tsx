import { Text } from '@mantine/core';
import { usePerson } from '../frame/session.tsx';
import { leadTexts as t } from '../texts/leads.ts';
import { RevealFields, type RevealWay } from '../ui/reveal-fields.tsx';
import { readLeadInClear } from './read-lead-in-clear.ts';
import type { LeadWhole } from './lead-types.ts';
import { revealLead } from './reveal-lead.ts';
import { wayToReveal } from './way-to-reveal.ts';

/** The way in which the person may see a lead's fields in clear; undefined for none. */
function useRevealWay(leadId: string): RevealWay | undefined {
  const kind = wayToReveal(usePerson());
  if (kind === 'reason') return { kind, reveal: (names, reason) => revealLead(leadId, names, reason) };
  return kind && { kind, show: () => readLeadInClear(leadId) };
}

/** What of a lead the person may see, masked until shown. */
export function LeadFields({ lead }: { readonly lead: Pick<LeadWhole, 'id' | 'fields'> }) {
  const way = useRevealWay(lead.id);
  if (Object.keys(lead.fields).length === 0) return <Text c="dimmed">{t.noFields}</Text>;
  return <RevealFields fields={lead.fields} way={way} />;
}
