import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { type Adjust, type Adjusted, adjustPrice } from './adjust-price.ts';
import { addNote } from './add-note.ts';
import { type Disposed, disposeSale, type Disposing } from './dispose-sale.ts';
import { type ActedOn, routeByHand, type Wanted } from './route-by-hand.ts';
import { type TakeBack, takeBack, type TakenBack } from './return-lead.ts';
import type { Act, ActDeps } from './take-lead.ts';

/** What people do with single leads by hand, each with its author in the trail. */
export interface Acts {
  route(act: Act, wanted: Wanted): Promise<ActedOn>;
  takeBack(act: TakeBack): Promise<TakenBack>;
  adjust(act: Adjust): Promise<Adjusted>;
  dispose(said: Disposing): Promise<Disposed>;
  /** Gives the id of the note; the trail names the person too, if it is of one. Throws CONFLICT for an erased lead. */
  note(act: Act, text: string, personId?: string): Promise<{ readonly noteId: string; readonly at: Date }>;
}

/** What the routes of this room work with. */
export interface ActRouteDeps {
  readonly acts: Acts;
  readonly vault: Vault;
  readonly tenancy: Tenancy;
}

export function createActs(deps: ActDeps): Acts {
  return {
    route: (act, wanted) => routeByHand(deps, act, wanted),
    takeBack: (act) => takeBack(deps, act),
    adjust: (act) => adjustPrice(deps, act),
    dispose: (said) => disposeSale(deps, said),
    note: (act, text, personId) => addNote(deps, act, text, personId),
  };
}
