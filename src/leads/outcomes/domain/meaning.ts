/** One of the things that may become of a lead, as a group of verticals has it. */
export interface Code {
  readonly id: string;
  readonly label: string;
  /** What buyers say for it, unless their contract has a word of its own. */
  readonly slug: string;
  readonly category: 'working' | 'converted' | 'rejected' | 'returned';
  readonly triggersReturn: boolean;
  readonly returnReason: string | null;
  readonly isActive: boolean;
}

/** What the buyer of a contract calls a code. */
export interface Word {
  readonly externalCode: string;
  readonly externalLabel: string | null;
  /** Null: the word stands for no code. */
  readonly codeId: string | null;
  /** Null: as the code says. */
  readonly triggersReturn: boolean | null;
  readonly returnReason: string | null;
  readonly isActive: boolean;
}

/** All that gives words a meaning under a contract. */
export interface Glossary {
  /** Of the group of the contract's vertical. */
  readonly codes: readonly Code[];
  /** The contract's. */
  readonly words: readonly Word[];
  /** Words that return a lead by the contract's terms, whatever else they mean. */
  readonly returnWords: readonly string[];
}

/** What a word means under a contract. */
export interface Meaning {
  /** Who knows the word; null: nobody does. */
  readonly source: 'contract' | 'group' | 'terms' | null;
  readonly word: Word | undefined;
  readonly code: Code | undefined;
  readonly triggersReturn: boolean;
  /** Why the code or the contract's word returns it; null where neither says so. */
  readonly returnReason: string | null;
}

/**
 * What a word means: what the contract says of it, else what the group does; whether it returns the lead, by the
 * contract's word, else by the code it stands for, and by the contract's return words in any case. What is not active
 * means nothing, and neither does a code that is not of the group.
 */
export function meaningOf(said: string, { codes, words, returnWords }: Glossary): Meaning {
  const word = words.find(({ externalCode, isActive }) => isActive && externalCode === said);
  const code = codes.find(({ id, slug, isActive }) => isActive && (word ? id === word.codeId : slug === said));
  const asked = word?.triggersReturn ?? code?.triggersReturn ?? false;
  const isReturnWord = returnWords.includes(said);
  return {
    source: word ? 'contract' : code ? 'group' : isReturnWord ? 'terms' : null,
    word,
    code,
    triggersReturn: asked || isReturnWord,
    returnReason: asked ? (word?.returnReason ?? code?.returnReason ?? null) : null,
  };
}

/** Every word that means something, each once: the contract's, then the group's, then the return words. */
export function knownWords({ codes, words, returnWords }: Glossary): string[] {
  const active = <T extends { readonly isActive: boolean }>(rows: readonly T[]): T[] =>
    rows.filter(({ isActive }) => isActive);
  return [
    ...new Set([
      ...active(words).map(({ externalCode }) => externalCode),
      ...active(codes).map(({ slug }) => slug),
      ...returnWords,
    ]),
  ];
}
