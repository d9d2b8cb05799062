export { createDelivery, type Delivery } from './create-delivery.ts';
export type { DeliveryDeps } from './send-sale.ts';
