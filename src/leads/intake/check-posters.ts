import { type Caller, validCallers } from '../../core/access/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';

interface Posters {
  readonly posts: readonly { readonly caller: Caller }[];
  readonly now: Date;
  /** Commits the posts on somebody's behalf. */
  readonly job: { mayGoOn(tx: TenantWriter): Promise<boolean> } | undefined;
}

/** Says of the caller of each post whether it may still post: its key or session holds, or its job may go on. */
export async function checkPosters(
  tx: TenantWriter,
  { posts, now, job }: Posters,
): Promise<(caller: Caller) => boolean> {
  if (!job) {
    const callers = posts.map(({ caller }) => caller);
    return validCallers(tx, callers, now);
  }
  const mayGoOn = await job.mayGoOn(tx);
  return () => mayGoOn;
}
