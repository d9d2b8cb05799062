/** Words of the practice's portal. */
export const practiceTexts = {
  home: 'Home',
  homeState: 'Patients, campaigns and results come here with a later release. Your account works already.',
} as const;
