import { NOTICE_JOB } from '../../../core/identity/index.ts';
import { FAILED_FOR_GOOD } from '../../../platform/queue/index.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem, warning } from './finding.ts';

/** How the queue stands. */
export interface QueueFacts {
  readonly waiting: number;
  /** Jobs that failed for good, without the mails among them. */
  readonly failed: number;
  readonly failedMails: number;
  /** Age in seconds of the oldest job that should have run and has not been started; 0 if there is none. */
  readonly lateSeconds: number;
}

const LATE_SECONDS = 300;

/** Whether the queue is installed, keeps up, and has jobs that failed for good. */
export async function checkQueue({ as }: Pick<OpenedDatabases, 'as'>): Promise<Finding[]> {
  const [there] = await as.queue.query<{ there: boolean }>({
    text: `SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS there`,
  });
  if (!there?.there) return [problem('The queue is not installed.', 'Run careroute migrate.')];
  const [facts] = await as.queue.query<QueueFacts>({
    text: `SELECT count(*) FILTER (WHERE attempts < max_attempts) AS waiting,
        count(*) FILTER (WHERE ${FAILED_FOR_GOOD} AND task_identifier <> $1) AS failed,
        count(*) FILTER (WHERE ${FAILED_FOR_GOOD} AND task_identifier = $1) AS "failedMails",
        coalesce(max(extract(epoch FROM now() - run_at))
          FILTER (WHERE attempts < max_attempts AND locked_at IS NULL AND run_at < now()), 0)::int AS "lateSeconds"
      FROM graphile_worker.jobs`,
    values: [NOTICE_JOB],
  });
  if (!facts) throw new Error('the queue gave no counts');
  return judgeQueue(facts);
}

export function judgeQueue({ waiting, failed, failedMails, lateSeconds }: QueueFacts): Finding[] {
  const findings: Finding[] = [];
  if (failed > 0) {
    findings.push(
      warning(
        `${failed} ${failed === 1 ? 'job has' : 'jobs have'} failed for good and will not be tried again.`,
        'The log has them as job_failed with code final. Recovery takes up what they were for, or an admin must.',
      ),
    );
  }
  if (failedMails > 0) {
    findings.push(
      warning(
        `${failedMails} ${failedMails === 1 ? 'mail' : 'mails'} to people about their accounts failed for good.`,
        'Mend the mail server, or CAREROUTE_SMTP_URL, then start Careroute anew: it tries those of the last 30 days.',
      ),
    );
  }
  if (lateSeconds > LATE_SECONDS) {
    findings.push(
      warning(
        `The oldest job is ${Math.round(lateSeconds / 60)} minutes late.`,
        'See that Careroute runs; if it does, raise CAREROUTE_WORKER_CONCURRENCY.',
      ),
    );
  }
  return findings.length > 0 ? findings : [fine(`It is installed; ${waiting} jobs wait, none has failed for good.`)];
}
