import { MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNames } from '../../frame/use-names.ts';
import { groupTexts as t } from '../../texts/vertical-groups.ts';
import { needed } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { type Group, type GroupValues, groupValues, groupWords, saveGroup } from './group-values.ts';

interface GroupFormProps {
  /** The one that is changed; undefined for a new one. */
  readonly group?: Group;
  readonly onSaved: (answer: unknown) => void;
  readonly onCancel: () => void;
}

/** Everything that is said of a group of verticals. */
export function GroupForm({ group, onSaved, onCancel }: GroupFormProps) {
  const form = useForm<GroupValues>({ initialValues: groupValues(group), validate: { name: needed } });
  const { options, nameOf } = useNames('verticals');
  return (
    <SaveForm
      form={form}
      save={(values) => saveGroup(values, group?.id)}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(group ? { summary: { words: groupWords(nameOf) } } : { label: t.make })}
    >
      <TextInput label={t.name} required maxLength={255} {...form.getInputProps('name')} />
      <MultiSelect
        label={t.verticals}
        description={t.verticalsHint}
        data={[...options]}
        searchable
        {...form.getInputProps('verticalIds')}
      />
      <Radio.Group label={t.scope} {...form.getInputProps('dedupScope')}>
        <Stack gap="xs" mt={4}>
          <Radio value="group" label={t.scopes['group']} description={t.scopeHints.group} />
          <Radio value="vertical" label={t.scopes['vertical']} description={t.scopeHints.vertical} />
        </Stack>
      </Radio.Group>
    </SaveForm>
  );
}
