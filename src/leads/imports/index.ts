export { decodeText, fileFault } from './read-text.ts';
export { findOddName } from './domain/column-name.ts';
export { csvRecords } from './read-csv.ts';
export { recoverImports, sweepImports } from './sweep-imports.ts';
