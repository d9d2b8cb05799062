import type { RouteCall } from './route-call.ts';
import type { Party } from './parties.ts';

type Make = (party: Party) => RouteCall;

const none: Make = () => ({});
const posting: Make = ({ postingId }) => ({ params: { id: postingId } });
const ping: Make = ({ pingId }) => ({ params: { id: pingId } });

/** Calls of the logs, of the days and of what is on its way. */
export const LOG_CALLS: Readonly<Record<string, Make>> = {
  list_ping_log: none,
  get_ping_log_entry: ping,
  list_partner_ping_log: none,
  get_partner_ping_log_entry: ping,
  list_posting_log: none,
  get_posting_log_entry: posting,
  list_partner_posting_log: none,
  get_partner_posting_log_entry: posting,
  get_buyer_posting_log: none,
  get_buyer_posting_log_entry: posting,
  get_day: none,
  get_buyer_day: none,
  get_partner_day: none,
  list_deliveries: none,
  list_buyer_deliveries: none,
};
