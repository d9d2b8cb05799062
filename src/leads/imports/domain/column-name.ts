/** Names of fields have this form. A file without a header begins with a person instead, and rarely fits. */
const COLUMN = /^[A-Za-z_][\w .-]{0,127}$/;

/** Where the first name is, of a line that should hold names of columns, that cannot be one; -1 if all can. */
export const findOddName = (names: readonly string[]): number => names.findIndex((name) => !COLUMN.test(name));
