import type { DeliveryAuth } from './store.ts';

/** The header by which a buyer's endpoint knows us; none where it asks for none. */
export function authorisation(auth: DeliveryAuth | undefined): Record<string, string> {
  switch (auth?.type) {
    case 'basic':
      return { authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` };
    case 'bearer':
      return { authorization: `Bearer ${auth.token}` };
    case 'api_key':
      return { [auth.headerName.toLowerCase()]: auth.token };
    default:
      return {};
  }
}
