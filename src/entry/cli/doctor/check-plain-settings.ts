import type { Settings } from '../../../platform/config/index.ts';
import { fine, type Finding, warning } from './finding.ts';

/** Private networks that deliveries may reach. */
export function checkOutbound({ outbound }: Pick<Settings, 'outbound'>): Finding[] {
  if (outbound.allow.length === 0) return [fine('Deliveries reach public addresses only.')];
  return [
    warning(
      `Deliveries may reach ${outbound.allow.join(', ')}.`,
      'See that nothing there answers to a POST it should not get; ' +
        'leave CAREROUTE_OUTBOUND_ALLOW empty if no buyer is inside.',
    ),
  ];
}

/** Where mail goes. */
export function checkMail({ mail, dataDir }: Pick<Settings, 'mail' | 'dataDir'>): Finding[] {
  if (mail.smtpUrl) return [fine('Mail goes to the server of CAREROUTE_SMTP_URL.')];
  return [
    warning(
      `No mail server is set: mail is written to ${dataDir}/outbox and reaches nobody.`,
      'Set CAREROUTE_SMTP_URL and CAREROUTE_MAIL_FROM.',
    ),
  ];
}
