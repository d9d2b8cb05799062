export { broughtBuyers, broughtFind, broughtNote } from './brought-store.ts';
export {
  campaignListOfOffer,
  campaignLockByRef,
  campaignMoveToOffer,
  campaignRecords,
  campaignRegime,
  type CampaignRow,
  campaignsUnlink,
  partnerOfCampaign,
} from './campaign-store.ts';
export { campaignsOfOffer, cascadeDisable, cascadeList, cascadeRestore } from './cascade-store.ts';
export { campaignBlocks, type CampaignBlock } from './domain/campaign-blocks.ts';
export { originsOfCampaigns } from './check-origin.ts';
export { sampleValue } from './domain/sample-value.ts';
export { refuseUnknownFields } from './check-fields.ts';
export { fieldsOfTenant, fieldsOfVertical } from './field-store.ts';
export { type CampaignForIntake, campaignsForIntake } from './intake-store.ts';
export { partnerEmail } from './partner-store.ts';
export { type VerticalRow, verticalsOf } from './vertical-store.ts';
