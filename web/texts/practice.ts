/** Words of the practice portal. */
export const practiceTexts = {
  home: 'Home',
  state: 'Careroute is ready for your team.',
  laterTitle: 'Patients come with a later release',
  laterText:
    'Lists of patients, campaigns, the inbox and results are not here yet. What works today: your team signs in, ' +
    'with second factors, and you say who may do what.',
  team: 'See your team',
  account: 'Your account and devices',
} as const;
