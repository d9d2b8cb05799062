import type { Settings } from '../../../platform/config/index.ts';
import type { Target } from './handshake.ts';

export type Surface = Pick<Settings, 'host' | 'httpsPort' | 'publicUrl'>;

/** Where a server of these settings answers on this machine. */
export function localTarget({ host, httpsPort, publicUrl }: Surface): Target {
  return { host: reachable(host), port: httpsPort, expected: bareHost(publicUrl) };
}

/** Where the world finds it; undefined where that is the same door. */
export function publicTarget(surface: Surface): Target | undefined {
  const { hostname, port } = new URL(surface.publicUrl);
  const expected = bareHost(surface.publicUrl);
  const target = { host: expected, port: port === '' ? 443 : Number(port), expected };
  const isThisMachine = hostname === 'localhost' || expected === '::1' || expected.startsWith('127.');
  return isThisMachine && target.port === surface.httpsPort ? undefined : target;
}

/** An address to connect to, for one that may be a wildcard to listen on. */
export const reachable = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host);

const bareHost = (url: string): string => new URL(url).hostname.replace(/^\[(.+)\]$/, '$1');
