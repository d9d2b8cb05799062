import { FileInput } from '@mantine/core';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { WorkProgress } from '../ui/work-progress.tsx';
import { LARGEST_FILE_BYTES } from './cut-file.ts';

/** What is wrong with a chosen file. */
export function checkFile(file: File | null): string | null {
  if (file === null || file.size === 0) return t.needed;
  return file.size > LARGEST_FILE_BYTES ? t.tooLarge : null;
}

/** The question for a file of leads. */
export const FileField = (props: Partial<React.ComponentProps<typeof FileInput<false>>>) => (
  <FileInput
    label={t.file}
    description={t.fileHint}
    placeholder={t.filePlaceholder}
    accept=".csv,text/csv"
    clearable
    {...props}
  />
);

interface SentProps {
  readonly sentBytes: number | undefined;
  readonly file: File | null;
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

/** How much of a file is sent; nothing before it is begun. */
export const Sent = ({ sentBytes, file }: SentProps) =>
  sentBytes === undefined || file === null ? null : (
    <WorkProgress label={t.sending} done={kilobytes(sentBytes)} total={kilobytes(file.size)} things={t.bytes} isBegun />
  );
