import type { Route } from '../../core/gate/index.ts';
import { codeRoutes } from './code-routes.ts';
import { wordRoutes } from './word-routes.ts';

/** Routes of what may become of leads: codes of groups, and what contracts call them. */
export const outcomeRoutes = (): Route[] => [...codeRoutes(), ...wordRoutes()];
