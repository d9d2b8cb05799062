import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useRenew } from '../frame/use-renew.ts';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Section } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { checkFile, FileField, Sent } from './file-field.tsx';
import { sendFile } from './send-file.ts';

/** Sends a file that did not come to its end, or was refused: the browser that had it may be gone. */
export function SendAgain({ importId }: { readonly importId: string }) {
  const renew = useRenew();
  const [sentBytes, setSentBytes] = useState<number>();
  const form = useForm<{ file: File | null }>({ initialValues: { file: null }, validate: { file: checkFile } });
  return (
    <Section title={t.file}>
      <Text>{t.again}</Text>
      <SaveForm
        form={form}
        label={t.send}
        save={async ({ file }) => {
          setSentBytes(0);
          await sendFile(importId, file ?? new Blob(), setSentBytes);
        }}
        onSaved={() => {
          tellDone(t.sent);
          renew('lead-imports');
        }}
      >
        <FileField {...form.getInputProps('file')} />
        <Sent sentBytes={sentBytes} file={form.values.file} />
      </SaveForm>
    </Section>
  );
}
