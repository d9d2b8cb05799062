/** Words of contracts that bid for each lead. */
export const bidTexts = {
  bids: 'Does it bid for each lead?',
  bidsText: 'A contract that bids is asked what it would pay before a lead is sold; it is told state and ZIP code.',
  model: 'It buys',
  models: { fixed: 'At its price', ping_post: 'At what it bids for each lead' },
  pingUrl: 'Address for bids',
  pingUrlHint: 'Begins with https://. Without one the contract stays in setup.',
  pingTimeout: 'Milliseconds it may take to bid',
  pingTimeoutHint: 'From 100 to 60000; the campaign may allow less',
  floor: 'Least bid',
  floorHint: 'A bid of less is none.',
} as const;
