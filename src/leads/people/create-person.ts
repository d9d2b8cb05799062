import { actorOf, type Caller, requireValidCaller } from '../../core/access/index.ts';
import { type Origin, recordAudit } from '../../core/audit/index.ts';
import { readPhone } from '../../core/consent/index.ts';
import { duplicate } from '../../core/gate/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { readSearch } from '../intake/index.ts';
import { factsInsert, personInsert } from './facts-store.ts';
import { type Facts, sealFacts } from './seal-facts.ts';
import type { PeopleRouteDeps } from './show-people.ts';

/** Whom to write down, and who asks. */
export interface PersonByHand {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly facts: Facts;
  readonly tags: readonly string[];
}

/**
 * Writes down a person before any lead of theirs came: known by the e-mail or, without one, by the phone, so that later
 * leads are theirs. Gives the id. Throws VALIDATION_ERROR without either, DUPLICATE where somebody is known by it
 * already, FORBIDDEN for who may not see personal data.
 */
export async function createPerson(
  { tenancy, vault, clock }: Omit<PeopleRouteDeps, 'acts'>,
  { caller, origin, facts: said, tags }: PersonByHand,
): Promise<string> {
  const { tenantId, actorId } = caller;
  // Whether somebody is known by an address is told to those only who may look for it.
  if (!caller.piiAccess)
    throw new AppError('FORBIDDEN', 'Writing down who somebody is takes an account or a key with piiAccess.');
  const { facts, email, phone } = await readContact(vault, tenantId, said);
  const [keyField, keyToken] = email ? (['email', email] as const) : (['phone', phone] as const);
  if (!keyToken) throw invalid([NEITHER]);
  const { subjectId: personId, number, key } = await vault.lease(tenantId);
  const sealed = sealFacts(vault, { tenantId, personId, key }, facts);
  const { sealedContact } = sealed;
  if (!sealedContact) throw invalid([NEITHER]);
  return tenancy.withTenant({ tenantId, actor: actorOf(caller) }, async (tx) => {
    const now = clock.now();
    await requireValidCaller(tx, caller, now);
    if (!(await personInsert(tx, { personId, number, keyField, keyToken, tags }, now))) throw duplicate(keyField);
    const tokens = { emailToken: email ?? null, phoneToken: phone ?? null };
    await factsInsert(tx, { personId, ...sealed, sealedContact, ...tokens, authorId: actorId }, now);
    const event = { action: 'person.create', entity: 'person', entityIds: [personId], outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event, origin }]);
    return personId;
  });
}

const NEITHER: Fault = {
  field: 'email',
  rule: 'needed',
  message: 'Send an e-mail address or a phone number: by it later leads are known to be of this person.',
};

/** The contact as it is kept, and the tokens by which it is found. Throws VALIDATION_ERROR. */
async function readContact(vault: Vault, tenantId: string, said: Facts) {
  const given = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);
  const email = given(said.email);
  const phone = given(said.phone);
  const e164 = phone === undefined ? undefined : readPhone(phone)?.e164;
  const faults: Fault[] = [];
  const token = async (field: 'email' | 'phone', value: string | undefined): Promise<Buffer | undefined> => {
    if (value === undefined) return undefined;
    const read = await readSearch(vault, tenantId, value);
    return read?.sought === field ? read.by.tokens?.[0] : undefined;
  };
  const tokens = { email: await token('email', email), phone: await token('phone', e164) };
  if (email !== undefined && !tokens.email)
    faults.push({ field: 'email', rule: 'format', message: 'Send a whole e-mail address.' });
  if (phone !== undefined && !tokens.phone)
    faults.push({ field: 'phone', rule: 'format', message: 'Send a whole phone number, such as +12025550123.' });
  if (faults.length > 0) throw invalid(faults);
  const names = { firstName: said.firstName || undefined, lastName: said.lastName || undefined };
  return { facts: { ...names, email, phone: e164 }, ...tokens };
}
