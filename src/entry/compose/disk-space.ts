import { statfs } from 'node:fs/promises';

export interface DiskSpace {
  /** Whether there is room to accept what must then be kept. */
  hasRoom(): boolean;
  stop(): void;
}

const LOOK_EVERY_MS = 2000;

/**
 * Watches the free space of directories. Intake stops while it is low, before the database runs into the wall, and goes
 * on by itself when there is room again.
 */
export async function watchDiskSpace(
  directories: readonly string[],
  minFreeBytes: number,
  onChange: (hasRoom: boolean) => void,
): Promise<DiskSpace> {
  let room = true;
  const note = (now: boolean): void => {
    if (now !== room) onChange(now);
    room = now;
  };
  const look = async (): Promise<void> => {
    const free = await Promise.all(
      directories.map(async (directory) => {
        const { bavail, bsize } = await statfs(directory);
        return bavail * bsize;
      }),
    );
    note(free.every((bytes) => bytes >= minFreeBytes));
  };
  await look();
  // A directory that cannot be looked at, because its disk has gone away say, has no room.
  const timer = setInterval(() => void look().catch(() => note(false)), LOOK_EVERY_MS).unref();
  return { hasRoom: () => room, stop: () => clearInterval(timer) };
}
