import { useRenew } from '../frame/use-renew.ts';
import { useGo } from '../frame/use-go.ts';
import { roleTexts as t } from '../texts/permissions.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { useBaseRoles } from './base-roles.ts';
import { RoleForm, type RoleValues } from './role-form.tsx';
import { makeRole } from './save-role.ts';

const ABOVE = { title: t.roles, href: '/admin/settings/roles' };
const BLANK: RoleValues = { name: '', baseRole: '', permissions: [] };

/** Makes a role of the organization's own. */
export default function NewRolePage() {
  const renew = useRenew();
  const go = useGo();
  return (
    <Page title={t.newRole} state={t.newState} above={ABOVE}>
      <Loaded query={useBaseRoles()}>
        {(bases) => (
          <RoleForm
            bases={bases}
            values={BLANK}
            isNew
            label={t.makeRole}
            save={(values) => makeRole(values, bases.always)}
            onSaved={() => {
              tellDone(t.made);
              renew('roles');
              go(ABOVE.href);
            }}
            onCancel={() => go(ABOVE.href)}
          />
        )}
      </Loaded>
    </Page>
  );
}
