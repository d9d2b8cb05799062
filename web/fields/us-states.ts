/** The states, districts, territories and military posts that a ZIP code may lie in, by their two letters. */
const NAMES =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|' +
  'DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|' +
  'KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|' +
  'MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|' +
  'NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|' +
  'SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|' +
  'WV West Virginia|WI Wisconsin|WY Wyoming|AS American Samoa|GU Guam|MP Northern Mariana Islands|PR Puerto Rico|' +
  'VI US Virgin Islands|FM Micronesia|MH Marshall Islands|PW Palau|AA Armed Forces Americas|' +
  'AE Armed Forces Europe|AP Armed Forces Pacific';

export const US_STATES: readonly { readonly value: string; readonly label: string }[] = NAMES.split('|').map(
  (entry) => ({
    value: entry.slice(0, 2),
    label: `${entry.slice(3)} (${entry.slice(0, 2)})`,
  }),
);
