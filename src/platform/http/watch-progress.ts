/** Work of which somebody is told how far it is. */
export interface Watched<Row> {
  /** The work as it stands, newest first. */
  readonly list: () => Promise<readonly Row[]>;
  readonly isUnderWay: (row: Row) => boolean;
  /** What counts as news when it changes. */
  readonly stateOf: (row: Row) => string;
  /** Hears of what failed where nobody waits for an answer. */
  readonly onFailure: (error: unknown) => void;
}

export interface ProgressListener<Row> {
  /** Hears of work that is new or changed, of all at first; of none now and then, as a sign of life. */
  readonly hear: (rows: readonly Row[]) => void;
  /** Hears that none is under way any more. */
  readonly over: () => void;
}

const EVERY_MS = 500;
/** Looks without news after which none are told: a reader that hears nothing for long takes the line for dead. */
const QUIET_LOOKS = 20;
/** After a look that failed. */
const AGAIN_MS = 2000;

/** Tells somebody how far work is until none is under way; gives what stops it. */
export function watchProgress<Row extends { readonly id: string }>(
  watched: Watched<Row>,
  listener: ProgressListener<Row>,
): () => void {
  const { onFailure, stateOf } = watched;
  let told: ReadonlyMap<string, string> | undefined;
  let quiet = 0;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tell = (rows: readonly Row[]): void => {
    const news = rows.filter((row) => told?.get(row.id) !== stateOf(row));
    quiet += 1;
    if (news.length > 0 || told === undefined || quiet >= QUIET_LOOKS) {
      listener.hear(news);
      quiet = 0;
    }
    told = new Map(rows.map((row) => [row.id, stateOf(row)]));
  };
  const look = async (): Promise<void> => {
    let waitMs = EVERY_MS;
    try {
      const rows = await watched.list();
      if (isStopped) return;
      tell(rows);
      if (!rows.some((row) => watched.isUnderWay(row))) return listener.over();
    } catch (error) {
      onFailure(error);
      waitMs = AGAIN_MS;
    }
    if (!isStopped) timer = setTimeout(start, waitMs).unref();
  };
  const start = (): void => void look().catch(onFailure);
  start();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
