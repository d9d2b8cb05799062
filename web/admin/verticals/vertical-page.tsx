import { Grid, Stack } from '@mantine/core';
import { useVerticalFields } from '../../fields/use-vertical-fields.ts';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { furnitureTexts } from '../../texts/furniture.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { Facts } from '../../ui/facts.tsx';
import { EditableSection } from '../../ui/form/editable-section.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { tellDone } from '../../ui/tell.ts';
import { FieldEditor } from './field-editor.tsx';
import { useVertical } from './use-vertical.ts';
import { RemoveVertical, VerticalStatusActs } from './vertical-acts.tsx';
import { VerticalForm } from './vertical-form.tsx';
import { regimeName, type Vertical, verticalBody } from './vertical-values.ts';

/** One vertical: its rules, and the fields of its leads. */
export default function VerticalPage() {
  const verticalId = usePageParam('verticalId');
  const vertical = useVertical(verticalId);
  return <Loaded query={vertical}>{(loaded) => <VerticalWhole vertical={loaded} />}</Loaded>;
}

function VerticalWhole({ vertical }: { readonly vertical: Vertical }) {
  const mayWrite = useMay()('verticals:write');
  const says = vertical.status === 'active' ? t.state(vertical.customFieldCount) : t.stateInactive;
  const state = (
    <span>
      <Status value={vertical.status} /> {says}
    </span>
  );
  return (
    <Page
      title={vertical.name}
      above={{ title: t.verticals, href: '/admin/verticals' }}
      state={state}
      action={mayWrite ? <VerticalStatusActs vertical={vertical} /> : null}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <FieldEditor verticalId={vertical.id} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <AboutVertical vertical={vertical} canEdit={mayWrite} />
            {mayWrite ? <RemoveVertical vertical={vertical} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function AboutVertical({ vertical, canEdit }: { readonly vertical: Vertical; readonly canEdit: boolean }) {
  const renew = useRenew();
  const { data: fields = [] } = useVerticalFields(vertical.id);
  const labelOf = (name: string): string => fields.find((field) => field.name === name)?.label ?? name;
  const params = { path: { verticalId: vertical.id } };
  const form = (close: () => void) => (
    <VerticalForm
      vertical={vertical}
      fields={fields}
      save={(values) => answerOf(api.PATCH('/api/v1/verticals/{verticalId}', { params, body: verticalBody(values) }))}
      onSaved={() => {
        tellDone(t.saved);
        renew('verticals');
        close();
      }}
      onCancel={close}
    />
  );
  return (
    <EditableSection title={t.about} canEdit={canEdit} form={form}>
      <Facts
        facts={[
          [t.slug, vertical.slug],
          [t.regime, regimeName(vertical.regime)],
          [vertical.dedupMatch === 'all' ? d.matches.all : d.matches.any, vertical.dedupFields.map(labelOf).join(', ')],
          [d.windowDays, d.days(vertical.dedupWindowDays)],
          ...(vertical.dedupSoldOnly ? [[d.soldOnly, furnitureTexts.yes] as const] : []),
          [t.description, vertical.description],
          [t.notes, vertical.notes],
        ]}
      />
    </EditableSection>
  );
}
