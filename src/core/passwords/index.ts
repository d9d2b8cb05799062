export { passwordFaults } from './domain/password-rules.ts';
export { isCommonPassword } from './known-passwords.ts';
export { createPasswords, type Passwords } from './passwords.ts';
export { takeTurns, type TakeTurns } from './take-turns.ts';
