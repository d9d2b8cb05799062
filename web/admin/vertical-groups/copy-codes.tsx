import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { codeTexts as t } from '../../texts/disposition-codes.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { needed } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { Loaded } from '../../ui/loaded.tsx';

const PATH = '/api/admin/vertical-groups/{verticalGroupId}/dispositions/clone';

interface CopyCodesProps {
  readonly groupId: string;
  readonly onCopied: (said: string) => void;
  readonly onCancel: () => void;
}

/** Copies the codes of another group into this one. */
export function CopyCodes(props: CopyCodesProps) {
  const groups = useQuery({
    queryKey: ['vertical-groups', 'others', props.groupId],
    queryFn: async () => {
      const query = { limit: '1000', sort: 'name', sortDirection: 'asc' } as const;
      const { data } = await answerOf(api.GET('/api/admin/vertical-groups', { params: { query } }));
      return data.filter(({ id }) => id !== props.groupId).map(({ id, name }) => ({ value: id, label: name }));
    },
  });
  return (
    <Loaded query={groups}>
      {(others) => (others.length === 0 ? <Text>{t.copyNone}</Text> : <CopyForm {...props} groups={others} />)}
    </Loaded>
  );
}

interface CopyFormProps extends CopyCodesProps {
  readonly groups: readonly { readonly value: string; readonly label: string }[];
}

function CopyForm({ groupId, groups, onCopied, onCancel }: CopyFormProps) {
  const form = useForm<{ sourceGroupId: string }>({
    initialValues: { sourceGroupId: '' },
    validate: { sourceGroupId: needed },
  });
  const params = { path: { verticalGroupId: groupId } };
  return (
    <SaveForm
      form={form}
      label={t.copy}
      save={(body) => answerOf(api.POST(PATH, { params, body }))}
      onSaved={(answer) => {
        const { copied, skipped } = (answer as Ok<typeof PATH, 'post'>).data;
        onCopied(t.copied(copied, skipped));
      }}
      onCancel={onCancel}
    >
      <Text size="sm">{t.copyText}</Text>
      <Choice label={t.copyFrom} data={groups} required {...form.getInputProps('sourceGroupId')} />
    </SaveForm>
  );
}
