export { buyersWithoutAgreement } from './domain/buyers-without-agreement.ts';
