import type { ComponentType } from 'react';

/** A page, loaded when it is first opened. */
type Load = () => Promise<{ default: ComponentType }>;

/** One page of a portal. */
export interface PortalPage {
  /** Below the portal: `leads/$leadId`; empty for the first page. */
  readonly path: string;
  /** As the palette, the window and the navigation name it. */
  readonly title: string;
  readonly load: Load;
  /** What a person must be allowed for the page to be offered; anybody in the portal unless given. */
  readonly permission?: string;
  /** Found by the palette and by links, and left out of the navigation. */
  readonly unlisted?: boolean;
  /** Other words by which the palette finds it. */
  readonly keywords?: string;
}

/** One entry of the navigation: a job, with the pages that belong to it. */
export interface PortalJob {
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** The page that the entry opens, and those under it, which mark it as the current one. */
  readonly pages: readonly PortalPage[];
}

/** A place of a role. */
export interface Portal {
  /** Where it stands, such as `/admin`. */
  readonly base: string;
  readonly name: string;
  readonly jobs: readonly PortalJob[];
}

/** The address of a page without parameters. */
export const hrefOf = (portal: Portal, page: PortalPage): string =>
  page.path === '' ? portal.base : `${portal.base}/${page.path}`;

/** Whether a page can be opened by its name alone. */
export const isPlain = (page: PortalPage): boolean => !page.path.includes('$');

type May = (permission: string) => boolean;

/** Whether the person may open a page. */
export const mayOpen = ({ permission }: PortalPage, may: May): boolean => permission === undefined || may(permission);

/** Where the person begins: the first page of the portal that is open; undefined where none is. */
export function firstHref(portal: Portal, may: May): string | undefined {
  const pages = portal.jobs.flatMap((job) => job.pages);
  const first = pages.find((page) => isPlain(page) && page.unlisted !== true && mayOpen(page, may));
  const any = first ?? pages.find((page) => isPlain(page) && mayOpen(page, may));
  return any && hrefOf(portal, any);
}

/** The jobs of which the person may open a page, with those pages. */
export function jobsFor(portal: Portal, may: May): PortalJob[] {
  const open = portal.jobs.map((job) => ({
    ...job,
    pages: job.pages.filter((page) => mayOpen(page, may)),
  }));
  return open.filter((job) => job.pages.some(isPlain));
}
