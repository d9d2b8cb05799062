export { type AskDeps, type Asked, askBidders } from './request-bids.ts';
export { type Auction, buildAuction, type Priced } from './build-auction.ts';
export { type NewPing, type PingBid, pingBids, pingInsert, pingList, pingLock } from './ping-store.ts';
export { type PingMatch, pingOfClaim, type PingRow, pingUse } from './ping-store.ts';
export { sweepPings } from './sweep-pings.ts';
