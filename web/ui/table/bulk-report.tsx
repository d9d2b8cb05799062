import { Button, Group, List, Stack, Text } from '@mantine/core';
import { asApiError } from '../../frame/api.ts';
import { tableTexts as t } from '../../texts/table.ts';
import type { RunState } from './run-each.ts';

interface BulkReportProps<T> {
  readonly state: RunState<T>;
  readonly nameOf: (row: T) => string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What came of an act on many: how many, which not and why, and the way to try these again. */
export function BulkReport<T>({ state: { done, failed, left }, nameOf, onAgain, onClose }: BulkReportProps<T>) {
  const open = failed.length + left.length;
  return (
    <Stack>
      <Text fw={600} role="status" className="figures">
        {t.report(done.length, failed.length)}
      </Text>
      {failed.length > 0 ? (
        <List mah={320} style={{ overflowY: 'auto' }}>
          {failed.map(({ item, error }, index) => {
            const { message, code } = asApiError(error);
            return (
              <List.Item key={index}>
                {t.reason(nameOf(item), message)}
                <Text size="sm" c="dimmed">
                  {code}
                </Text>
              </List.Item>
            );
          })}
        </List>
      ) : null}
      {left.length > 0 ? <Text>{t.notBegun(left.map(nameOf))}</Text> : null}
      {open > 0 ? <Text c="dimmed">{t.staySelected}</Text> : null}
      <Group justify="flex-end">
        {open > 0 ? (
          <Button variant="default" onClick={onAgain}>
            {t.tryAgain(open)}
          </Button>
        ) : null}
        <Button onClick={onClose} data-autofocus>
          {t.close}
        </Button>
      </Group>
    </Stack>
  );
}
