export { enqueueOnceStatement, enqueueStatement } from './enqueue.ts';
export { installQueue, type Queue, type QueueEvents, type QueueOptions, startQueue } from './queue.ts';
export { FAILED_FOR_GOOD, retryFailed } from './retry-failed.ts';
