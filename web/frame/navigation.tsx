import { ScrollArea, Stack } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { hrefOf, isPlain, jobsFor, type Portal, type PortalJob, type PortalPage } from './portal.ts';
import { useMay } from './session.tsx';
import shell from './portal-shell.module.css';

interface Going {
  readonly portal: Portal;
  /** After a step, so that the drawer of a phone closes. */
  readonly onGo: () => void;
}

/** A link is that of the current page only at its very address, not above it. */
const ITSELF = { exact: true, includeSearch: false } as const;

/** Whether an address is that of a page or below it. */
function isWithin(portal: Portal, job: PortalJob, pathname: string): boolean {
  const here = pathname.replace(/\/$/, '');
  return job.pages.some((page) => {
    const start = hrefOf(portal, page).replace(/\/?\$.*$/, '');
    return page.path === '' ? here === portal.base : here === start || here.startsWith(`${start}/`);
  });
}

/** Of the pages of a job, the one that an address is nearest below. */
function currentOf(portal: Portal, pages: readonly PortalPage[], pathname: string): PortalPage | undefined {
  const above = pages.filter((page) => `${pathname}/`.startsWith(`${hrefOf(portal, page)}/`));
  return above.toSorted((one, other) => other.path.length - one.path.length)[0];
}

/** The jobs of the portal; under the current one, its pages. */
export function Navigation({ portal, onGo }: Going) {
  const may = useMay();
  const { pathname } = useLocation();
  return (
    <ScrollArea type="auto" p="xs">
      <Stack component="ul" gap={2} m={0} p={0} style={{ listStyle: 'none' }}>
        {jobsFor(portal, may).map((job) => (
          <Job key={job.label} portal={portal} job={job} isHere={isWithin(portal, job, pathname)} onGo={onGo} />
        ))}
      </Stack>
    </ScrollArea>
  );
}

function Job({ portal, job, isHere, onGo }: Going & { readonly job: PortalJob; readonly isHere: boolean }) {
  const { pathname } = useLocation();
  const plain = job.pages.filter((page) => isPlain(page) && !page.unlisted);
  const [first] = plain;
  if (!first) return null;
  const Icon = job.icon;
  const isOpen = isHere && plain.length > 1;
  const current = currentOf(portal, plain, pathname);
  return (
    <li>
      <Link
        to={hrefOf(portal, first)}
        className={shell.job}
        data-current={(isHere && !isOpen) || undefined}
        data-open={isOpen || undefined}
        activeOptions={ITSELF}
        onClick={onGo}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        {job.label}
      </Link>
      {isOpen ? (
        <Stack component="ul" gap={2} m={0} p={0} mt={2} style={{ listStyle: 'none' }}>
          {plain.map((page) => {
            const href = hrefOf(portal, page);
            const isCurrent = page === current;
            return (
              <li key={page.path}>
                <Link
                  to={href}
                  className={`${shell.job} ${shell.sub}`}
                  data-current={isCurrent || undefined}
                  activeOptions={ITSELF}
                  aria-current={isCurrent ? 'page' : undefined}
                  onClick={onGo}
                >
                  {page.title}
                </Link>
              </li>
            );
          })}
        </Stack>
      ) : null}
    </li>
  );
}
