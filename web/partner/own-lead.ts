/** The page of a lead that the partner posted, by either of its ids. */
export const leadHref = (leadId: string): string => `/partner/leads/${leadId}`;
