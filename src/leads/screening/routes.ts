import { hintOf, readPhone } from '../../core/consent/index.ts';
import {
  crudRoutes,
  defineResource,
  type Route,
  type Shown,
  withIsoDates,
  type Writing,
} from '../../core/gate/index.ts';
import type { Records, TenantWriter } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { readReferrer, referrerText } from './domain/referrer.ts';
import { rangeText, readEnds, readRange, type UnreadableRange } from './read-range.ts';
import {
  blockedCallerIdRecords,
  type BlockedCallerIdRow,
  blockedIpRecords,
  type BlockedIpRow,
  blockedReferrerRecords,
  type BlockedReferrerRow,
} from './store.ts';
import {
  blockedCallerIdCreate,
  blockedCallerIdItem,
  blockedIpCreate,
  blockedIpItem,
  blockedReferrerCreate,
  blockedReferrerItem,
  blockUpdate,
} from './wire.ts';

interface Why {
  readonly reason?: string | null;
  readonly blockReason?: string | null;
}

/** Intake keeps the lists in memory with its settings. */
const MOST = 10_000;

const shared = {
  tag: 'blocked-lists',
  permissions: { read: 'blocked-lists:read', write: 'blocked-lists:write' },
  list: { statuses: [], sorts: ['createdAt'], ids: [], linked: {} },
  inUse: 'Something still uses this.',
} as const;

const whyOf = ({ reason, blockReason }: Why): string | null => reason ?? blockReason ?? null;

async function add<Row>(records: Records<Row>, writing: Writing<Why>, values: Shown): Promise<{ row: Row }> {
  const { tx, body, caller } = writing;
  const { total } = await records.list(tx, { limit: 1, offset: 0 });
  if (total >= MOST)
    throw new AppError('CONFLICT', `A list holds ${MOST.toLocaleString('en-US')} entries. Remove some first.`);
  const id = newId(writing.now.getTime());
  return { row: await records.insert(tx, { id, ...values, reason: whyOf(body), createdBy: caller.actorId }) };
}

async function explain<Row>(records: Records<Row>, tx: TenantWriter, id: string, body: Why): Promise<{ row: Row }> {
  const row = await records.update(tx, id, { reason: whyOf(body) });
  if (!row) throw notFound();
  return { row };
}

const RANGE_FAULTS: Readonly<Record<UnreadableRange['rule'], string>> = {
  wrong_form: 'Send an address, a block such as 192.0.2.0/24, or two addresses such as 192.0.2.1-192.0.2.9.',
  mixed: 'Both ends have to be IPv4, or both IPv6.',
  backwards: 'The first address lies behind the last. Exchange them.',
  host_bits: 'The block does not begin with this address. Send one whose host bits are zero.',
  too_broad: 'This would shut out a great part of the internet. Send a smaller block.',
};

const needed = (field: string, message: string) => invalid([{ field, rule: 'required', message }]);

const blockedIps = defineResource<BlockedIpRow, typeof blockedIpCreate, typeof blockUpdate>({
  ...shared,
  names: ['blocked_ip', 'blocked_ips'],
  path: '/api/v1/blocked-ips',
  records: blockedIpRecords,
  wire: { create: blockedIpCreate, update: blockUpdate, item: blockedIpItem },
  rules: { unique: { blocked_ips_once: 'ipRange' } },
  show: (row) => ({ ...withIsoDates(row), ipRange: rangeText(row), blockReason: row.reason }),
  async insert(writing) {
    const { ipRange, fromIp, toIp } = writing.body;
    if (ipRange === undefined && fromIp === undefined) throw needed('ipRange', RANGE_FAULTS.wrong_form);
    const field = ipRange === undefined ? 'fromIp' : 'ipRange';
    const range = ipRange === undefined ? readEnds(fromIp ?? '', toIp ?? fromIp ?? '') : readRange(ipRange);
    if ('rule' in range) throw invalid([{ field, rule: range.rule, message: RANGE_FAULTS[range.rule] }]);
    return add(blockedIpRecords, writing, { fromIp: range.fromIp, toIp: range.toIp });
  },
  change: ({ tx, body }, { id }) => explain(blockedIpRecords, tx, id, body),
});

const blockedCallerIds = (vault: Vault) =>
  defineResource<BlockedCallerIdRow, typeof blockedCallerIdCreate, typeof blockUpdate>({
    ...shared,
    names: ['blocked_caller_id', 'blocked_caller_ids'],
    path: '/api/v1/blocked-callerids',
    records: blockedCallerIdRecords,
    wire: { create: blockedCallerIdCreate, update: blockUpdate, item: blockedCallerIdItem },
    rules: { unique: { blocked_caller_ids_once: 'phoneNumber' } },
    async prepare({ tenantId }) {
      await vault.tokens(tenantId);
    },
    show({ hint, token: _token, ...row }) {
      const masked = `•••••${hint ?? ''}`;
      return { ...withIsoDates(row), phoneNumber: masked, value: masked, blockReason: row.reason };
    },
    async insert(writing) {
      const { phoneNumber, value } = writing.body;
      const field = phoneNumber === undefined ? 'value' : 'phoneNumber';
      const given = phoneNumber ?? value;
      if (given === undefined) throw needed('phoneNumber', 'Send the number to block.');
      const e164 = readPhone(given)?.e164;
      if (e164 === undefined) {
        const message = 'Send a valid number with its area code, such as 2125550123 or +12125550123.';
        throw invalid([{ field, rule: 'not_a_phone', message }]);
      }
      const token = (await vault.tokens(writing.tx.context.tenantId))('phone', e164);
      return add(blockedCallerIdRecords, writing, { token, hint: hintOf('phone', e164) });
    },
    change: ({ tx, body }, { id }) => explain(blockedCallerIdRecords, tx, id, body),
  });

const blockedReferrers = defineResource<BlockedReferrerRow, typeof blockedReferrerCreate, typeof blockUpdate>({
  ...shared,
  names: ['blocked_referrer', 'blocked_referrers'],
  path: '/api/v1/blocked-referrers',
  records: blockedReferrerRecords,
  wire: { create: blockedReferrerCreate, update: blockUpdate, item: blockedReferrerItem },
  rules: { unique: { blocked_referrers_once: 'referrer' } },
  show: (row) => ({ ...withIsoDates(row), value: row.referrer, blockReason: row.reason }),
  async insert(writing) {
    const { referrer, value } = writing.body;
    const message = 'Send a host such as example.com, or the beginning of an address such as example.com/landing.';
    const given = referrer ?? value;
    if (given === undefined) throw needed('referrer', message);
    const read = readReferrer(given);
    const field = referrer === undefined ? 'value' : 'referrer';
    if (!read || referrerText(read).length > 500) throw invalid([{ field, rule: 'wrong_form', message }]);
    return add(blockedReferrerRecords, writing, { referrer: referrerText(read) });
  },
  change: ({ tx, body }, { id }) => explain(blockedReferrerRecords, tx, id, body),
});

/** Networks, phone numbers and pages whose leads are refused. */
export const screeningRoutes = ({ vault }: { readonly vault: Vault }): Route[] => [
  ...crudRoutes(blockedIps),
  ...crudRoutes(blockedCallerIds(vault)),
  ...crudRoutes(blockedReferrers),
];
