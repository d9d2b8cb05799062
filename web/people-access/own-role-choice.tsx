import { peopleTexts as t } from '../texts/people-access.ts';
import { Choice } from '../ui/form/choice.tsx';
import { useOwnRoles } from './use-own-roles.ts';

const NONE = 'none';

interface OwnRoleChoiceProps {
  /** The role that it must be made of. */
  readonly role: string;
  readonly value?: string;
  readonly onChange: (value: string) => void;
}

/** A role of the organization's own that narrows the role; nothing where there is none. */
export function OwnRoleChoice({ role, value = '', onChange }: OwnRoleChoiceProps) {
  const fitting = (useOwnRoles().data ?? []).filter(({ baseRole }) => baseRole === role);
  if (fitting.length === 0) return null;
  return (
    <Choice
      label={t.ownRole}
      description={t.ownRoleHint}
      data={[{ value: NONE, label: t.noOwnRole }, ...fitting.map(({ id, name }) => ({ value: id, label: name }))]}
      value={fitting.some(({ id }) => id === value) ? value : NONE}
      onChange={(next) => onChange(next === NONE ? '' : next)}
    />
  );
}
