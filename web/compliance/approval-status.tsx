import { Status } from '../ui/status.tsx';
import type { Approval } from './approval-terms.ts';

/** How a request stands; one that waits needs somebody. */
export const ApprovalStatus = ({ status }: { readonly status: Approval['status'] }) => (
  <Status value={status} {...(status === 'waiting' ? { tone: 'info' as const } : {})} />
);
