import { Group, Text } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { useMay, usePerson } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { partnerOfferTexts as t } from '../texts/partner-offers.ts';
import { Facts } from '../ui/facts.tsx';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { Section } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';
import { type FoundOfferWhole, RequestStatus } from './offer-words.tsx';

/** What the partner asked for of an offer and what was answered, and the way to ask. */
export const OfferRequest = ({ offer }: { readonly offer: FoundOfferWhole }) => (
  <Section title={t.request}>
    {offer.request === null ? <Text c="dimmed">{t.notAsked}</Text> : <Answered request={offer.request} />}
    <Acts offer={offer} />
  </Section>
);

const Answered = ({ request }: { readonly request: NonNullable<FoundOfferWhole['request']> }) => (
  <Facts
    facts={[
      [t.columnStatus, <RequestStatus key="status" request={request} />],
      [t.requestedAt, <Time key="asked" at={request.requestedAt} />],
      ...(request.decidedAt === null ? [] : [[t.decidedAt, <Time key="ended" at={request.decidedAt} />] as const]),
      ...(request.note === null ? [] : [[t.answer, request.note] as const]),
    ]}
  />
);

function Acts({ offer: { id, request, mayRequest, whyNot, enrolled } }: { readonly offer: FoundOfferWhole }) {
  const may = useMay();
  const { readOnly } = usePerson();
  const renew = useRenew();
  const params = { path: { id } };
  const done = (said: string) => () => {
    tellDone(said);
    renew('offers', 'open-offers');
  };
  if (!may('offers:ask') || readOnly) return <Text c="dimmed">{t.readOnly}</Text>;
  if (request?.status === 'pending')
    return (
      <Group>
        <ConfirmAct
          label={t.withdraw}
          effect={t.withdrawEffect}
          act={() => answerOf(api.DELETE('/api/partner/offers/{id}/request', { params }))}
          onDone={done(t.withdrawn)}
        />
      </Group>
    );
  if (!mayRequest) return whyNot === null || enrolled ? null : <Text c="dimmed">{whyNot}</Text>;
  return (
    <Group>
      <ConfirmAct
        label={t.ask}
        effect={t.askEffect}
        act={() => answerOf(api.POST('/api/partner/offers/{id}/request', { params }))}
        onDone={done(t.asked)}
      />
    </Group>
  );
}
