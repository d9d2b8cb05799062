import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { firstRunTexts as t } from '../texts/first-run.ts';
import { needed, neededAmount } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';

interface PartnerWish extends Record<string, unknown> {
  readonly name: string;
  readonly payout: string;
}

interface PartnerStepProps {
  readonly vertical: { readonly id: string; readonly name: string };
  readonly contractId: string;
  readonly onSaved: (postingKey: string | undefined) => void;
}

/** The offer that joins both sides, the partner and its campaign. Gives the campaign's posting key. */
async function makePartner(
  { vertical, contractId }: Omit<PartnerStepProps, 'onSaved'>,
  { name, payout }: PartnerWish,
): Promise<string | undefined> {
  const rules = { status: 'active', distributionType: 'exclusive', distributionRule: 'price' } as const;
  const offer = await answerOf(
    api.POST('/api/v1/offers', { body: { ...rules, name: t.offerName(vertical.name), verticalId: vertical.id } }),
  );
  const offerId = offer.data.id;
  await answerOf(
    api.POST('/api/v1/offers/{offerId}/contracts', { params: { path: { offerId } }, body: { contractId } }),
  );
  const partner = await answerOf(api.POST('/api/v1/partners', { body: { name: name.trim(), status: 'active' } }));
  const campaign = await answerOf(
    api.POST('/api/v1/campaigns', {
      body: {
        name: t.campaignName(name.trim()),
        partnerId: partner.data.id,
        offerId,
        costPerLead: payout,
        status: 'active',
      },
    }),
  );
  const made: { readonly postingKey?: unknown } = campaign.data;
  return typeof made.postingKey === 'string' ? made.postingKey : undefined;
}

/** Who sends the leads, and what they earn by them. */
export function PartnerStep({ onSaved, ...ground }: PartnerStepProps) {
  const form = useForm<PartnerWish>({
    initialValues: { name: '', payout: '10.00' },
    validate: {
      name: needed,
      payout: neededAmount,
    },
  });
  return (
    <SaveForm
      form={form}
      label={t.next}
      save={(wish) => makePartner(ground, wish)}
      onSaved={(postingKey) => onSaved(typeof postingKey === 'string' ? postingKey : undefined)}
    >
      <TextInput label={t.partnerName} maxLength={255} autoFocus {...form.getInputProps('name')} />
      <TextInput label={t.payout} description={t.payoutHint} inputMode="decimal" {...form.getInputProps('payout')} />
    </SaveForm>
  );
}
