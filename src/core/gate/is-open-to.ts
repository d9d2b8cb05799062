import { AppError } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import { authorise } from './admit.ts';
import type { Route } from './define-route.ts';

/** Whether a caller may use a route: by the very rule that refuses it. One who must step up for it first may. */
export function isOpenTo(route: Route, caller: Caller, now: Date): boolean {
  try {
    authorise(route, caller, now);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'FORBIDDEN' || error.code === 'READ_ONLY') return false;
    if (error.code === 'STEP_UP_REQUIRED') return true;
    throw error;
  }
}
