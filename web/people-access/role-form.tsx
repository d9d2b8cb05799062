import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { usePerson } from '../frame/session.tsx';
import { PERMISSION_GROUPS, roleTexts as t } from '../texts/permissions.ts';
import { Choice } from '../ui/form/choice.tsx';
import { FormPart } from '../ui/form/form-part.tsx';
import { needed } from '../ui/form/rules.ts';
import { SaveForm } from '../ui/form/save-form.tsx';
import { roleName } from '../ui/words.ts';
import { type BaseRoles, permissionWords } from './base-roles.ts';
import { type RoleName, rolesGivenBy } from './user-types.ts';

/** A role of the organization's own, as a form has it. */
export type RoleValues = {
  readonly name: string;
  readonly baseRole: RoleName | '';
  readonly permissions: string[];
};

type RoleFormState = UseFormReturnType<RoleValues>;

interface RoleFormProps {
  readonly bases: BaseRoles;
  readonly values: RoleValues;
  readonly isNew: boolean;
  readonly label?: string;
  readonly save: (values: RoleValues) => Promise<unknown>;
  readonly onSaved: (answer: unknown) => void;
  readonly onCancel: () => void;
}

/** What a role of the organization's own keeps of the role that it is made of. */
export function RoleForm({ bases, values, isNew, label, save, onSaved, onCancel }: RoleFormProps) {
  const form = useForm<RoleValues>({ initialValues: values, validate: { name: needed, baseRole: needed } });
  const { baseRole } = form.values;
  const takenAway = (kept: readonly string[]): string => {
    const gone = bases.of(baseRole).filter((name) => !kept.includes(name));
    return gone.length === 0 ? t.nothing : gone.map(permissionWords).join(', ');
  };
  const summary = { words: { name: t.name, permissions: { label: t.taken, say: takenAway } }, note: () => t.note };
  return (
    <SaveForm
      form={form}
      save={save}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(label === undefined ? {} : { label })}
      {...(isNew ? {} : { summary })}
    >
      <FormPart title={t.whatTitle}>
        <TextInput required label={t.name} description={t.nameHint} maxLength={100} {...form.getInputProps('name')} />
        {isNew ? <BaseChoice form={form} bases={bases} /> : null}
      </FormPart>
      {baseRole === '' ? null : <Permissions form={form} bases={bases} />}
    </SaveForm>
  );
}

interface PartProps {
  readonly form: RoleFormState;
  readonly bases: BaseRoles;
}

function BaseChoice({ form, bases }: PartProps) {
  const { role } = usePerson();
  const data = rolesGivenBy(role)
    .filter((name) => bases.of(name).length > 0)
    .map((value) => ({ value, label: roleName(value) }));
  return (
    <Choice
      required
      label={t.base}
      description={t.baseHint}
      data={data}
      value={form.values.baseRole}
      error={form.errors['baseRole']}
      onChange={(next) => {
        form.setFieldValue('baseRole', next as RoleName);
        form.setFieldValue('permissions', [...bases.of(next)]);
      }}
    />
  );
}

function Permissions({ form, bases }: PartProps) {
  const offered = bases.of(form.values.baseRole);
  const groups = PERMISSION_GROUPS.map(({ subject, permissions }) => ({
    subject,
    names: offered.filter((name) => name in permissions),
  })).filter(({ names }) => names.length > 0);
  return (
    <Checkbox.Group aria-label={t.permissions} {...form.getInputProps('permissions')}>
      <Stack>
        {groups.map(({ subject, names }) => (
          <FormPart key={subject} title={subject}>
            <AllOrNone form={form} names={names} />
            {names.map((name) => (
              <Checkbox key={name} value={name} label={permissionWords(name)} />
            ))}
          </FormPart>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function AllOrNone({ form, names }: { readonly form: RoleFormState; readonly names: readonly string[] }) {
  const kept = form.values.permissions;
  const others = kept.filter((name) => !names.includes(name));
  const hasAll = names.every((name) => kept.includes(name));
  return (
    <Group>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => form.setFieldValue('permissions', hasAll ? others : [...others, ...names])}
      >
        {hasAll ? t.untick : t.tick}
      </Button>
    </Group>
  );
}
