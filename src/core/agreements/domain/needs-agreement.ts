const REGIMES_THAT_NEED_ONE: ReadonlySet<string> = new Set(['hipaa', 'sud_part2']);

/**
 * Whether who handles data under this regime for a tenant needs a business associate agreement (45 CFR 164.502(e),
 * 164.504(e)).
 */
export const needsAgreement = (regime: string): boolean => REGIMES_THAT_NEED_ONE.has(regime);
