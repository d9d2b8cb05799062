import { ActionIcon, Button, Group, Input, Paper, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { offerMarginTexts as t } from '../../texts/offer-margin.ts';
import { FormPart } from '../../ui/form/form-part.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import { type Band, type MarginValues, NEW_BAND } from './margin-values.ts';
import type { OfferValues } from './offer-values.ts';

type MarginForm = { readonly form: UseFormReturnType<OfferValues> };
const KINDS = Object.keys(t.kinds) as MarginValues['margin'][];

/** What is kept of each price, and the least of it. */
export const MarginPart = ({ form }: MarginForm) => (
  <FormPart title={t.title}>
    <Radio.Group label={t.margin} {...form.getInputProps('margin')}>
      <Stack gap="xs" mt={4}>
        {KINDS.map((kind) => (
          <Radio key={kind} value={kind} label={t.kinds[kind]} description={t.kindHints[kind]} />
        ))}
      </Stack>
    </Radio.Group>
    {form.values.margin === 'same' ? (
      <TextInput label={t.keep} description={t.keepHint} maxLength={13} required {...form.getInputProps('keep')} />
    ) : null}
    {form.values.margin === 'bands' ? <BandRows form={form} /> : null}
    <MoneyInput label={t.minMargin} description={t.minMarginHint} {...form.getInputProps('minMargin')} />
  </FormPart>
);

function BandRows({ form }: MarginForm) {
  const rows = form.values.bands;
  const set = (next: readonly Band[]): void => form.setFieldValue('bands', next);
  const change = (index: number, part: Partial<Band>): void =>
    set(rows.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={t.bands} description={t.keepHint} error={form.errors['bands']} labelElement="div">
      <Stack gap="xs" mt={4}>
        {rows.map((row, index) => (
          <Paper key={index} withBorder p="sm" role="group" aria-label={t.bandNumber(index + 1)}>
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" style={{ flex: 1 }}>
                <MoneyInput
                  size="xs"
                  label={t.from}
                  value={row.from}
                  onChange={(event) => change(index, { from: event.currentTarget.value.trim() })}
                />
                <TextInput
                  size="xs"
                  label={t.keep}
                  value={row.keep}
                  onChange={(event) => change(index, { keep: event.currentTarget.value.trim() })}
                />
              </SimpleGrid>
              <ActionIcon
                variant="default"
                aria-label={t.removeBand(index + 1)}
                onClick={() => set(rows.filter((_, at) => at !== index))}
                size={30}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Paper>
        ))}
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set([...rows, NEW_BAND])}
          >
            {t.addBand}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
