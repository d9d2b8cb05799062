/**
 * What is wrong with an address that leads are to be delivered to, as a sentence; null if nothing. Whether it may be
 * reached is found out when it is used: names move.
 */
export function checkUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null) return 'Send a whole address, such as https://buyer.example.com/leads.';
  if (url.protocol !== 'https:') return 'Leads go over HTTPS only. Send an address that begins with https://.';
  if (url.username !== '' || url.password !== '')
    return 'Take user and password out of the address and send them as authCredentials.';
  if (url.hostname.endsWith('.')) return 'Take the dot at the end off the host name.';
  if (url.port === '0') return 'Port 0 cannot be connected to.';
  return url.hash === '' ? null : 'Take the part behind # out of the address: it is never sent.';
}

/** Whether two addresses lead to the same host and port: only then may credentials be kept. */
export const isSameOrigin = (one: string, other: string): boolean =>
  URL.parse(one)?.origin === URL.parse(other)?.origin;
