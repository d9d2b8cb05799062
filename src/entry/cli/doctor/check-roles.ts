import type { Session } from '../../../platform/postgres/index.ts';
import { APP_ROLES, KEYSTORE_ROLE } from '../../compose/databases.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem } from './finding.ts';

interface RoleRule {
  readonly name: string;
  readonly mayLogIn: boolean;
  /** Roles that own tables or work a schema of their own are not held to what the app role may not have. */
  readonly owns: boolean;
}

const login = (name: string, owns = false): RoleRule => ({ name, mayLogIn: true, owns });
const owner = (name: string): RoleRule => ({ name, mayLogIn: false, owns: true });

const APPLICATION_RULES: readonly RoleRule[] = [
  login(APP_ROLES.app),
  login(APP_ROLES.identity),
  login(APP_ROLES.queue, true),
  owner('careroute_owner'),
];
const KEYSTORE_RULES: readonly RoleRule[] = [login(KEYSTORE_ROLE), owner('careroute_keystore_owner')];

/** Whether every role exists and holds no right that it should not. */
export async function checkRoles({ as }: Pick<OpenedDatabases, 'as'>): Promise<Finding[]> {
  const [application, keystore] = await Promise.all([
    rolesIn(as.application, APPLICATION_RULES),
    rolesIn(as.keystore, KEYSTORE_RULES),
  ]);
  const findings = [...application, ...keystore];
  if (findings.length > 0) return findings;
  return [
    fine('All six exist; no login is a superuser, passes row security, makes roles, owns rows or acts as another.'),
  ];
}

/** A role as the catalog describes it. */
export interface RoleFacts {
  readonly name: string;
  readonly canLogIn: boolean;
  readonly isSuperuser: boolean;
  readonly bypassesRowSecurity: boolean;
  readonly createsRoles: boolean;
  readonly createsDatabases: boolean;
  readonly replicates: boolean;
  readonly owned: number;
  readonly mayMakeTemporary: boolean;
  readonly createsIn: readonly string[];
  readonly strongOn: readonly string[];
  /** Roles that it may act as. */
  readonly memberOf: readonly string[];
  /** Logins, beside the migrator, that may act as it. */
  readonly members: readonly string[];
}

const FACTS = `SELECT r.rolname AS name, r.rolcanlogin AS "canLogIn", r.rolsuper AS "isSuperuser",
    r.rolbypassrls AS "bypassesRowSecurity", r.rolcreaterole AS "createsRoles", r.rolcreatedb AS "createsDatabases",
    r.rolreplication AS replicates,
    (SELECT count(*) FROM pg_shdepend d
      WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid AND d.deptype = 'o') AS owned,
    has_database_privilege(r.oid, current_database(), 'TEMP') AS "mayMakeTemporary",
    ARRAY(SELECT n.nspname::text FROM pg_namespace n
      WHERE n.nspname !~ '^pg_' AND has_schema_privilege(r.oid, n.oid, 'CREATE')) AS "createsIn",
    ARRAY(SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND (has_table_privilege(r.oid, c.oid, 'TRUNCATE') OR has_any_column_privilege(r.oid, c.oid, 'REFERENCES')
          OR has_table_privilege(r.oid, c.oid, 'TRIGGER'))) AS "strongOn",
    ARRAY(SELECT g.rolname::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
      WHERE m.member = r.oid) AS "memberOf",
    ARRAY(SELECT g.rolname::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.member
      WHERE m.roleid = r.oid AND g.rolname <> current_user) AS members
  FROM pg_roles r WHERE r.rolname = ANY($1)`;

async function rolesIn(session: Session, rules: readonly RoleRule[]): Promise<Finding[]> {
  const rows = await session.query<RoleFacts>({ text: FACTS, values: [rules.map((rule) => rule.name)] });
  const found = new Map(rows.map((row) => [row.name, row]));
  return rules.flatMap((rule) => {
    const facts = found.get(rule.name);
    return facts
      ? judgeRole(rule, facts)
      : [problem(`Role ${rule.name} does not exist.`, 'Run careroute migrate, which makes it.')];
  });
}

/** What a role may do and should not, each with the statement that takes it away. */
export function judgeRole({ name, mayLogIn, owns }: RoleRule, facts: RoleFacts): Finding[] {
  if (facts.isSuperuser)
    return [problem(`Role ${name} is a superuser: nothing holds it.`, `ALTER ROLE ${name} NOSUPERUSER`)];
  const attributes: readonly (readonly [boolean, string, string])[] = [
    [facts.bypassesRowSecurity, 'passes row security', 'NOBYPASSRLS'],
    [facts.createsRoles, 'may make roles', 'NOCREATEROLE'],
    [facts.createsDatabases, 'may make databases', 'NOCREATEDB'],
    [facts.replicates, 'may copy the whole server', 'NOREPLICATION'],
    [facts.canLogIn && !mayLogIn, 'may log in, though it owns the tables', 'NOLOGIN'],
    [!facts.canLogIn && mayLogIn, 'may not log in', 'LOGIN'],
  ];
  const findings = attributes
    .filter(([holds]) => holds)
    .map(([, fault, remedy]) => problem(`Role ${name} ${fault}.`, `ALTER ROLE ${name} ${remedy}`));
  findings.push(
    ...facts.memberOf.map((other) => problem(`Role ${name} may act as ${other}.`, `REVOKE ${other} FROM ${name}`)),
    ...facts.members.map((other) => problem(`Role ${other} may act as ${name}.`, `REVOKE ${name} FROM ${other}`)),
  );
  return owns ? findings : [...findings, ...excessOf(name, facts)];
}

function excessOf(name: string, facts: RoleFacts): Finding[] {
  const findings: Finding[] = [];
  if (facts.owned > 0) {
    findings.push(
      problem(
        `Role ${name} owns ${facts.owned} objects: an owner may change their rules.`,
        `REASSIGN OWNED BY ${name} TO the role that owns the tables.`,
      ),
    );
  }
  if (facts.mayMakeTemporary) {
    findings.push(
      problem(
        `Role ${name} may make temporary tables, whose names could stand before ours.`,
        'Run careroute migrate, or: REVOKE TEMP ON DATABASE … FROM PUBLIC',
      ),
    );
  }
  findings.push(
    ...facts.createsIn.map((schema) =>
      problem(
        `Role ${name} may make things in schema ${schema}.`,
        `REVOKE CREATE ON SCHEMA ${schema} FROM ${name}, PUBLIC`,
      ),
    ),
    ...facts.strongOn.map((table) =>
      problem(
        `Role ${name} holds TRUNCATE, REFERENCES or TRIGGER on ${table}.`,
        `REVOKE TRUNCATE, REFERENCES, TRIGGER ON ${table} FROM ${name}, PUBLIC`,
      ),
    ),
  );
  return findings;
}
