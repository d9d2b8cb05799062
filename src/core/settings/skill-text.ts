/** How a partner sends leads, for people and for programs that read instructions; `publicUrl` is where we are. */
export function partnerIntegrationText(publicUrl: string, campaignId: string | undefined): string {
  const campaign = campaignId ?? 'CAMPAIGN_ID';
  return `# Send leads to ${publicUrl}

You need the posting key of a campaign. It begins with \`lr_live_\`, was shown once when the campaign was made, and
opens nothing but posting. Keep it on your server: a browser or an app would give it away.

## 1. Ask what the campaign takes
\`GET ${publicUrl}/api/v1/campaigns/${campaign}/posting\` lists every field with its type and whether it is required.
Call it with a partner key or an admin key.

## 2. Post a lead
\`\`\`sh
curl ${publicUrl}/api/v1/leads/submit \\
  -H "Authorization: Bearer $POSTING_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: your-own-id-1" \\
  -d '{
    "campaignId": "${campaign}",
    "firstName": "Ada", "lastName": "Example",
    "email": "ada@example.com", "phone": "3125550142",
    "state": "IL", "zipCode": "60601",
    "tcpaConsent": true
  }'
\`\`\`
Give each lead an \`Idempotency-Key\` of your own: the same one again gets the first answer and makes no second lead.
Never put personal data into the address of a request, only into its body.

## 3. Read the answer
\`result\` is \`success\` (sold, with \`price\`), \`accepted\` (still under way), \`rejected\` (\`msg\` says why) or
\`duplicate\`. A 400 names every field that is wrong in \`error.details.fields\`: correct them and post again. For
\`accepted\`, ask later: \`GET ${publicUrl}/api/v1/leads/{leadId}/status\`.

## 4. When something fails
- 401: the key is unknown, revoked or expired. Ask for a new one.
- 429: wait as many seconds as the header \`Retry-After\` says.
- 5xx, or no answer: post the same body with the same \`Idempotency-Key\` again, after a pause that grows.

Set \`"isTest": true\` while you try it out.
`;
}

/** How staff brings a new kind of lead into service. */
export function verticalCampaignText(publicUrl: string): string {
  return `# Bring a new vertical into service at ${publicUrl}

Each step needs an admin key (\`Authorization: Bearer …\`) or the session of an admin, and gives the \`id\` that the
next one asks for.

1. **Vertical**: \`POST /api/v1/verticals\` with \`name\`, \`slug\` and the \`regime\` of law that its leads fall under.
   Add its own fields by \`POST /api/v1/verticals/{id}/custom-fields\`, each with its class of personal data.
2. **Buyer**: \`POST /api/v1/buyers\` with \`name\`.
3. **Contract**: \`POST /api/v1/contracts\` with \`buyerId\`, \`verticalId\`, \`price\`, the \`licensedFields\` that
   this buyer may have, and a delivery. The answer shows the signing secret once.
4. **Offer**: \`POST /api/v1/offers\` with \`name\`, \`verticalId\` and how to distribute; then link the contract by
   \`POST /api/v1/offers/{id}/contracts\`.
5. **Partner**: \`POST /api/v1/partners\` with \`name\`.
6. **Campaign**: \`POST /api/v1/campaigns\` with \`partnerId\`, \`verticalId\`, \`offerId\` and \`costPerLead\`. The
   answer shows the posting key once: give it to the partner.
7. **Try it**: post a lead with \`"isTest": true\` to \`POST /api/v1/leads/submit\`, then read
   \`GET /api/v1/leads/{id}/distributions\`: it says why each contract won or lost.
8. **Go live**: set the campaign active by \`PATCH /api/v1/campaigns/{id}\`.
`;
}
