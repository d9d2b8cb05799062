import { usePerson } from '../frame/session.tsx';
import { installationTexts as t } from '../texts/installation.ts';
import { RowAct } from '../ui/form/row-act.tsx';
import { switchPerson } from './person-bulk-acts.ts';
import type { TenantPerson } from './tenant-types.ts';
import { useTenantChanged } from './use-tenant-changed.ts';

/** Switches an account on or off: all that the installation decides about people of organizations. */
export function SwitchPerson({ person: { id, status } }: { readonly person: TenantPerson }) {
  const changed = useTenantChanged();
  const me = usePerson();
  if (status === 'invited' || id === me.id) return '–';
  const isOff = status === 'inactive';
  return (
    <RowAct
      label={isOff ? t.switchOn : t.switchOff}
      about={isOff ? t.switchOn : t.switchOff}
      effect={isOff ? t.switchOnEffect : t.switchOffEffect}
      act={() => switchPerson(id, isOff ? 'active' : 'inactive')}
      onDone={() => changed(isOff ? t.switchedOn : t.switchedOff)}
    />
  );
}
