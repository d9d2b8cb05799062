export { hmacSha256 } from './hmac-sha256.ts';
