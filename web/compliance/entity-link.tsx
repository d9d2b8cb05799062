import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useActorNames } from '../people-access/use-actor-names.ts';
import { useNames } from '../frame/use-names.ts';
import { entityWords } from './action-words.ts';

const PAGES: Readonly<Record<string, string>> = {
  lead: '/admin/leads',
  user: '/admin/settings/users',
  buyer: '/admin/buyers',
  contract: '/admin/buyers/contracts',
  partner: '/admin/partners',
  campaign: '/admin/partners/campaigns',
  offer: '/admin/offers',
  vertical: '/admin/verticals',
};

const SHOWN = 8;
const shortId = (id: string): string => `…${id.slice(-SHOWN)}`;

/** What something is called: its name where it has one that is known, else the end of its id. */
function useEntityName(): (entity: string, id: string) => string {
  const actor = useActorNames().nameOf;
  const names: Readonly<Record<string, (id: string) => string>> = {
    buyer: useNames('buyers').nameOf,
    contract: useNames('contracts').nameOf,
    partner: useNames('partners').nameOf,
    campaign: useNames('campaigns').nameOf,
    offer: useNames('offers').nameOf,
    vertical: useNames('verticals').nameOf,
    user: actor,
    api_key: actor,
  };
  return (entity, id) => {
    const name = names[entity]?.(id) ?? id;
    return name === id ? shortId(id) : name;
  };
}

interface EntityLinkProps {
  readonly entity: string;
  readonly id: string;
}

/** One thing, with the way to its page where it has one. */
export function EntityLink({ entity, id }: EntityLinkProps) {
  const name = useEntityName()(entity, id);
  const page = PAGES[entity];
  if (page === undefined)
    return (
      <Text span inherit title={id}>
        {name}
      </Text>
    );
  return (
    <Anchor
      component={Link}
      to={`${page}/${id}`}
      fz="inherit"
      title={`${entityWords(entity)} ${id}`}
      onClick={(event) => event.stopPropagation()}
    >
      {name}
    </Anchor>
  );
}
