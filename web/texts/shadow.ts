/** Words about campaigns in shadow. */
export const shadowTexts = {
  label: 'Only decide, and compare with another system (shadow)',
  hint: 'Nothing is delivered, reserved, counted or charged. Posts may bring the other answer along as shadowAnswer.',
  title: 'In shadow',
  text: 'How far it would have done as the other system did. Repeats, tests and unreadable posts do not count.',
  figures: {
    posts: 'Posts',
    compared: 'Compared',
    agreed: 'Agreed',
    agreement: 'Agreement',
  },
  percent: (value: number | null) => (value === null ? 'Nothing to compare yet' : `${value} %`),
  differing: 'Posts that differ',
  noneDiffer: 'No differences',
  noneDifferText: 'Both systems answered alike to every post that brought an answer.',
  columns: {
    at: 'When',
    lead: 'Lead',
    differs: 'Differs in',
    theirs: 'The other system',
    ours: 'Here',
  },
  noLead: 'No lead',
  differences: { status: 'result', buyer: 'buyer', price: 'price', payout: 'payout' } as Readonly<
    Record<string, string>
  >,
  paid: (amount: string) => `pays ${amount}`,
  earned: (amount: string) => `partner earns ${amount}`,
};
