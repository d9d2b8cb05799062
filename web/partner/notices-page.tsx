import { Checkbox, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { failPage } from '../frame/fail-page.ts';
import { usePerson } from '../frame/session.tsx';
import { partnerPortalTexts as t } from '../texts/partner.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';

const NOTICES = ['campaignPaused', 'leadRejected', 'payoutMade', 'postingError'] as const;
type Choice = Record<(typeof NOTICES)[number], boolean>;

const SETTINGS = ['settings', 'partner'] as const;

/** Of what the partner wants to be told. */
export default function NoticesPage() {
  const settings = useQuery({
    queryKey: SETTINGS,
    queryFn: async () => (await answerOf(api.GET('/api/partner/settings'))).data.notifications,
  });
  return (
    <Page title={t.notices} state={t.noticesText}>
      <Section>
        <Text c="dimmed">{t.noticesLater}</Text>
        <Loaded query={settings}>{(notifications) => <NoticeForm notifications={notifications} />}</Loaded>
      </Section>
    </Page>
  );
}

function NoticeForm({ notifications }: { readonly notifications: Readonly<Record<string, boolean>> }) {
  const client = useQueryClient();
  const { readOnly } = usePerson();
  const chosen = Object.fromEntries(NOTICES.map((name) => [name, notifications[name] ?? false])) as Choice;
  const form = useForm<Choice>({ initialValues: chosen });
  if (readOnly) return <Chosen chosen={chosen} />;
  return (
    <SaveForm
      form={form}
      save={(choice) => answerOf(api.PUT('/api/partner/settings', { body: { notifications: choice } }))}
      onSaved={() => {
        tellDone(t.noticesSaved);
        client.invalidateQueries({ queryKey: SETTINGS }).catch(failPage);
      }}
    >
      {NOTICES.map((name) => (
        <Checkbox
          key={name}
          label={t.noticeLabels[name]}
          description={t.noticeHints[name]}
          {...form.getInputProps(name, { type: 'checkbox' })}
        />
      ))}
    </SaveForm>
  );
}

/** The choice as others made it, for who may only read. */
const Chosen = ({ chosen }: { readonly chosen: Choice }) => (
  <Stack>
    <Text c="dimmed">{t.readOnly}</Text>
    {NOTICES.map((name) => (
      <Checkbox key={name} label={t.noticeLabels[name]} checked={chosen[name]} disabled readOnly />
    ))}
  </Stack>
);
