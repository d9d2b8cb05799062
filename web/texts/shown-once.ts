/** Words around a secret that is shown once. */
export const shownOnceTexts = {
  notAgain: 'Copy it now. It is not shown again.',
} as const;
