/** Words about whether leads can be sold now. */
export const readinessTexts = {
  title: 'Can it sell now?',
  yes: 'Yes: a lead that fits would be sold now',
  no: 'No: nothing can be sold through this offer now',
  contracts: 'Contracts',
  campaigns: 'Campaigns',
  can: 'Can win leads',
  cannot: 'Cannot win leads',
  sends: 'Sends leads',
  doesNot: 'Does not send leads',
  sentence: (can: number, total: number) =>
    total === 0 ? 'There are no contracts yet' : `${can} of ${total} contracts can sell now`,
} as const;
