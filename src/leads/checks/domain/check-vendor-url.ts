/**
 * What is wrong with the address of a vendor, as a sentence; null if nothing. Whether it may be reached is found out
 * when it is asked: names move.
 */
export function checkVendorUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null) return 'Send a whole address, such as https://check.example.com/v1.';
  if (url.protocol !== 'https:') return 'Vendors are asked over HTTPS only. Send an address that begins with https://.';
  if (url.username !== '' || url.password !== '') return 'Take user and password out of the address. Send a secret.';
  if (url.hostname.endsWith('.')) return 'Take the dot at the end off the host name.';
  if (url.port === '0') return 'Port 0 cannot be connected to.';
  return url.hash === '' ? null : 'Take the part behind # out of the address: it is never sent.';
}
