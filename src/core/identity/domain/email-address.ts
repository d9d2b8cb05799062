const SHAPE = /^[^\s\p{Cc}@,;:<>()"\\[\]]{1,64}@(?=.{3,190}$)[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** An address as accounts are looked up by it: NFKC and lower case; undefined for what is no address. */
export function emailKey(text: string): string | undefined {
  const email = text.trim().normalize('NFKC').toLowerCase();
  return email.length <= 254 && SHAPE.test(email) ? email : undefined;
}
