/** How far a sign-in has come, as the API says it. */
export interface SignInState {
  readonly status: 'signed_in' | 'second_factor_required' | 'enrolment_required';
  readonly methods: readonly string[];
}

/** Only a path of our own: a link to the door must not lead away from it. */
function safeBack(back: string | undefined): string {
  if (back === undefined || !/^\/(?![/\\])/.test(back)) return '/';
  const url = new URL(back, globalThis.location.origin);
  const isOwn = url.origin === globalThis.location.origin && !/^\/(api|sign-in)\b/.test(url.pathname);
  return isOwn ? url.pathname + url.search : '/';
}

/** Into the house, as if the page had just been opened: nothing of the door stays. */
export const goIn = (back?: string): void => globalThis.location.assign(safeBack(back));
