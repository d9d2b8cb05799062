export { defineJob, type Job, type JobPayload, type JobSpec, SYSTEM_ACTOR_ID, systemContext } from './define-job.ts';
export { defineRoute, type Route, type RouteRequest, type RouteResult } from './define-route.ts';
export { type GateDeps, mountRoutes } from './mount.ts';
export { idSchema, list, listAnswer, nullable, one, type Page, pageOf, pageQuery } from './wire.ts';
