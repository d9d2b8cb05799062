import { Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { Facts } from '../ui/facts.tsx';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { Status } from '../ui/status.tsx';
import type { Tenant } from './tenant-types.ts';
import { useTenantChanged } from './use-tenant-changed.ts';

const MOST = 1000;

/** Letting an organization in or turning it away; suspending, shutting and opening it. */
export function TenantActs({ tenant }: { readonly tenant: Tenant }) {
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          [t.status, <Status key="status" value={tenant.status} />],
          [t.statusReason, tenant.statusReason],
        ]}
      />
      <Group gap="xs">
        {tenant.status === 'pending' ? <Verdicts tenantId={tenant.id} /> : <States tenant={tenant} />}
      </Group>
    </Stack>
  );
}

function Verdicts({ tenantId }: { readonly tenantId: string }) {
  const changed = useTenantChanged();
  const [reason, setReason] = useState('');
  const params = { path: { tenantId } };
  const because = reason.trim() === '' ? {} : { reason: reason.trim() };
  return (
    <>
      <ConfirmAct
        label={t.approve}
        effect={t.approveEffect}
        act={() => answerOf(api.POST('/api/superadmin/tenants/{tenantId}/approve', { params, body: {} as never }))}
        onDone={() => changed(t.approved)}
      />
      <ConfirmAct
        label={t.reject}
        effect={<WithReason text={t.rejectEffect} reason={reason} onReason={setReason} />}
        act={() => answerOf(api.POST('/api/superadmin/tenants/{tenantId}/reject', { params, body: because }))}
        onDone={() => changed(t.rejected)}
      />
    </>
  );
}

function States({ tenant: { id: tenantId, name, status } }: { readonly tenant: Tenant }) {
  const changed = useTenantChanged();
  const [reason, setReason] = useState('');
  const params = { path: { tenantId } };
  const set = (body: { readonly status: 'active' | 'suspended'; readonly statusReason: string | null }) => () =>
    answerOf(api.PATCH('/api/superadmin/tenants/{tenantId}', { params, body }));
  const because = reason.trim() === '' ? null : reason.trim();
  return (
    <>
      {status === 'active' ? (
        <ConfirmAct
          label={t.suspend}
          effect={<WithReason text={t.suspendEffect} reason={reason} onReason={setReason} />}
          act={set({ status: 'suspended', statusReason: because })}
          onDone={() => changed(t.suspended)}
        />
      ) : (
        <ConfirmAct
          label={t.activate}
          effect={t.activateEffect}
          act={set({ status: 'active', statusReason: null })}
          onDone={() => changed(t.activated)}
        />
      )}
      {status === 'inactive' ? null : (
        <ConfirmAct
          label={t.shut}
          effect={t.shutEffect}
          name={name}
          act={() => answerOf(api.DELETE('/api/superadmin/tenants/{tenantId}', { params }))}
          onDone={() => changed(t.shutDone)}
        />
      )}
    </>
  );
}

interface WithReasonProps {
  readonly text: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

const WithReason = ({ text, reason, onReason }: WithReasonProps) => (
  <Stack gap="sm">
    <Text>{text}</Text>
    <Textarea
      label={t.reason}
      autosize
      minRows={2}
      maxLength={MOST}
      value={reason}
      onChange={(event) => onReason(event.currentTarget.value)}
    />
  </Stack>
);
