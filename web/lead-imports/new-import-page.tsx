import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { useGo } from '../frame/use-go.ts';
import { useNames } from '../frame/use-names.ts';
import { useRenew } from '../frame/use-renew.ts';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { Choice } from '../ui/form/choice.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Page } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { checkFile, FileField, Sent } from './file-field.tsx';
import { IMPORTS_PAGE } from './import-types.ts';
import { sendFile } from './send-file.ts';

interface NewImport extends Record<string, unknown> {
  readonly campaignId: string;
  readonly file: File | null;
}

/** Begins an import: which campaign, and the file. A try that failed is gone on with, not begun anew. */
export default function NewImportPage() {
  const campaigns = useNames('campaigns');
  const renew = useRenew();
  const go = useGo();
  const begun = useRef<{ readonly campaignId: string; readonly id: string }>(undefined);
  const [sentBytes, setSentBytes] = useState<number>();
  const form = useForm<NewImport>({
    initialValues: { campaignId: '', file: null },
    validate: { campaignId: (value) => (value === '' ? t.needed : null), file: checkFile },
  });
  const save = async ({ campaignId, file }: NewImport): Promise<string> => {
    if (begun.current?.campaignId !== campaignId) {
      const { data } = await answerOf(api.POST('/api/v1/lead-imports', { body: { campaignId } }));
      begun.current = { campaignId, id: data.id };
    }
    setSentBytes(0);
    await sendFile(begun.current.id, file ?? new Blob(), setSentBytes);
    return begun.current.id;
  };
  return (
    <Page title={t.newTitle} state={t.newText} above={{ title: t.title, href: IMPORTS_PAGE }}>
      <SaveForm
        form={form}
        label={t.send}
        save={save}
        onSaved={(id) => {
          tellDone(t.sent);
          renew('lead-imports');
          go(`${IMPORTS_PAGE}/${String(id)}`);
        }}
        onCancel={() => go(IMPORTS_PAGE)}
      >
        <Choice
          label={t.campaign}
          description={t.campaignHint}
          data={campaigns.options}
          {...form.getInputProps('campaignId')}
        />
        <FileField {...form.getInputProps('file')} />
        <Sent sentBytes={sentBytes} file={form.values.file} />
      </SaveForm>
    </Page>
  );
}
