import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { CopyText } from '../ui/copy-code.tsx';
import { saveFile } from '../ui/save-file.ts';
import { usePublicTexts } from './use-public-texts.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const [t] = usePublicTexts();
  const text = codes.join('\n');
  return (
    <Stack>
      <Title order={2}>{t.codesTitle}</Title>
      <Text>{t.codesText}</Text>
      <Code block tabIndex={0} fz="md" data-testid="recovery-codes">
        {text}
      </Code>
      <Group>
        <CopyText text={text} />
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => saveFile('careroute-recovery-codes.txt', `${text}\n`, 'text/plain')}
        >
          {t.download}
        </Button>
      </Group>
      <Button onClick={onKept}>{t.codesKept}</Button>
    </Stack>
  );
}
