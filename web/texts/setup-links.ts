/** Words of links that open how to post to a campaign once. */
export const setupLinkTexts = {
  title: 'Setup links',
  text: 'Whoever builds the form reads from one how to post to this campaign: once, within 72 hours. No key is in it.',
  none: 'None yet',
  make: 'Make a setup link',
  makeEffect: 'Whoever has it reads how to post to this campaign, once. It can be ended before.',
  link: 'Setup link',
  linkText: 'Send it to who builds the form. Whoever opens it uses it up.',
  ends: 'It ends',
  columnMade: 'Made',
  columnState: 'State',
  columnEnds: 'Ends',
  columnActs: 'End it',
  end: 'End',
  endOne: 'End this setup link',
  endEffect: 'It opens nothing from then on.',
  ended: 'The setup link is ended',
} as const;
