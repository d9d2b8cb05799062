import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { needed } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Offer } from './offer-values.ts';

interface LinkCampaignProps {
  readonly offer: Offer;
  readonly linked: readonly string[];
}

/** Has the leads of one more campaign go into the offer. */
export function LinkCampaign(props: LinkCampaignProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {t.linkCampaign}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.linkCampaign}>
          <LinkForm {...props} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function LinkForm({ offer, linked, onClose }: LinkCampaignProps & { readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm({ initialValues: { campaignId: '' }, validate: { campaignId: needed } });
  const { data = [] } = useQuery({
    queryKey: ['campaigns', 'choices'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/campaigns', { params: { query: { limit: '1000' } } }))).data,
  });
  const fitting = data.filter(
    ({ id, verticalId }) => !linked.includes(id) && (verticalId === null || verticalId === offer.verticalId),
  );
  const params = { path: { offerId: offer.id } };
  return (
    <SaveForm
      form={form}
      label={t.link}
      save={(body) => answerOf(api.POST('/api/v1/offers/{offerId}/campaigns', { params, body }))}
      onSaved={() => {
        tellDone(t.campaignLinked);
        renew('offers', 'campaigns');
        onClose();
      }}
      onCancel={onClose}
    >
      <Choice
        label={t.campaign}
        description={t.campaignHint}
        data={fitting.map(({ id, name, offerName }) => ({
          value: id,
          label: offerName === null ? name : `${name} (${offerName})`,
        }))}
        nothingFoundMessage={t.nothingToLink}
        required
        {...form.getInputProps('campaignId')}
      />
    </SaveForm>
  );
}
