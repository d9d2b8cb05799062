/** Words about what is kept of each price. */
export const offerMarginTexts = {
  title: 'What is kept of each sale?',
  margin: 'Margin',
  kinds: { none: 'As the campaigns pay', same: 'The same of every price', bands: 'By price' },
  kindHints: {
    none: 'The partner gets what its campaign says, and the rest is kept.',
    same: 'So much is kept, and the rest is the partner’s, whatever its campaign says.',
    bands:
      'What is kept depends on the price. The highest band that a price reaches counts; below all, nothing is kept.',
  },
  keep: 'Keep',
  keepHint: 'An amount such as 5.00, or a share such as 20%',
  keepWrong: 'Write an amount such as 5.00, or a share from 0% to 100%, with at most two decimals.',
  bands: 'Bands',
  bandNumber: (number: number) => `Band ${number}`,
  from: 'From a price of',
  addBand: 'Add a band',
  removeBand: (number: number) => `Remove band ${number}`,
  bandNeeded: 'Add at least one band.',
  bandTwice: 'Two bands begin at the same price. Keep one.',
  minMargin: 'Least margin',
  minMarginHint: 'A contract that would leave less than this does not get the lead. Empty: no least.',
  band: (from: string, keep: string) => `from ${from}: ${keep}`,
};
