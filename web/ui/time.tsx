import { Tooltip } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { usePerson } from '../frame/session.tsx';
import { exactTime, shortTime } from './format.ts';
import { frameTexts as t } from '../texts/frame.ts';

const AGAIN_MS = 15_000;

/** The organization's zone. */
export const useZone = (): string => usePerson().organization?.timeZone ?? 'UTC';

/** A time in the organization's zone: within a day how long ago, the exact one on hover and focus. */
export function Time({ at }: { readonly at: string | null | undefined }) {
  const zone = useZone();
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), AGAIN_MS, { autoInvoke: true });
  if (!at) return <span aria-label={t.never}>–</span>;
  return (
    <Tooltip label={exactTime(at, zone)}>
      <time dateTime={at} className="figures" style={{ whiteSpace: 'nowrap' }}>
        {shortTime(at, zone, now)}
      </time>
    </Tooltip>
  );
}

Time.inText = ({ at }: { readonly at: string | null | undefined }): string => at ?? '';

/** The exact time, for where it is the point. */
export const ExactTime = ({ at }: { readonly at: string }) => (
  <time dateTime={at} className="figures">
    {exactTime(at, useZone())}
  </time>
);

ExactTime.inText = ({ at }: { readonly at: string }): string => at;
