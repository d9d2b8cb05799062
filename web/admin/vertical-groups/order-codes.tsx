import { useForm } from '@mantine/form';
import { answerOf, api } from '../../frame/api.ts';
import { codeTexts as t } from '../../texts/disposition-codes.ts';
import { OrderedList } from '../../ui/form/ordered-list.tsx';
import { SaveForm } from '../../ui/form/save-form.tsx';
import type { Code } from './code-values.ts';

interface OrderCodesProps {
  readonly groupId: string;
  readonly codes: readonly Code[];
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

const PATH = '/api/admin/vertical-groups/{verticalGroupId}/dispositions/reorder';

/** Puts the codes of a group in order. */
export function OrderCodes({ groupId, codes, onSaved, onCancel }: OrderCodesProps) {
  const form = useForm<{ ids: string[] }>({ initialValues: { ids: codes.map(({ id }) => id) } });
  const names = new Map(codes.map(({ id, label }) => [id, label]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const save = ({ ids }: { readonly ids: readonly string[] }): Promise<unknown> => {
    const body = { items: ids.map((id, index) => ({ id, sortOrder: index + 1 })) };
    return answerOf(api.PUT(PATH, { params: { path: { verticalGroupId: groupId } }, body }));
  };
  return (
    <SaveForm
      form={form}
      save={save}
      summary={{ words: { ids: { label: t.orderTitle, say: (ids) => ids.map(nameOf).join(', ') } } }}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <OrderedList
        label={t.orderTitle}
        items={form.values.ids.map((id) => ({ id, name: nameOf(id) }))}
        onMove={(ids) => form.setFieldValue('ids', ids)}
      />
    </SaveForm>
  );
}
