import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { firstRunTexts as t } from '../texts/first-run.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { SaveForm } from '../ui/form/save-form.tsx';

const REGIMES = ['consumer_health', 'cms_tpmo', 'hipaa', 'sud_part2', 'none'] as const;

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** The kind of leads, and the rules that they stand under. */
export function VerticalStep({ onSaved }: { readonly onSaved: () => void }) {
  const form = useForm<{ name: string; regime: (typeof REGIMES)[number] }>({
    initialValues: { name: '', regime: 'consumer_health' },
    validate: { name: (name) => (slugOf(name) === '' ? furnitureTexts.required : null) },
  });
  return (
    <SaveForm
      form={form}
      label={t.next}
      save={({ name, regime }) =>
        answerOf(api.POST('/api/v1/verticals', { body: { name: name.trim(), slug: slugOf(name), regime } }))
      }
      onSaved={onSaved}
    >
      <TextInput
        label={t.verticalName}
        description={t.verticalNameHint}
        maxLength={100}
        autoFocus
        {...form.getInputProps('name')}
      />
      <Radio.Group label={t.regime} {...form.getInputProps('regime')}>
        <Stack gap="xs" mt="xs">
          {REGIMES.map((value) => (
            <Radio key={value} value={value} label={t.regimes[value]} />
          ))}
        </Stack>
      </Radio.Group>
    </SaveForm>
  );
}
