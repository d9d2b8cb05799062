import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { codeTexts } from '../texts/disposition-codes.ts';
import { dispositionTexts as t } from '../texts/dispositions.ts';
import { Choice } from '../ui/form/choice.tsx';
import { needed } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { tellDone } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';

type Disposition = Ok<'/api/v1/leads/{leadId}/dispositions', 'get'>['data'][number];
type Said = Ok<'/api/v1/leads/{leadId}/crm-status', 'put'>;

interface OfLead {
  readonly leadId: string;
  /** Whose word staff may say; a buyer says its own. */
  readonly buyers?: readonly { readonly value: string; readonly label: string }[];
}

/** The code that it meant when it was said, and of which kind that was. */
const meaningName = ({ label, category }: Disposition): string =>
  label === null ? '–' : `${label} · ${category ? (codeTexts.categories[category] ?? category) : ''}`;

const COLUMNS: readonly TableColumn<Disposition>[] = [
  { id: 'when', label: t.columnWhen, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'status', label: t.status, cell: ({ status }) => inWords(status) },
  { id: 'substatus', label: t.substatus, cell: ({ substatus }) => (substatus === null ? '–' : inWords(substatus)) },
  { id: 'means', label: t.columnMeans, cell: meaningName },
  { id: 'by', label: t.columnBy, cell: ({ source }) => t.sources[source] },
  { id: 'returned', label: t.columnReturned, cell: ({ returnTriggered }) => (returnTriggered ? t.yes : '–') },
];
const OF_BUYERS: readonly TableColumn<Disposition>[] = [
  { id: 'buyer', label: t.buyer, cell: ({ buyerName }) => buyerName },
  ...COLUMNS,
];

/** What buyers said of a lead, and room to say more. */
export function LeadDispositions({ leadId, buyers }: OfLead) {
  const may = useMay();
  const said = useQuery({
    queryKey: ['leads', 'dispositions', leadId],
    queryFn: async () => {
      const params = { path: { leadId }, query: { limit: '100' } };
      return (await answerOf(api.GET('/api/v1/leads/{leadId}/dispositions', { params }))).data;
    },
  });
  const isOpen = may('dispositions:write') && (buyers === undefined || buyers.length > 0);
  return (
    <Stack>
      <Text c="dimmed">{buyers ? t.textStaff : t.textOwn}</Text>
      {isOpen ? <SayStatus leadId={leadId} {...(buyers ? { buyers } : {})} /> : null}
      <Loaded query={said}>
        {(rows) => (
          <SmallTable
            label={t.title}
            columns={buyers ? OF_BUYERS : COLUMNS}
            rows={rows}
            rowId={({ id }) => id}
            empty={t.none}
          />
        )}
      </Loaded>
    </Stack>
  );
}

type StatusValues = { buyerId: string; status: string; substatus: string };

function SayStatus({ leadId, buyers }: OfLead) {
  const renew = useRenew();
  const form = useForm<StatusValues>({
    initialValues: { buyerId: buyers?.[0]?.value ?? '', status: '', substatus: '' },
    validate: { status: needed },
  });
  const save = ({ buyerId, status, substatus }: StatusValues): Promise<Said> => {
    const body = {
      ...(buyers ? { buyerId } : {}),
      status: status.trim(),
      ...(substatus.trim() === '' ? {} : { substatus: substatus.trim() }),
    };
    return answerOf(api.PUT('/api/v1/leads/{leadId}/crm-status', { params: { path: { leadId } }, body }));
  };
  return (
    <SaveForm
      form={form}
      label={t.say}
      save={save}
      onSaved={(answer) => {
        form.setInitialValues({ ...form.values, status: '', substatus: '' });
        form.reset();
        tellDone((answer as Said).data.returnTriggered ? t.saidAndReturned : t.said);
        renew('leads', 'buyers');
      }}
    >
      {buyers && buyers.length > 1 ? <Choice label={t.buyer} data={buyers} {...form.getInputProps('buyerId')} /> : null}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t.status}
          description={t.statusHint}
          maxLength={60}
          required
          autoComplete="off"
          {...form.getInputProps('status')}
        />
        <TextInput
          label={t.substatus}
          description={t.substatusHint}
          maxLength={60}
          autoComplete="off"
          {...form.getInputProps('substatus')}
        />
      </SimpleGrid>
    </SaveForm>
  );
}
