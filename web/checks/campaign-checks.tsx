import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { checkTexts as t } from '../texts/checks.ts';
import { Choice } from '../ui/form/choice.tsx';
import { EditableSection } from '../ui/form/editable-section.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { tellDone } from '../ui/tell.ts';
import type { Vendor } from './vendor-values.ts';

type Checks = Ok<'/api/v1/campaigns/{campaignId}/checks', 'get'>['data'];

interface OfCampaign {
  readonly campaignId: string;
}

/** Which vendors are asked about leads of a campaign, and what becomes of a lead without an answer. */
export function CampaignChecks({ campaignId }: OfCampaign) {
  const may = useMay();
  const checks = useQuery({
    queryKey: ['campaigns', 'checks', campaignId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/campaigns/{campaignId}/checks', { params: { path: { campaignId } } }))).data,
  });
  return (
    <EditableSection
      title={t.campaign}
      canEdit={may('checks:write') && checks.isSuccess}
      form={(close) => (checks.data ? <EditChecks checks={checks.data} onClose={close} /> : null)}
    >
      <Loaded query={checks}>{(loaded) => <ShownChecks checks={loaded} />}</Loaded>
    </EditableSection>
  );
}

function ShownChecks({ checks: { checks } }: { readonly checks: Checks }) {
  if (checks.length === 0) return <Text c="dimmed">{t.campaignNone}</Text>;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t.campaignText}
      </Text>
      {checks.map(({ vendorId, name, kind, failMode, mayBeAsked }) => (
        <div key={vendorId}>
          <Text>
            {name} · {t.kinds[kind]}
          </Text>
          <Text size="sm" c="dimmed">
            {mayBeAsked ? t.modes[failMode] : `${t.mayNotBeAsked} ${t.modes[failMode] ?? ''}`}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

interface EditChecksProps {
  readonly checks: Checks;
  readonly onClose: () => void;
}

function EditChecks(props: EditChecksProps) {
  const vendors = useQuery({
    queryKey: ['check-vendors', 'all'],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/check-vendors', { params: { query: { limit: '200' } } }))).data,
  });
  return <Loaded query={vendors}>{(loaded) => <ChecksForm {...props} vendors={loaded} />}</Loaded>;
}

/** What a campaign says of each vendor, by the vendor's id: blank is not asked. */
type ModeValues = Record<string, string>;

const MODES = (['', 'accept', 'refuse'] as const).map((mode) => ({
  value: mode || 'none',
  label: t.modes[mode] ?? '',
}));
const modeWords = (mode: string): string => t.modes[mode === 'none' ? '' : mode] ?? mode;

function ChecksForm({ checks, vendors, onClose }: EditChecksProps & { readonly vendors: readonly Vendor[] }) {
  const renew = useRenew();
  const before = new Map(checks.checks.map(({ vendorId, failMode }) => [vendorId, failMode]));
  // Those that are asked stand first, in their order.
  const ordered = [
    ...checks.checks.flatMap(({ vendorId }) => vendors.find(({ id }) => id === vendorId) ?? []),
    ...vendors.filter(({ id }) => !before.has(id)),
  ];
  const form = useForm<ModeValues>({
    initialValues: Object.fromEntries(ordered.map(({ id }) => [id, before.get(id) ?? 'none'])),
  });
  const save = (values: ModeValues) => {
    const asked = ordered.flatMap(({ id: vendorId }) => {
      const failMode = values[vendorId];
      return failMode === 'accept' || failMode === 'refuse' ? [{ vendorId, failMode } as const] : [];
    });
    const params = { path: { campaignId: checks.campaignId } };
    return answerOf(api.PUT('/api/v1/campaigns/{campaignId}/checks', { params, body: { checks: asked } }));
  };
  const words = Object.fromEntries(ordered.map(({ id, name }) => [id, { label: name, say: modeWords }]));
  return (
    <SaveForm
      form={form}
      save={save}
      summary={{ words }}
      onSaved={() => {
        tellDone(t.campaignSaved);
        renew('campaigns');
        onClose();
      }}
      onCancel={onClose}
    >
      <Text size="sm" c="dimmed">
        {ordered.length === 0 ? t.noVendors : t.campaignText}
      </Text>
      {ordered.map(({ id, name, kind }) => (
        <Choice key={id} label={name} description={t.kinds[kind]} data={MODES} {...form.getInputProps(id)} />
      ))}
    </SaveForm>
  );
}
