import type { Caller, Permission } from '../access/index.ts';
import type { TenantReader } from '../tenancy/index.ts';

/** Something with a next step that awaits a person. It names things by their ids and holds nothing personal. */
export interface Notice {
  /** What it is, such as `approval_waiting`. */
  readonly kind: string;
  /** What it is about; null where it is about several things. */
  readonly subjectId: string | null;
  /** How much of it there is: leads in a file, sales that wait. */
  readonly count: number;
  readonly at: Date;
  /** Until when something can be done about it; null for as long as it lasts. */
  readonly until: Date | null;
}

/** What a room knows of that awaits people. */
export interface NoticeSource {
  /** Who without it could take no step hears nothing. */
  readonly permission: Permission;
  /** Whether the next step changes something, so that it is none for who may only read. */
  readonly changes: boolean;
  find(tx: TenantReader, asked: { readonly caller: Caller; readonly now: Date }): Promise<readonly Notice[]>;
}
