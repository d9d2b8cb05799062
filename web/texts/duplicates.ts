/** Words about when somebody comes again. */
export const duplicateTexts = {
  title: 'When is a lead a duplicate?',
  fields: 'Compared fields',
  fieldsHint: 'Empty: no lead is a duplicate. A field that is empty in a lead is like no other.',
  match: 'A duplicate is alike in',
  matches: { any: 'Any of these fields', all: 'All of these fields' },
  matchHints: {
    any: 'One field alike is enough.',
    all: 'All on the same earlier lead. A lead that lacks one of them is none.',
  },
  windowDays: 'Within so many days',
  windowHint: 'From 0 to 365, since the earlier lead came. 0: no lead is a duplicate.',
  days: (count: number) => `${count} days`,
  soldOnly: 'Only earlier leads that a buyer has kept',
  soldOnlyHint: 'Then leads that were given back do not count. Those that nobody bought never do.',

  ofOffer: 'When is a lead of this offer a duplicate?',
  offerRule: 'Duplicates',
  offerRules: { vertical: 'As the vertical says', off: 'None: every lead is new' },
  offerWindowHint: 'Empty: as the vertical has it. From 0 to 365.',
  among: 'Compared with',
  amongs: { vertical: 'Leads of the whole vertical, from all partners', offer: 'Leads of this offer alone' },
  asVertical: 'As the vertical',

  ofBuyer: 'May it get the same person twice?',
  ofBuyerText: 'Earlier sales under any of its contracts count, also those it gave back.',
  buyerEnabled: 'Spare it people whom it has bought before',
  buyerFieldsHint: 'One of them alike is enough.',
  buyerWindowHint: 'From 0 to 365, since the earlier sale.',
  buyerSpared: (days: number) => `Not within ${days} days`,
  buyerNotSpared: 'May come again',

  ofContract: 'May its buyer get the same person twice?',
  contractRule: 'People whom the buyer has bought before',
  contractRules: { buyer: 'As the buyer says', on: 'Not again', off: 'Again, whatever the buyer says' },
  contractWindowHint: 'Empty: as the buyer has it. From 0 to 365.',
} as const;
