/** Answers that wire contract §5 documents as lists with a pagination block. */
export const LISTS: ReadonlySet<string> = new Set(
  `list_verticals list_partners list_buyers list_campaigns list_partner_calls list_contracts list_offers
    list_offer_campaigns list_offer_contracts list_partner_offers list_leads list_lead_distributions
    list_lead_dispositions list_partner_leads list_people list_person_leads list_person_calls list_person_notes
    list_buyer_people list_partner_people list_calls list_ivr_configs list_email_templates list_transactions
    list_payouts list_refunds list_tracking_numbers list_offer_integrations list_compliance
    list_suppression_entries list_tenant_users list_all_users list_audit_logs list_vertical_groups
    list_vertical_group_dispositions list_intake_centers list_engagements list_buyer_engagements
    list_partner_engagements list_tenants`.split(/\s+/),
);

/** The keys that the wire contract (§3 to §5) gives of an answer's `data`: of the object, or of each of the list. */
export const KEYS: Readonly<Record<string, string>> = {
  list_leads: 'shortId firstName lastName email status createdAt',
  list_lead_distributions: 'rank contractName buyerName disposition price',
  list_buyers: 'name displayId status balance',
  list_partners: 'name displayId status email',
  list_contracts: 'name buyerName status price',
  list_campaigns: 'name partnerName status',
  list_offers: 'name distributionType distributionRule status',
  list_transactions: 'createdAt type entityType entityId amount description',
  list_people: 'firstName lastName email phone state',
  list_verticals: 'name fieldCount customFieldCount',
  get_campaign_posting_instructions:
    'postingUrl postingKey requiredFields verticalFields campaignFields customFields sampleBody',
  get_partner_campaign:
    'id displayId name specToken verticalId verticalName offerName offerId pricingModel costPerLead dailyCap ' +
    'weeklyCap monthlyCap status createdAt leadCount offerPayout postingKeyPrefix postingSpec',
  create_session: 'sessionKey sessionId expiresAt',
  get_lead_session:
    'sessionId campaignId data currentStep status primaryLeadId coregCount expiresAt createdAt updatedAt',
  get_current_user: 'id email role tenantId isOwner readOnly piiAccess buyerId partnerId firstName lastName',
  health_check: 'ok tenant',
  signup: 'tenantId userId autoApproved pendingApproval accountLinked authMethod',
  check_slug_availability: 'slug available',
  get_signup_config: 'enabled requireTerms termsUrl',
  delete_partner: 'success',
  regenerate_spec_token: 'specToken',
  get_public_campaign_specs: 'campaignName campaignDisplayId verticalName postingSpec',
  list_partner_offers: 'id name status verticalName',
  get_partner_offer: 'id name description status verticalName',
  request_offer_enrollment: 'id status',
  get_offer_filter_fields: 'name label type operators options',
  get_partner_offer_stats:
    'totalLeads soldLeads rejectedLeads returnedLeads pendingLeads totalCost totalCpaPayout conversionRate ' +
    'returnRate avgCostPerLead leadsToday leadsThisWeek leadsThisMonth',
  ping_lead: 'pingId expiresAt matchCount matches',
  post_lead: 'leadId pingId status payout matchCount',
  adjust_lead_payout: 'delta buyerTransactionId partnerTransactionId creditStatus',
  handle_postback: 'dispositionId cpaTriggered returnTriggered cpaReversed unmapped idempotent',
  handle_postback_post: 'dispositionId cpaTriggered returnTriggered cpaReversed unmapped idempotent',
  list_partner_person_offers: 'offerId offerName verticalName leadCount callCount totalCost latestAt',
  get_partner_person_timeline: 'type id date title detail offerName metadata',
  get_partner_me: 'partnerId partnerName role authType scopes endpoints',
  list_partner_api_keys: 'id name keyPrefix scopes status createdAt',
  create_partner_api_key: 'id name key keyPrefix scopes status',
  revoke_partner_api_key: 'success',
  get_signup_settings: 'enabled approvalMode requireTerms termsUrl',
  update_signup_settings: 'success',
  check_suppression: 'email phone',
  patch_tenant_user: 'success',
  delete_tenant_user: 'id status',
  patch_user: 'success',
  get_user_login_activity: 'id browser success ipAddress timestamp',
  create_contact: 'id type tags',
  delete_telephony_credential_by_query: 'id deleted',
  impersonate_tenant: 'id name slug',
  get_tenant_stats: 'tenantId totalLeads totalBuyers totalPartners totalUsers',
  approve_tenant: 'id status',
  reject_tenant: 'id status',
};

/** Answers without `data`. */
export const FLAT: ReadonlySet<string> = new Set(['get_partner_campaign_sync']);

/** Keys that §5 gives beside `data`, or in its place. */
export const BESIDE: Readonly<Record<string, string>> = {
  get_partner_campaign_sync: 'hash lastUpdated count',
  submit_lead: 'result leadId price msg',
};
