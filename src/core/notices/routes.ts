import { Type } from 'typebox';
import { type Caller, permits } from '../access/index.ts';
import { defineRoute, nullable, type Route, timestamp } from '../gate/index.ts';
import type { Notice, NoticeSource } from './notice.ts';

const answer = Type.Object({
  data: Type.Array(
    Type.Object({
      kind: Type.String({ description: 'What it is, such as `approval_waiting`.' }),
      subjectId: nullable(Type.String({ description: 'What it is about.' })),
      count: Type.Integer({ description: 'How much of it there is.' }),
      at: timestamp,
      until: nullable(Type.String({ description: 'Until when something can be done about it.' })),
    }),
  ),
});

/** What awaits whoever asks, newest first: each source is asked for who may take its next step. */
export const noticeRoutes = (sources: readonly NoticeSource[]): Route[] => [
  defineRoute({
    id: 'list_notices',
    method: 'GET',
    path: '/api/v1/notices',
    tag: 'notices',
    summary: 'What awaits you and has a next step, newest first. No personal data.',
    permission: 'caller:read',
    peopleOnly: true,
    audit: { action: 'notice.list', entity: 'notice' },
    response: answer,
    async handle({ tx, caller, now }) {
      const found: Notice[] = [];
      for (const source of sources)
        if (concerns(source, caller)) found.push(...(await source.find(tx, { caller, now })));
      const newestFirst = found.toSorted((a, b) => b.at.getTime() - a.at.getTime());
      return { answer: { data: newestFirst.map(show) }, touched: found.flatMap(({ subjectId }) => subjectId ?? []) };
    },
  }),
];

const concerns = ({ permission, changes }: NoticeSource, { role, narrowedTo, readOnly }: Caller): boolean =>
  permits(role, permission) && (narrowedTo?.has(permission) ?? true) && !(changes && readOnly);

const show = ({ at, until, ...rest }: Notice) => ({
  ...rest,
  at: at.toISOString(),
  until: until?.toISOString() ?? null,
});
