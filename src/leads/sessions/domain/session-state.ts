/** `submitting`: what is submitted stands, and the answer is not known yet. */
export type KeptState = 'active' | 'submitting' | 'submitted' | 'completed';
/** As the wire contract knows it. */
export type SessionState = 'active' | 'submitted' | 'completed' | 'expired';

/** How far a session is at an instant. What was submitted stays so when its day is over. */
export function sessionState(row: { readonly status: KeptState; readonly expiresAt: Date }, now: Date): SessionState {
  if (row.status === 'submitted' || row.status === 'completed') return row.status;
  return row.expiresAt <= now ? 'expired' : 'active';
}
