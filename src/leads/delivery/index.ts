export { createDelivery, type Delivery } from './create-delivery.ts';
export type { DeliveryDeps } from './prepare-sale.ts';
