/** Regimes a vertical may stand under, the least demanding first. */
export const REGIMES = ['none', 'consumer_health', 'cms_tpmo', 'hipaa', 'sud_part2'] as const;

/** Whether a change would ask less of those who handle the data: that needs a sign-off. */
export const lowersRegime = (from: string, to: string): boolean =>
  REGIMES.findIndex((regime) => regime === to) < REGIMES.findIndex((regime) => regime === from);
