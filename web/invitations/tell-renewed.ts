import { invitationTexts as t } from '../texts/invitations.ts';
import { tellDone, tellWarning } from '../ui/tell.ts';

/** Says whether a new invitation went out: the old link is worthless either way. */
export function tellRenewed(mailed: boolean | undefined): void {
  if (mailed === false) tellWarning(t.notMailed);
  else tellDone(t.againDone);
}
