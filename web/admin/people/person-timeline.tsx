import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import type { Ok } from '../../frame/ok.ts';
import { leadActTexts } from '../../texts/lead-acts.ts';
import { peopleTexts as t } from '../../texts/people.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx';
import { inWords } from '../../ui/words.ts';
import { personHref } from './person-columns.tsx';

type Event = Ok<'/api/v1/people/{personId}/timeline', 'get'>['data'][number];

const LIMIT = '25';

const useTimeline = (personId: string) =>
  useInfiniteQuery({
    queryKey: ['people', 'timeline', personId],
    queryFn: ({ pageParam }) => {
      const params = { path: { personId }, query: { limit: LIMIT, cursor: pageParam } };
      return answerOf(api.GET('/api/v1/people/{personId}/timeline', { params }));
    },
    initialPageParam: '',
    getNextPageParam: ({ pagination: { nextCursor } }) => nextCursor ?? undefined,
  });

/** What happened with a person, newest first. What a note says stands with the notes. */
export function PersonTimeline({ personId }: { readonly personId: string }) {
  const timeline = useTimeline(personId);
  const more = (): void => {
    timeline.fetchNextPage().catch(failPage);
  };
  return (
    <Loaded query={timeline}>
      {({ pages }) => {
        const events = pages.flatMap(({ data }) => data);
        if (events.length === 0) return <Text c="dimmed">{t.nothing}</Text>;
        return (
          <Stack gap="sm" align="flex-start">
            <Timeline entries={events.map(entryOf)} />
            {timeline.hasNextPage ? (
              <Button variant="default" size="compact-sm" loading={timeline.isFetchingNextPage} onClick={more}>
                {t.more}
              </Button>
            ) : null}
          </Stack>
        );
      }}
    </Loaded>
  );
}

const entryOf = (event: Event): TimelineEntry => ({
  // A sale and its return are two events of one id.
  id: `${event.type}-${event.id}`,
  at: event.date,
  title: titleOf(event),
  text: <More event={event} />,
});

function titleOf({ type, shortId, status, buyerName }: Event): string {
  const buyer = buyerName ?? '–';
  if (type === 'merge') return t.eventMerge(shortId);
  if (type === 'sale') return t.eventSale(shortId, buyer);
  if (type === 'return') return t.eventReturn(shortId, buyer);
  if (type === 'lead') return t.eventLead(shortId, inWords(status ?? '').toLowerCase());
  return t.eventNote(shortId, kindName(status));
}

const kindName = (kind: string | null): string =>
  Object.entries(leadActTexts.noteKinds).find(([value]) => value === kind)?.[1] ?? leadActTexts.noteKinds.note;

/** What it was about, and the way there. */
const More = ({ event: { type, shortId, status, amount } }: { readonly event: Event }) => {
  const isMerge = type === 'merge';
  return (
    <>
      {amount === null ? null : (
        <>
          <Money amount={amount} /> · {status === null ? null : `${inWords(status)} · `}
        </>
      )}
      <Anchor
        component={Link}
        to={isMerge ? personHref(shortId) : `/admin/leads/${shortId}`}
        fz="inherit"
        underline="always"
      >
        {isMerge ? t.toOther(shortId) : t.toLead(shortId)}
      </Anchor>
    </>
  );
};
