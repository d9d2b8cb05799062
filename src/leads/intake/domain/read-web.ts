import { ABSENT, read, type Reading, refuse, textOf, tooLong } from './reading.ts';

const MAX_URL_LENGTH = 2048;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const IPV6_CHARACTERS = /^[0-9a-f:.]{2,45}$/i;

/** An absolute http or https address, kept as written but for outer white space. */
export function readUrl(raw: unknown): Reading {
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.trim();
  if (text === '') return ABSENT;
  const long = tooLong(text, MAX_URL_LENGTH);
  if (long !== null) return long;
  const sound = /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
  return sound ? read(text) : refuse('not_a_url', 'Send an absolute address that begins with https:// or http://.');
}

/** An IP address of version 4 or 6, without zone or port. */
export function readIp(raw: unknown): Reading {
  if (typeof raw !== 'string') return refuse('wrong_type', 'Send an IP address as text.');
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.trim();
  if (text === '') return ABSENT;
  const sound = IPV4.test(text) || (IPV6_CHARACTERS.test(text) && URL.canParse(`http://[${text}]/`));
  return sound ? read(text.toLowerCase()) : refuse('not_an_ip', 'Send an IPv4 or IPv6 address without a port.');
}
