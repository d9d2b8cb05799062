/** Words of the page that finds people. */
export const peopleTexts = {
  title: 'People',
  state: 'Find somebody by an exact e-mail address or phone number. What you search for is not kept in any address.',
  by: 'Search by',
  email: 'E-mail address',
  phone: 'Phone number',
  find: 'Find',
  nobody: 'Nobody was found',
  nobodyText: 'Only whole addresses and numbers are found, as they are kept sealed. Check the spelling.',
  found: (count: number) => (count === 1 ? '1 lead of this person' : `${count} leads of this person`),
  start: 'Nothing is listed here by itself: people are shown only to somebody with a reason to look for them.',
} as const;
