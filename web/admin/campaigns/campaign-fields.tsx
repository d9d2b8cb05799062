import { Anchor, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Campaign } from '../../campaigns/campaign-types.ts';
import { AddField } from '../../fields/add-field.tsx';
import { FieldActs } from '../../fields/field-acts.tsx';
import type { FieldOwner } from '../../fields/field-owner.ts';
import { FieldTier } from '../../fields/field-tier.tsx';
import { useCampaignFields } from '../../fields/use-campaign-fields.ts';
import { useMay } from '../../frame/session.tsx';
import { fieldTexts as t } from '../../texts/fields.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';

/** The fields that leads of one campaign have beside those of every lead: its own, and those of its vertical. */
export function CampaignFields({ campaign: { id, verticalId } }: { readonly campaign: Campaign }) {
  const may = useMay();
  const mayWrite = may('campaigns:write');
  const owner: FieldOwner = { kind: 'campaign', id };
  const fields = useCampaignFields(id);
  return (
    <Section title={t.more} action={mayWrite ? <AddField owner={owner} /> : null}>
      <Loaded query={fields}>
        {(rows) => (
          <Stack gap="lg">
            <FieldTier
              title={t.ofCampaign}
              text={t.ofCampaignText}
              fields={rows.filter(({ tier }) => tier === 'campaign')}
              empty={t.noneOfCampaign}
              {...(mayWrite ? { acts: (field) => <FieldActs owner={owner} field={field} /> } : {})}
            />
            <FieldTier
              title={t.ofVertical}
              text={t.ofVerticalText}
              fields={rows.filter(({ tier }) => tier === 'vertical')}
              empty={t.noneOfVertical}
            />
          </Stack>
        )}
      </Loaded>
      {verticalId !== null && may('verticals:read') ? (
        <Anchor component={Link} to={`/admin/verticals/${verticalId}`}>
          {t.toVertical}
        </Anchor>
      ) : null}
    </Section>
  );
}
