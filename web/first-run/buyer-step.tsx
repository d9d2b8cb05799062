import { MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { firstRunTexts as t } from '../texts/first-run.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { needed, neededAmount } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';

interface BuyerWish extends Record<string, unknown> {
  readonly name: string;
  readonly price: string;
  readonly licensedFields: string[];
  readonly deliveryUrl: string;
}

interface BuyerStepProps {
  readonly verticalId: string;
  readonly onSaved: () => void;
}

const USUAL = ['firstName', 'lastName', 'phone', 'email', 'state'];

async function makeBuyer(
  verticalId: string,
  { name, price, licensedFields, deliveryUrl }: BuyerWish,
): Promise<unknown> {
  const buyer = await answerOf(api.POST('/api/v1/buyers', { body: { name: name.trim(), status: 'active' } }));
  const terms = { verticalId, price, licensedFields, status: 'active' } as const;
  const delivery = [
    { type: 'http_post', url: deliveryUrl.trim(), format: 'json', isPrimary: true, enabled: true },
  ] as const;
  const body = {
    ...terms,
    name: t.contractName(name.trim()),
    buyerId: buyer.data.id,
    deliveryConfig: delivery.map((action) => ({ ...action })),
  };
  return answerOf(api.POST('/api/v1/contracts', { body }));
}

/** Who buys, for how much, what they get, and where it goes. */
export function BuyerStep({ verticalId, onSaved }: BuyerStepProps) {
  const fields = useQuery({
    queryKey: ['verticals', 'fields', verticalId],
    queryFn: () => answerOf(api.GET('/api/v1/verticals/{verticalId}/fields', { params: { path: { verticalId } } })),
  });
  const form = useForm<BuyerWish>({
    initialValues: { name: '', price: '25.00', licensedFields: USUAL, deliveryUrl: '' },
    validate: {
      name: needed,
      price: neededAmount,
      licensedFields: (chosen) => (chosen.length === 0 ? furnitureTexts.required : null),
      deliveryUrl: (url) => (/^https:\/\/\S+\.\S+/.test(url.trim()) ? null : t.deliveryUrlHint),
    },
  });
  const known = fields.data?.data.map(({ name, label }) => ({ value: name, label })) ?? [];
  return (
    <SaveForm form={form} label={t.next} save={(wish) => makeBuyer(verticalId, wish)} onSaved={onSaved}>
      <TextInput label={t.buyerName} maxLength={255} autoFocus {...form.getInputProps('name')} />
      <TextInput label={t.price} description={t.priceHint} inputMode="decimal" {...form.getInputProps('price')} />
      <MultiSelect
        label={t.licensed}
        description={t.licensedHint}
        data={known}
        searchable
        {...form.getInputProps('licensedFields')}
      />
      <TextInput
        label={t.deliveryUrl}
        description={t.deliveryUrlHint}
        type="url"
        placeholder={t.deliveryUrlStart}
        {...form.getInputProps('deliveryUrl')}
      />
    </SaveForm>
  );
}
