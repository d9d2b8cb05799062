/** Leads that were bought in advance, for one contract or for all of a buyer. */
export interface Pack {
  readonly packId: string;
  /** Null: for all contracts of the buyer. */
  readonly contractId: string | null;
  readonly leads: number;
  /** Of each lead: what a sale under the pack earns. */
  readonly priceCents: number;
}

/** What a contract may take of, in this order. */
export interface Prepaid {
  readonly packs: readonly Pack[];
  /** Once all are used up it gets no leads, or goes on at its own price. */
  readonly whenPackEmpty: 'refuse' | 'bill';
}

/** The pack that gives the next lead of a contract; undefined where it has none with anything left. */
export const packFor = ({ packs }: Prepaid, left: ReadonlyMap<string, number>): Pack | undefined =>
  packs.find(({ packId }) => (left.get(packId) ?? 0) > 0);

/** Whether a contract gets no lead because its packs are used up. One that never had any is not meant. */
export const isPackEmpty = (prepaid: Prepaid, left: ReadonlyMap<string, number>): boolean =>
  prepaid.packs.length > 0 && prepaid.whenPackEmpty === 'refuse' && packFor(prepaid, left) === undefined;

/** Who counts the leads of a pack, and is locked while they are counted: the contract, or the buyer. */
export const packOwners = ({
  packs,
  buyerId,
}: Pick<Prepaid, 'packs'> & { readonly buyerId: string }): readonly string[] =>
  packs.map(({ contractId }) => contractId ?? buyerId);
