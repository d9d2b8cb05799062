export { createOutbound } from './create-outbound.ts';
export type {
  NotSentReason,
  Outbound,
  OutboundDeps,
  OutboundPolicy,
  OutboundRequest,
  OutboundResult,
  UncertainReason,
} from './contract.ts';
export { newWebhookSecret, signWebhook } from './webhook-signature.ts';
export type { WebhookHeaders, WebhookMessage } from './webhook-signature.ts';
