import { defineJob, type Job } from '../gate/index.ts';
import { NOTICE_JOB } from './notify.ts';
import { type NoticeDeps, sendNotice } from './send-notice.ts';

/** Jobs of this room: mail what people must hear of. */
export const identityJobs = (deps: NoticeDeps): Job[] => [
  defineJob(
    {
      name: NOTICE_JOB,
      ids: ['noticeId'],
      audit: { action: 'account.notify', entity: 'notice' },
      handle: ({ context, payload }) => sendNotice(deps, context, payload['noticeId'] ?? ''),
    },
    deps.clock,
  ),
];
