/**
 * Where somebody who signed in goes: only to a page of our own, since a link to the door must not lead away from it.
 * The whole address is given, because a path such as `//elsewhere.example` would be another host's by itself.
 */
export function safeBack(back: string | undefined, origin: string): string {
  const home = `${origin}/`;
  if (back === undefined || !/^\/(?![/\\])/.test(back) || !URL.canParse(back, origin)) return home;
  const { origin: host, pathname, search } = new URL(back, origin);
  const isOwn = host === origin && !pathname.startsWith('//') && !/^\/(api|sign-in)\b/.test(pathname);
  return isOwn ? origin + pathname + search : home;
}
