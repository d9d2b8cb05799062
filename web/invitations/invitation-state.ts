/** What of an account tells how its invitation stands. */
export interface Invited {
  readonly status: string;
  readonly invitationExpiresAt: string | null;
}

/** Whether a link is out that still works, did work, or was withdrawn; undefined for who needs none. */
export function invitationState({
  status,
  invitationExpiresAt: until,
}: Invited): 'open' | 'ended' | 'none' | undefined {
  if (status !== 'invited') return undefined;
  if (until === null) return 'none';
  return Date.parse(until) > Date.now() ? 'open' : 'ended';
}
