/** Words about the fields that leads have. */
export const fieldTexts = {
  classes: { identity: 'Identity', contact: 'Contact', health: 'Health data', other: 'Neither personal nor health' },
  classHints: {
    identity: 'Says who somebody is: a name, a date of birth. Masked, and revealed only for a reason.',
    contact: 'Says how to reach somebody: a phone number, an address. Masked, and revealed only for a reason.',
    health: 'Says something of somebody’s health, insurance or treatment. Guarded most; choose this if in doubt.',
    other: 'Says nothing of a person, such as the name of a landing page.',
  },
  types: {
    text: 'Text',
    number: 'Number',
    boolean: 'Yes or no',
    date: 'Day',
    select: 'One of a list',
    email: 'E-mail address',
    phone: 'Phone number',
    url: 'Web address',
  },
  columnName: 'Name in posts',
  columnLabel: 'Label',
  columnType: 'Type',
  columnRequired: 'Required',
  columnClass: 'Class',
  columnOptions: 'Choices',
  required: 'Required',
  optional: 'Optional',
  noFields: 'No fields',
} as const;
