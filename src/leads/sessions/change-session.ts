import { AppError } from '../../kernel/app-error.ts';
import { NOT_DATA } from './create-session.ts';
import type { SessionData } from './domain/merge-data.ts';
import { type AskedFor, requireGoingOn, requireSession } from './find-session.ts';
import type { SessionRow } from './store.ts';
import { type SessionDeps, untilWritten, type Writer, writeSession } from './write-session.ts';

export interface SessionPatch {
  readonly data: SessionData | undefined;
  readonly currentStep: number | undefined;
  readonly status: 'completed' | undefined;
}

/**
 * Goes on with a session: merges what was answered and notes the step. Steps that come at the same time are all kept.
 * Throws CONFLICT for data after the submit, and for what would complete a session that made no lead yet.
 */
export function changeSession(deps: SessionDeps, asked: AskedFor & Writer, patch: SessionPatch): Promise<SessionRow> {
  return untilWritten(async () => {
    const row = await requireSession(deps.tenancy, asked);
    requireGoingOn(row, asked.now);
    requireFitting(row, patch);
    const { data = {}, currentStep, status } = patch;
    const written = await writeSession(deps, asked, row, {
      data,
      refused: NOT_DATA,
      currentStep,
      status,
      action: 'lead-session.update',
    });
    return written?.row;
  });
}

function requireFitting({ status }: SessionRow, patch: SessionPatch): void {
  if (status === 'completed') throw new AppError('CONFLICT', 'This session is completed. Create another one.');
  if (status !== 'active' && patch.data !== undefined)
    throw new AppError('CONFLICT', 'This session is submitted: its data stands. Leave data out.');
  if (status !== 'submitted' && patch.status === 'completed')
    throw new AppError('CONFLICT', 'This session made no lead yet. Submit it before it is completed.');
}
