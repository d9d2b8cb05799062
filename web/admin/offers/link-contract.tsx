import { Button, Modal, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Ok } from '../../frame/ok.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { needed, orBlank, wholeOrBlank } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Offer } from './offer-values.ts';

/** A contract in an offer. */
export type ContractLink = Ok<'/api/v1/offers/{offerId}/contracts', 'get'>['data'][number];

type Overrides = { priority: string; weight: string; pool: 'primary' | 'fallback' };

const MAX = 1_000_000;
const OVERRIDE_RULES = { priority: wholeOrBlank(0, MAX), weight: wholeOrBlank(0, MAX) };

const POOLS = Object.entries(t.pools).map(([value, label]) => ({ value, label }));

const bodyOf = ({ priority, weight, pool }: Overrides) => ({
  pool,
  priority: priority === '' ? null : Number(priority),
  weight: weight === '' ? null : Number(weight),
});

interface LinkContractProps {
  readonly offer: Offer;
  readonly linked: readonly string[];
}

/** Lets one more contract win leads of the offer. */
export function LinkContract(props: LinkContractProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {t.linkContract}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.linkContract}>
          <LinkForm {...props} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function LinkForm({ offer, linked, onClose }: LinkContractProps & { readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm<Overrides & { contractId: string }>({
    initialValues: { contractId: '', priority: '', weight: '', pool: 'primary' },
    validate: { contractId: needed, ...OVERRIDE_RULES },
  });
  const query = { verticalId: offer.verticalId, limit: '1000' };
  const { data = [] } = useQuery({
    queryKey: ['contracts', 'of', query],
    queryFn: async () => (await answerOf(api.GET('/api/v1/contracts', { params: { query } }))).data,
  });
  const params = { path: { offerId: offer.id } };
  return (
    <SaveForm
      form={form}
      label={t.link}
      save={({ contractId, ...overrides }) => {
        const body = { contractId, ...bodyOf(overrides) };
        return answerOf(api.POST('/api/v1/offers/{offerId}/contracts', { params, body }));
      }}
      onSaved={() => {
        tellDone(t.contractLinked);
        renew('offers');
        onClose();
      }}
      onCancel={onClose}
    >
      <Choice
        label={t.contract}
        description={t.contractHint}
        data={data.filter(({ id }) => !linked.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage={t.nothingToLink}
        required
        {...form.getInputProps('contractId')}
      />
      <OverrideFields form={form} />
    </SaveForm>
  );
}

const OverrideFields = <V extends Overrides>({ form }: { readonly form: UseFormReturnType<V> }) => (
  <>
    <Choice label={t.pool} description={t.poolHint} data={POOLS} {...form.getInputProps('pool')} />
    <TextInput
      label={t.priority}
      description={t.overrideHint}
      inputMode="numeric"
      {...form.getInputProps('priority')}
    />
    <TextInput
      label={t.weight}
      description={`${t.overrideHint} ${t.weightNote}`}
      inputMode="numeric"
      {...form.getInputProps('weight')}
    />
  </>
);

/** What counts for a contract in this offer alone. */
export function ChangeLink({ link }: { readonly link: ContractLink }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" size="compact-sm" aria-label={t.changeLink(link.contractName)} onClick={open}>
        {t.change}
      </Button>
      {opened ? (
        <Modal opened onClose={close} title={t.changeLink(link.contractName)}>
          <ChangeForm link={link} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}

function ChangeForm({ link, onClose }: { readonly link: ContractLink; readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm<Overrides>({
    initialValues: {
      priority: orBlank(link.priorityOverride),
      weight: orBlank(link.weightOverride),
      pool: link.pool === 'fallback' ? 'fallback' : 'primary',
    },
    validate: OVERRIDE_RULES,
  });
  const params = { path: { offerId: link.offerId, contractId: link.contractId } };
  return (
    <SaveForm
      form={form}
      save={(values) =>
        answerOf(api.PATCH('/api/v1/offers/{offerId}/contracts/{contractId}', { params, body: bodyOf(values) }))
      }
      onSaved={() => {
        tellDone(t.linkSaved);
        renew('offers');
        onClose();
      }}
      onCancel={onClose}
    >
      <OverrideFields form={form} />
    </SaveForm>
  );
}
