import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { AddField } from '../../fields/add-field.tsx';
import { FieldActs } from '../../fields/field-acts.tsx';
import type { FieldOwner } from '../../fields/field-owner.ts';
import { FieldTier } from '../../fields/field-tier.tsx';
import type { LeadField } from '../../fields/lead-field.ts';
import { useVerticalFields } from '../../fields/use-vertical-fields.ts';
import { useMay } from '../../frame/session.tsx';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';

/** Every field that leads of a vertical have: its own, which can be added to, and those of every lead. */
export function FieldEditor({ verticalId }: { readonly verticalId: string }) {
  const mayWrite = useMay()('verticals:write');
  const owner: FieldOwner = { kind: 'vertical', id: verticalId };
  const fields = useVerticalFields(verticalId);
  return (
    <Section title={t.fields} action={mayWrite ? <AddField owner={owner} /> : null}>
      <Loaded query={fields}>
        {(rows) => (
          <Stack gap="lg">
            <FieldTier
              title={t.ownFields}
              text={t.ownFieldsText}
              fields={rows.filter(({ tier }) => tier === 'vertical')}
              empty={t.noOwnFields}
              {...(mayWrite ? { acts: (field) => <FieldActs owner={owner} field={field} /> } : {})}
            />
            <GlobalTier fields={rows.filter(({ tier }) => tier === 'global')} />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

const SHOWN = 12;

/** Many and always the same: the first of them, the rest on demand. */
function GlobalTier({ fields }: { readonly fields: readonly LeadField[] }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <Stack gap="xs">
      <FieldTier
        title={t.globalFields}
        text={t.globalFieldsText}
        fields={isWhole ? fields : fields.slice(0, SHOWN)}
        empty={t.noOwnFields}
      />
      <Group>
        <Button variant="default" size="xs" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.hideGlobal : t.showGlobal(fields.length)}
        </Button>
      </Group>
    </Stack>
  );
}
