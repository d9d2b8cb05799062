const SECRET = /password|passphrase|passcode|secret|token|apikey|privatekey|credential/;

/** Whether a name says that what stands under it opens something: `smtpPassword`, `api_key`, `Auth-Token`. */
const saysSecret = (name: string): boolean => SECRET.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));

/**
 * Paths of the texts in a value that stand under a name of a secret, such as `smtp.password`. Numbers and truth values
 * open nothing: `passwordMinLength: 12` is a rule and no password.
 */
export function secretPaths(name: string, value: unknown): string[] {
  return pathsIn([name], value, saysSecret(name));
}

function pathsIn(path: readonly string[], value: unknown, isSecret: boolean): string[] {
  if (typeof value === 'string') return isSecret && value !== '' ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn([...path, key], inner, isSecret || saysSecret(key)));
}
