import { useCallback } from 'react';
import { answerOf, api, ApiError } from './api.ts';
import { failPage } from './fail-page.ts';
import { leaveAsOther } from './leave-portal.ts';

async function end(to: string): Promise<void> {
  try {
    await answerOf(api.POST('/api/v1/auth/sign-out'));
  } catch (error) {
    // Ended already, or out of reach: what this window holds goes all the same.
    if (!(error instanceof ApiError)) throw error;
  }
  leaveAsOther(to);
}

/** Ends the session, here and in other windows, and forgets everything that the page holds. */
export const useSignOut = (): ((to: string) => void) =>
  useCallback((to) => {
    end(to).catch(failPage);
  }, []);
