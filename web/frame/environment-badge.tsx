import { Badge } from '@mantine/core';
import { usePerson } from './session.tsx';
import { frameTexts as t } from '../texts/frame.ts';

/** Whether what is seen is an example or the real thing. */
export function EnvironmentBadge() {
  const { organization } = usePerson();
  if (!organization) return null;
  const { isDemo } = organization;
  return (
    <Badge
      variant="light"
      color={isDemo ? 'yellow' : 'gray'}
      c={`var(--careroute-${isDemo ? 'yellow' : 'gray'}-text)`}
      visibleFrom="xs"
    >
      {isDemo ? t.demo : t.live}
    </Badge>
  );
}
