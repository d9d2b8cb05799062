/** Words about groups of verticals. */
export const groupTexts = {
  groups: 'Groups of verticals',
  groupsText: 'Verticals whose leads may be of the same person',
  newGroup: 'New group',
  newText: 'A vertical is of one group at most.',
  make: 'Make group',
  made: (name: string) => `${name} is made`,
  saved: 'The group is saved',
  none: 'No groups yet',
  noneText: 'Without a group, a lead of one vertical is never a duplicate of one of another.',
  search: 'Search',
  searchHint: 'Name',
  name: 'Name',
  verticals: 'Verticals',
  verticalsHint: 'One that is of another group leaves that one.',
  scope: 'Which earlier leads make a duplicate?',
  scopes: { group: 'Leads of all verticals of the group', vertical: 'Only leads of the same vertical' } as Readonly<
    Record<string, string>
  >,
  scopeHints: {
    group: 'The rules of each vertical say which fields and how many days count.',
    vertical: 'As if there were no group.',
  },
  remove: 'Delete group',
  removeEffect: 'Its verticals stay, and look for duplicates each by itself again.',
  removed: 'The group is deleted',
};
