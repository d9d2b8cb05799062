export type { Notice, NoticeSource } from './notice.ts';
