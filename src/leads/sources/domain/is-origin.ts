/** Whether a text is an origin exactly as browsers write it: https, or http on the own machine. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return origin === text && !hostname.includes('*') && (protocol === 'https:' || (protocol === 'http:' && isLocal));
}
