import ipaddr from 'ipaddr.js';
import { ok, type Result } from '../../kernel/result.ts';
import { type Problem, type Reader, refuse } from './setting.ts';

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

const FORM = 'Give networks in CIDR form, separated by commas, such as 10.20.0.0/16, 2001:db8:1::/48.';
/** 0.0.0.0 and :: reach the machine itself when connected to, so they count as loopback. */
const LOOPBACK = ['127.0.0.0/8', '0.0.0.0/8', '::1/128', '::/128'].map(network);
/** Where clouds serve credentials of the machine; nothing a lead may be sent to. */
const LINK_LOCAL = ['169.254.0.0/16', 'fe80::/10'].map(network);
/** IPv4 in the clothes of IPv6: the rules above would not see it. */
const MAPPED = network('::ffff:0:0/96');

/** The networks of the machine itself, which the demo's simulators listen on. */
export const LOOPBACK_NETWORKS: readonly string[] = ['127.0.0.0/8', '::1/128'];

/** Proxies whose forwarding headers are believed. */
export const proxyNetworks: Reader<readonly string[]> = (text) => networks(text, () => undefined);

/** Private networks that deliveries may reach all the same. Loopback only in the demo, link-local never. */
export const outboundNetworks: Reader<readonly string[]> = (text, context) =>
  networks(text, (candidate) => {
    if (LINK_LOCAL.some((forbidden) => overlap(candidate, forbidden)))
      return { rule: 'unsafe', message: 'Link-local networks are where clouds keep credentials. Leave them out.' };
    if (!context.demo && LOOPBACK.some((forbidden) => overlap(candidate, forbidden)))
      return { rule: 'unsafe', message: 'Only the demo may deliver to loopback. Leave 127.0.0.0/8 and ::1 out.' };
    if (overlap(candidate, MAPPED)) return { rule: 'unsafe', message: 'Write IPv4 networks as IPv4, not inside IPv6.' };
    return undefined;
  });

/** Whether the host of a URL is this machine: a loopback address or `localhost`. Brackets of IPv6 are allowed. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[(.+)\]$/, '$1').toLowerCase();
  if (bare === 'localhost') return true;
  // Only plain spellings: ipaddr.js also reads 0177.1, which other parsers read otherwise.
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return false;
  return ipaddr.process(bare).range() === 'loopback';
}

type Objection = (candidate: Network) => Problem | undefined;

function networks(text: string, objection: Objection): Result<readonly string[], Problem> {
  const found: string[] = [];
  for (const part of text.split(/[\s,]+/).filter((item) => item !== '')) {
    const spelled = part.includes('/') ? part : `${part}/${part.includes(':') ? 128 : 32}`;
    if (!isPlainCidr(spelled)) return refuse('wrong_form', FORM);
    const candidate = network(spelled);
    if (candidate[1] === 0) return refuse('unsafe', 'That would be every address. Name the networks you mean.');
    if (candidate[0].toString() !== firstAddress(spelled))
      return refuse('wrong_form', 'An address has bits beyond its prefix. Give the first address of the network.');
    const problem = objection(candidate);
    if (problem) return refuse(problem.rule, problem.message);
    found.push(`${candidate[0].toString()}/${candidate[1]}`);
  }
  return found.length === 0 ? refuse('wrong_form', FORM) : ok(found);
}

function isPlainCidr(text: string): boolean {
  return text.includes(':') ? ipaddr.IPv6.isValidCIDR(text) : ipaddr.IPv4.isValidCIDRFourPartDecimal(text);
}

function network(text: string): Network {
  return ipaddr.parseCIDR(text);
}

function firstAddress(text: string): string {
  const family = text.includes(':') ? ipaddr.IPv6 : ipaddr.IPv4;
  return family.networkAddressFromCIDR(text).toString();
}

/** Two networks overlap when the shorter prefix holds the other's first address. */
function overlap(one: Network, other: Network): boolean {
  if (one[0].kind() !== other[0].kind()) return false;
  const bits = Math.min(one[1], other[1]);
  return one[0].match(other[0], bits);
}
