import { useParams } from '@tanstack/react-router';

/** A part of the page's address, such as `leadId` of `leads/$leadId`; empty where the page has none of that name. */
export function usePageParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return params[name] ?? '';
}
