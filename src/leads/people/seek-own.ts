import { actorOf, loadFieldView } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { readSearch, requireOpenSearch } from '../intake/index.ts';
import { saleFind, type SaleRow } from '../sales/index.ts';
import { ownPeopleWith, ownSalesWith, type Owning } from './own-store.ts';
import { seek, SEARCH_FORMAT } from './seek-person.ts';
import { type PeopleRouteDeps, type Seeing, showNames } from './show-people.ts';

/** Whom a search may find, and what was opened to be sure. */
export interface SoughtOwn {
  readonly personIds: readonly string[];
  readonly leadIds: readonly string[];
  readonly phiClasses: readonly string[];
}

/**
 * People of a party's own whom a text seeks, as staff seek theirs: by the id, or by the exact e-mail or phone of a lead
 * that is the party's. A buyer finds by what it was given alone, so a search tells it nothing that its sales do not.
 * Throws VALIDATION_ERROR.
 */
export async function seekOwn(
  { vault, tenancy }: PeopleRouteDeps,
  { owning, caller }: { readonly owning: Owning; readonly caller: Seeing['caller'] },
  value: string,
): Promise<SoughtOwn> {
  const { sought, by } = await seek(vault, caller, { field: 'search', value });
  // Short ids are read out among staff alone.
  if (by.number !== undefined) throw invalid([SEARCH_FORMAT]);
  if (by.personId !== undefined) return { personIds: [by.personId], leadIds: [], phiClasses: [] };
  const { tenantId } = caller;
  const own = { tenantId, actor: actorOf(caller) };
  const view = await tenancy.readTenant(own, (tx) => loadFieldView(tx, caller));
  requireOpenSearch(sought, view.accessTo);
  const { tokens = [] } = by;
  if (owning.kind === 'partner') {
    const { partnerId } = owning;
    const personIds = await tenancy.readTenant(systemContext(tenantId), (tx) => ownPeopleWith(tx, partnerId, tokens));
    return { personIds, leadIds: [], phiClasses: [] };
  }
  const { buyerId } = owning;
  const rows = await tenancy.readTenant(systemContext(tenantId), (tx) => ownSalesWith(tx, buyerId, tokens));
  const sales = await tenancy.readTenant(own, async (tx) => {
    const found: OwnSale[] = [];
    for (const { personId, rowId } of rows) {
      const sale = await saleFind(tx, rowId);
      if (sale) found.push({ personId, sale });
    }
    return found;
  });
  return keepGiven({ vault, caller, view }, sales, { sought, tokens });
}

interface OwnSale {
  readonly personId: string;
  readonly sale: SaleRow;
}

/** Of the sales of a buyer those that gave it the very e-mail or phone. */
async function keepGiven(
  seeing: Seeing,
  sales: readonly OwnSale[],
  { sought, tokens }: { readonly sought: 'id' | 'email' | 'phone'; readonly tokens: readonly Buffer[] },
): Promise<SoughtOwn> {
  const opened = await Promise.all(
    sales.map(async ({ personId, sale }) => {
      const { names, phiClasses } = await showNames(seeing, sale);
      const given = sought === 'phone' ? names.phone : names.email;
      const read =
        typeof given === 'string' ? await readSearch(seeing.vault, seeing.caller.tenantId, given) : undefined;
      const isSame = read?.by.tokens?.some((token) => tokens.some((one) => one.equals(token))) ?? false;
      return { personId, phiClasses, isSame };
    }),
  );
  const same = opened.filter(({ isSame }) => isSame);
  return {
    personIds: [...new Set(same.map(({ personId }) => personId))],
    leadIds: [...new Set(sales.map(({ sale }) => sale.leadId))],
    phiClasses: [...new Set(opened.flatMap(({ phiClasses }) => phiClasses))],
  };
}
