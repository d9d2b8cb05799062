export {
  campaignListOfOffer,
  campaignLockByRef,
  campaignMoveToOffer,
  type CampaignRow,
  campaignsUnlink,
  partnerOfCampaign,
} from './campaign-store.ts';
export { fieldsOfTenant, fieldsOfVertical } from './field-store.ts';
export { type CampaignForIntake, campaignsForIntake } from './intake-store.ts';
export { partnerEmail } from './partner-store.ts';
