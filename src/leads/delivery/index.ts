export { createDelivery, type Delivery } from './create-delivery.ts';
export { type Repriced, repriceSale } from './reprice-sale.ts';
export { returnSales } from './return-sale.ts';
export type { DeliveryDeps } from './prepare-sale.ts';
