/** What one call of a route needs: ids in its path, and a body that it takes. */
export interface RouteCall {
  readonly params?: Readonly<Record<string, string>>;
  /** As it stands after the `?`. */
  readonly query?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}
