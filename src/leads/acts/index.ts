export { type Acts, createActs } from './create-acts.ts';
export { noteInsert } from './note-store.ts';
export { openNote, sealNote } from './seal-note.ts';
export { noteBody } from './wire.ts';
