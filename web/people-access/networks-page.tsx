import { Button, Modal, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import type { Ok } from '../frame/ok.ts';
import { useMay } from '../frame/session.tsx';
import { roleTexts as t } from '../texts/permissions.ts';
import { renameFaults } from '../ui/form/rename-faults.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { tellDone } from '../ui/tell.ts';
import { roleName } from '../ui/words.ts';
import { type RoleName, rolesGivenBy } from './user-types.ts';

interface NetworkRule {
  readonly role: RoleName;
  readonly allowedCidrs: readonly string[];
}

type Rules = Ok<'/api/v1/sign-in-rules', 'get'>['data'];

/** Every role of an organization, with its rule or none. */
const rowsOf = (rules: Rules): NetworkRule[] =>
  rolesGivenBy('owner').map((role) => ({
    role,
    allowedCidrs: rules.find((rule) => rule.role === role)?.allowedCidrs ?? [],
  }));

/** From where people of each role may sign in. */
export default function NetworksPage() {
  const may = useMay();
  const [edited, setEdited] = useState<NetworkRule>();
  const rules = useQuery({
    queryKey: ['sign-in-rules', 'list'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/sign-in-rules'))).data,
  });
  const columns: TableColumn<NetworkRule>[] = [
    { id: 'role', label: t.role, cell: ({ role }) => roleName(role) },
    {
      id: 'from',
      label: t.from,
      cell: ({ allowedCidrs }) => (allowedCidrs.length === 0 ? t.anywhere : allowedCidrs.join(', ')),
    },
  ];
  const edit: TableColumn<NetworkRule> = {
    id: 'edit',
    label: t.edit,
    cell: (rule) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t.editOf(roleName(rule.role))}
        onClick={() => setEdited(rule)}
      >
        {t.edit}
      </Button>
    ),
  };
  return (
    <Page title={t.networks} state={t.networksState}>
      <Loaded query={rules}>
        {(found) => (
          <SmallTable
            label={t.networks}
            columns={may('sign-in-rules:write') ? [...columns, edit] : columns}
            rows={rowsOf(found)}
            rowId={({ role }) => role}
            empty={t.anywhere}
          />
        )}
      </Loaded>
      {edited ? <EditNetworks rule={edited} onClose={() => setEdited(undefined)} /> : null}
    </Page>
  );
}

const linesOf = (text: string): string[] => text.split(/[\s,]+/).filter((line) => line !== '');
const wholeField = (field: string): string => field.replace(/\..*$/, '');

function EditNetworks({ rule, onClose }: { readonly rule: NetworkRule; readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm({ initialValues: { allowedCidrs: rule.allowedCidrs.join('\n') } });
  const save = ({ allowedCidrs }: { readonly allowedCidrs: string }) => {
    const how = { params: { path: { role: rule.role as never } }, body: { allowedCidrs: linesOf(allowedCidrs) } };
    return renameFaults(answerOf(api.PUT('/api/v1/sign-in-rules/{role}', how)), wholeField);
  };
  return (
    <Modal opened onClose={onClose} title={t.networksOf(roleName(rule.role))}>
      <SaveForm
        form={form}
        save={save}
        onSaved={() => {
          tellDone(t.networksSaved);
          renew('sign-in-rules');
          onClose();
        }}
        onCancel={onClose}
      >
        <Textarea
          label={t.cidrs}
          description={t.cidrsHint}
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps('allowedCidrs')}
        />
      </SaveForm>
    </Modal>
  );
}
