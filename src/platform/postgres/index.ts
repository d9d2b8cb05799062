export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  openPool,
  type Session,
  type Statement,
} from './database.ts';
export { type EmbeddedPlace, embeddedPlace } from './embedded-place.ts';
export { clusterAddress, type ClusterOptions, type EmbeddedCluster, startCluster } from './embedded-cluster.ts';
export { migrate, type MigrationPlan, pendingMigrations, type RoleSpec } from './migrate.ts';
export { type Violation, violationOf } from './violation.ts';
export { loginOf, scramVerifier } from './scram-verifier.ts';
