import assert from 'node:assert/strict';

/** A page as its portal lists it. */
export interface ListedPage {
  readonly path: string;
  readonly title: string;
  readonly permission?: string;
}

interface ListedPortal {
  readonly base: string;
  readonly jobs: readonly { readonly pages: readonly ListedPage[] }[];
}

/** Where a portal stands and its pages, read from its own list: a page that is added is visited. */
export async function portalPages(
  name: string,
): Promise<{ readonly base: string; readonly pages: readonly ListedPage[] }> {
  const list = (await import(`../../web/${name}/pages.ts`)) as Record<string, ListedPortal>;
  const portal = list[`${name}Portal`];
  assert.ok(portal, `web/${name}/pages.ts has no ${name}Portal`);
  return { base: portal.base, pages: portal.jobs.flatMap((job) => job.pages) };
}
