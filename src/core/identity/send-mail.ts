import { AppError } from '../../kernel/app-error.ts';
import type { MailMessage } from '../../platform/mail/index.ts';
import type { IdentityDeps } from './identity-deps.ts';

/** Sends a mail after the commit; what a mail server does not take is told, as nothing else is lost by it. */
export async function sendMail(
  { mail, onProblem }: Pick<IdentityDeps, 'mail' | 'onProblem'>,
  message: MailMessage,
): Promise<boolean> {
  try {
    await mail.send(message);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onProblem(error);
    return false;
  }
}
