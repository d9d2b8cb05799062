import { tellOtherWindows } from '../frame/other-windows.ts';
import { safeBack } from './safe-back.ts';

/** How far a sign-in has come, as the API says it. */
export interface SignInState {
  readonly status: 'signed_in' | 'second_factor_required' | 'enrolment_required';
  readonly methods: readonly string[];
}

/** Into the house, as if the page had just been opened: nothing of the door stays. */
export function goIn(back?: string): void {
  tellOtherWindows();
  globalThis.location.assign(safeBack(back, globalThis.location.origin));
}
