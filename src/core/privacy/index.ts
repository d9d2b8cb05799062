export { exportSubject, type Holding, purgeSubject } from './holding.ts';
