import { type AppError, refusedField } from '../../kernel/app-error.ts';
import type { FactorProof } from './read-factor.ts';

const WRONG = {
  code: 'This is not the code of this moment, or it was used before. Wait for the next one, then send that.',
  recoveryCode: 'This is not one of your recovery codes, or it was used before. Send another one.',
  passkey: 'This passkey was not accepted. Ask for new options, then show it again.',
  password: 'This is not your password. Check it, then try again.',
} as const;

/** UNAUTHORIZED that says of one field what is wrong with it. */
export const wrongField = (field: string, message: string): AppError =>
  refusedField('UNAUTHORIZED', { field, rule: 'wrong', message });

/** The refusal of a proof that was wrong or used before, in words for the way that was tried. */
export function wrongProof(proof: FactorProof & { readonly password?: string | undefined }): AppError {
  const field = (['passkey', 'recoveryCode', 'code', 'password'] as const).find((one) => proof[one] !== undefined);
  return field === undefined ? wrongField('code', 'Show one of your factors.') : wrongField(field, WRONG[field]);
}
