export { buyersWithoutAgreement } from './domain/buyers-without-agreement.ts';
export { needsAgreement } from './domain/needs-agreement.ts';
