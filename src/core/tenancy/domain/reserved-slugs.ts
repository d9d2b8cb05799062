/** The slug of the tenant that the installation itself is, unless a customer had it before slugs were reserved. */
export const INSTALLATION_SLUG = 'installation';

/**
 * Slugs that no customer gets: what the installation itself is called at sign-in, where this server answers by its own
 * paths, and what a person would take for the installation in an address.
 */
const RESERVED: ReadonlySet<string> = new Set(
  [
    [INSTALLATION_SLUG, 'api', 'setup', 'reset', 'healthz', 'readyz', 'metrics', 'assets', 'static', 'docs', 'openapi'],
    ['admin', 'superadmin', 'root', 'system', 'account', 'auth', 'sso', 'careroute'],
    ['login', 'logout', 'signin', 'sign-in', 'signout', 'sign-out', 'signup', 'sign-up', 'password'],
    ['www', 'app', 'mail', 'smtp', 'localhost', 'status', 'security', 'well-known'],
  ].flat(),
);

/** Whether a slug, in lower case, is one that no customer gets. */
export const isReservedSlug = (slug: string): boolean => RESERVED.has(slug);

/** Why, and what to do: the same wherever somebody chooses one. */
export const RESERVED_SLUG = 'Is reserved for the installation itself. Choose another one.';
