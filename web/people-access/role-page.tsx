import { Group, List, Stack, Text } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { usePageParam } from '../frame/page-param.ts';
import { PageMissing } from '../frame/page-states.tsx';
import { useMay } from '../frame/session.tsx';
import { useGo } from '../frame/use-go.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { roleTexts as t } from '../texts/permissions.ts';
import { ConfirmAct } from '../ui/form/confirm-act.tsx';
import { EditableSection } from '../ui/form/editable-section.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { roleName } from '../ui/words.ts';
import { type BaseRoles, permissionWords, useBaseRoles } from './base-roles.ts';
import { RoleForm } from './role-form.tsx';
import { changeRole } from './save-role.ts';
import type { RoleName } from './user-types.ts';
import { type OwnRole, useOwnRoles } from './use-own-roles.ts';

const ABOVE = { title: t.roles, href: '/admin/settings/roles' };

/** One role of the organization's own: what it leaves of the role that it is made of. */
export default function RolePage() {
  const roleId = usePageParam('roleId');
  const bases = useBaseRoles();
  return (
    <Loaded query={useOwnRoles()}>
      {(roles) => {
        const role = roles.find(({ id }) => id === roleId);
        if (!role) return <PageMissing />;
        return <Loaded query={bases}>{(loaded) => <Role role={role} bases={loaded} />}</Loaded>;
      }}
    </Loaded>
  );
}

interface RoleProps {
  readonly role: OwnRole;
  readonly bases: BaseRoles;
}

function Role({ role, bases }: RoleProps) {
  const may = useMay();
  const renew = useRenew();
  const saved = (): void => {
    tellDone(furnitureTexts.saved);
    renew('roles');
  };
  return (
    <Page title={role.name} state={t.baseOf(roleName(role.baseRole))} above={ABOVE}>
      <EditableSection
        title={t.editTitle}
        canEdit={may('roles:write')}
        form={(close) => (
          <RoleForm
            bases={bases}
            values={{ name: role.name, baseRole: role.baseRole as RoleName, permissions: role.permissions }}
            isNew={false}
            save={(values) => changeRole(role.id, values, bases.always)}
            onSaved={() => {
              saved();
              close();
            }}
            onCancel={close}
          />
        )}
      >
        <Kept role={role} bases={bases} />
      </EditableSection>
      {may('roles:write') ? <RemoveRole role={role} /> : null}
    </Page>
  );
}

function Kept({ role: { baseRole, permissions }, bases }: RoleProps) {
  const gone = bases.of(baseRole).filter((name) => !permissions.includes(name));
  return (
    <Stack gap="xs">
      <Text fw={500}>{t.taken}</Text>
      {gone.length === 0 ? (
        <Text c="dimmed">{t.nothing}</Text>
      ) : (
        <List>
          {gone.map((name) => (
            <List.Item key={name}>{permissionWords(name)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function RemoveRole({ role: { id, name, people } }: { readonly role: OwnRole }) {
  const renew = useRenew();
  const go = useGo();
  return (
    <Section>
      <Group justify="space-between">
        <Text>{people > 0 ? t.removeBlocked(people) : t.removeEffect}</Text>
        <ConfirmAct
          label={t.remove}
          effect={t.removeEffect}
          name={name}
          disabled={people > 0}
          act={() => answerOf(api.DELETE('/api/v1/roles/{roleId}', { params: { path: { roleId: id } } }))}
          onDone={() => {
            tellDone(t.removed);
            renew('roles');
            go(ABOVE.href);
          }}
        />
      </Group>
    </Section>
  );
}
