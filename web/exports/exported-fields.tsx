import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { allFields } from '../field-access/ruled-names.ts';
import { type Access, fieldRules, type RuledRole, useKnownFields } from '../field-access/use-field-access.ts';
import { useMay, usePerson } from '../frame/session.tsx';
import { exportTexts as t } from '../texts/exports.ts';

/** Which fields a file holds, and which of them masked, for the person who asks. */
export function ExportedFields() {
  const { role, piiAccess } = usePerson();
  const may = useMay();
  const { data: rules } = useQuery({ ...fieldRules, enabled: may('field-access:read') });
  return (
    <div>
      <Text>{t.columns}</Text>
      <Text>{piiAccess ? t.inClear : t.allMasked}</Text>
      {rules ? <Narrowed roles={rules} role={role} /> : null}
    </div>
  );
}

/** What the organization's rules for fields take from the role. */
function Narrowed({ roles, role }: { readonly roles: readonly RuledRole[]; readonly role: string }) {
  const labels = new Map(allFields(useKnownFields(), roles).map(({ name, label }) => [name, label]));
  const own = roles.find((one) => one.role === role)?.rules ?? [];
  const namesOf = (wanted: Access): string =>
    own.flatMap(({ field, access }) => (access === wanted ? [labels.get(field) ?? field] : [])).join(', ');
  const [masked, hidden] = [namesOf('masked'), namesOf('hidden')];
  const hasOthers = roles.some(({ baseRole, rules }) => baseRole === role && rules.length > 0);
  return (
    <>
      {masked === '' ? null : <Text>{t.masked(masked)}</Text>}
      {hidden === '' ? null : <Text>{t.hidden(hidden)}</Text>}
      {hasOthers ? <Text>{t.ownRoles}</Text> : null}
    </>
  );
}
