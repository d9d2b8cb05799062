/** What others call the fields that every vertical has, without spaces and marks. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  birthdate: 'dateOfBirth',
  birthday: 'dateOfBirth',
  cell: 'phone',
  cellphone: 'phone',
  consent: 'tcpaConsent',
  dob: 'dateOfBirth',
  emailaddress: 'email',
  familyname: 'lastName',
  first: 'firstName',
  fname: 'firstName',
  forename: 'firstName',
  givenname: 'firstName',
  ip: 'ipAddress',
  last: 'lastName',
  lname: 'lastName',
  mail: 'email',
  mobile: 'phone',
  mobilephone: 'phone',
  phonenumber: 'phone',
  postalcode: 'zipCode',
  sex: 'gender',
  street: 'address',
  surname: 'lastName',
  telephone: 'phone',
  zip: 'zipCode',
};

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

export interface NamedField {
  readonly name: string;
  readonly label: string;
}

/** Which field each column seems to be by its name; each field for one column only. Null where nobody can tell. */
export function suggestFields(columns: readonly string[], fields: readonly NamedField[]): (string | null)[] {
  const byName = new Map<string, string>();
  for (const { name, label } of fields) {
    byName.set(bare(label), byName.get(bare(label)) ?? name);
  }
  for (const { name } of fields) byName.set(bare(name), name);
  for (const [other, name] of Object.entries(OTHER_NAMES)) {
    if (!byName.has(other) && fields.some((field) => field.name === name)) byName.set(other, name);
  }
  const taken = new Set<string>();
  return columns.map((column) => {
    const name = byName.get(bare(column.replace(/^custom\./, '')));
    if (name === undefined || taken.has(name)) return null;
    taken.add(name);
    return name;
  });
}
