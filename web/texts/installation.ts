/** Words of the installation's portal. */
export const installationTexts = {
  home: 'Installation',
  homeState: 'The tenants of this installation are ruled by the API and the command line so far.',
} as const;
